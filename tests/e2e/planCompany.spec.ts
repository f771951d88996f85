import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { goTo, openAssumptions, returnToExample, waitUntilSaved } from './journeys.ts';
import { drag } from './pointer.ts';
import { like, say } from './words.ts';

/** Opens a part of the plan that belongs to no kind. */
async function openPart(page: Page, title: string): Promise<Locator> {
  const part = page.locator('details').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
  await part.locator('summary').first().click();
  return part;
}

const strip = (page: Page): Locator => page.getByRole('region', { name: say('en', 'planResult_title') });
const stageNames = (part: Locator): Promise<string[]> =>
  part
    .locator('ol')
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test('customers who go on paying make recurring revenue, in the strip too, and stay so', async ({ page }) => {
  await openAssumptions(page);
  const part = await openPart(page, say('en', 'planCompany_customers'));
  await part.getByRole('checkbox', { name: say('en', 'planCompany_go_on_paying') }).check();
  await expect(part.locator('summary')).toContainText('(ARR)');
  const shows = strip(page).getByRole('combobox');
  await shows.selectOption({ label: say('en', 'planResult_recurring') });
  await expect(strip(page)).toContainText(like('en', 'planResult_recurring_at'));

  const months = part.getByRole('textbox', { name: say('en', 'planCompany_months_in_value') });
  await months.fill('0');
  await expect(months).toHaveAttribute('aria-invalid', 'true');
  await expect(part.getByText(like('en', 'plan_error_too_low'))).toBeVisible();
  await months.fill('24');
  await waitUntilSaved(page);
  await page.reload();
  const again = await openPart(page, say('en', 'planCompany_customers'));
  await expect(again.getByRole('textbox', { name: say('en', 'planCompany_months_in_value') })).toHaveValue(
    '24',
  );
});

test('a season is drawn with keys, with the pointer and in figures, and taken back', async ({ page }) => {
  await openAssumptions(page);
  const part = await openPart(page, say('en', 'planCompany_season'));
  const says = part.locator('summary');
  await expect(says).toContainText(say('en', 'planCompany_season_flat'));
  const december = part.getByRole('slider', { name: 'December' });
  await december.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(december).toHaveAttribute('aria-valuetext', '110%');

  await drag(part.locator('.bar').nth(6), { x: 0.5, y: 0.75 });
  await expect(says).toContainText('fewest in July');

  await part
    .getByRole('button', { name: say('en', 'planCompany_type_numbers') })
    .first()
    .click();
  const march = part.getByRole('textbox', { name: 'March' });
  await march.fill('many');
  await expect(march).toHaveAttribute('aria-invalid', 'true');
  await march.fill('300');
  await expect(says).toContainText('Most leads in March');

  await part.getByRole('button', { name: say('en', 'planCompany_season_flatten') }).click();
  await expect(says).toContainText(say('en', 'planCompany_season_flat'));
  await page
    .getByRole('button', { name: say('en', 'shell_undo'), exact: true })
    .last()
    .click();
  await expect(says).toContainText('Most leads in March');
});

test('stages are reordered with buttons and by dragging, put in anywhere, and keep names of their own', async ({
  page,
}) => {
  await openAssumptions(page);
  const part = await openPart(page, say('en', 'plan_stages'));
  const [first = '', second = '', third = '', last = ''] = await stageNames(part);

  const down = part.getByRole('button', {
    name: say('en', 'planCompany_stage_down_label', { stage: first }),
  });
  await down.click();
  expect(await stageNames(part)).toEqual([second, first, third, last]);
  await expect(down).toBeFocused();

  await drag(part.locator('.handle').first(), { x: 0.02, y: 0.8 }, { onto: part.locator('li').nth(2) });
  expect(await stageNames(part)).toEqual([first, third, second, last]);

  const name = part.getByRole('textbox', { name: say('en', 'planCompany_stage_new') });
  const add = part.getByRole('button', { name: say('en', 'plan_stage_add') });
  await name.fill(first.toUpperCase());
  await add.click();
  await expect(part.getByText(say('en', 'plan_stage_error_taken'))).toBeVisible();
  await name.fill('Trial');
  await part
    .getByRole('combobox')
    .selectOption({ label: say('en', 'planCompany_stage_before', { stage: second }) });
  await add.click();
  expect(await stageNames(part)).toEqual([first, third, 'Trial', second, last]);
});

test('deals bring their season along, and costs only once somebody has typed one', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'plan');
  const season = await openPart(page, say('en', 'planCompany_season'));
  await expect(season.getByText(say('en', 'planCompany_season_unused'))).toBeVisible();
  await season
    .getByRole('button', { name: say('en', 'planCompany_season_take') })
    .last()
    .click();
  await expect(page.getByText(say('en', 'planCompany_season_taken'))).toBeVisible();

  const cost = await openPart(page, say('en', 'planCompany_cost'));
  await expect(cost.getByText(say('en', 'planCompany_cost_left_out'))).toBeVisible();
  await cost.getByRole('textbox', { name: say('en', 'planCompany_cost_seller') }).fill('50000');
  await expect(cost.locator('summary')).toContainText(like('en', 'planCompany_cost_says'));
  await expect(cost.getByText(say('en', 'planCompany_cost_left_out'))).toBeHidden();
});

test('what belongs to no kind has no problem that axe can see', async ({ page }) => {
  await openAssumptions(page);
  for (const title of [
    'planCompany_customers',
    'planCompany_season',
    'planCompany_cost',
    'plan_stages',
    'plan_start',
  ])
    await openPart(page, say('en', title));
  await page.getByRole('checkbox', { name: say('en', 'planCompany_go_on_paying') }).check();
  await page
    .getByRole('button', { name: say('en', 'planCompany_type_numbers') })
    .first()
    .click();
  await page.getByRole('button', { name: say('en', 'planCompany_sellers_add') }).click();
  await expectNoViolations(page, 'plan, what belongs to no kind');
});
