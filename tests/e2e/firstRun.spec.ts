import { expect, test } from './harness.ts';
import {
  eraseEverything,
  goTo,
  headlineOf,
  openAssumptions,
  openExample,
  returnToExample,
  untilRangesAreLearnt,
  waitUntilSaved,
} from './journeys.ts';
import { like, say } from './words.ts';

test('the example company gives an answer with its range, the same after a reload', async ({ page }) => {
  await openExample(page);
  await expect(page.getByText(like('en', 'forecast_range_won')).first()).toBeVisible();
  await untilRangesAreLearnt(page);
  const sentence = await headlineOf(page).innerText();
  await page.reload();
  await expect(headlineOf(page)).toHaveText(sentence);
});

test('assumptions alone give an answer too', async ({ page }) => {
  await openAssumptions(page);
  await goTo(page, 'forecast');
  await expect(headlineOf(page)).toBeVisible();
});

test('a target that is typed gets its chance, and keeps it after a reload', async ({ page }) => {
  await returnToExample(page);
  await page.getByLabel(say('en', 'forecast_target_quarter')).fill('1000000');
  await page.getByRole('button', { name: say('en', 'forecast_target_save') }).click();
  const chance = page.getByText(say('en', 'forecast_target_chance'));
  await expect(chance).toBeVisible();
  await expect(page.getByText(/^[<>]?\s?\d+%$/).first()).toBeVisible();
  await waitUntilSaved(page);
  await page.reload();
  await expect(chance).toBeVisible();
});

test('the chart has a table with the same months', async ({ page }) => {
  await returnToExample(page);
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.getByRole('button', { name: say('en', 'forecast_table'), exact: true }).click();
  const table = page.getByRole('table').first();
  await expect(table).toBeVisible();
  expect(await table.getByRole('row').count()).toBeGreaterThan(3);
});

test('leaving the example company takes its deals away', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'settings');
  await page.getByRole('button', { name: say('en', 'settings_example') }).click();
  await expect(page.getByText(say('en', 'settings_example_left'))).toBeVisible();
});

test('erasing everything leads back to the beginning, after a reload too', async ({ page }) => {
  await returnToExample(page);
  await eraseEverything(page);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1, name: say('en', 'welcome_title') })).toBeVisible();
});
