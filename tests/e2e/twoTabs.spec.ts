import { expect, test } from './harness.ts';
import { eraseEverything, goTo, headlineOf, returnToExample } from './journeys.ts';
import { say } from './words.ts';

test('what changes in one tab shows in the other', async ({ page, context }) => {
  await returnToExample(page);
  const other = await context.newPage();
  await other.goto('./');
  await expect(headlineOf(other)).toBeVisible();

  await goTo(page, 'settings');
  await page.getByLabel(say('en', 'settings_company')).fill('Northstar');
  await expect(other.getByText('Northstar').first()).toBeVisible();

  // Language is stored with the settings, so the other tab speaks it too.
  await page.getByText('Svenska', { exact: true }).click();
  await expect(headlineOf(other, 'sv')).toBeVisible();
});

test('an erased workspace is gone in the other tab too', async ({ page, context }) => {
  await returnToExample(page);
  const other = await context.newPage();
  await other.goto('./');
  await expect(headlineOf(other)).toBeVisible();
  await eraseEverything(page);
  await expect(headlineOf(other)).toBeHidden();
});
