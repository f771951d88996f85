import { expectNoViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { goTo, openAssumptions, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

test('from assumptions alone: what a customer costs, guesses said with the way to say them, a field that answers', async ({
  page,
}) => {
  await openAssumptions(page);
  await goTo(page, 'budget');
  await expect(page.getByTestId('budget-answer')).toHaveText(like('en', 'budget_headline_least'));
  await expect(page.locator('[data-budget="ready"] #cash-title')).toBeVisible({ timeout: 60_000 });
  await expectNoViolations(page, 'budget');

  // Ten times the amount brings less for each unit: the sentence changes.
  const spend = page.getByRole('heading', { level: 3, name: like('en', 'budget_next_spend') });
  const before = await spend.innerText();
  await page.getByLabel(say('en', 'budget_next_amount'), { exact: true }).fill('25000');
  await page.keyboard.press('Enter');
  await expect(spend).not.toHaveText(before, { timeout: 60_000 });

  await page
    .getByRole('link', { name: say('en', 'budget_place_costPerSeller') })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/plan$/);
  await expect(page.locator('[data-place="company.costPerSeller"] input').first()).toBeFocused();
});

test('of the example company: costs that nobody has said are lacking, never 0, and cash waits for customers to pay', async ({
  page,
}) => {
  await returnToExample(page);
  await goTo(page, 'budget');
  await expect(page.locator('[data-budget="ready"] #cash-title')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(say('en', 'budget_out'))).toBeVisible();
  const rows = page.getByRole('region', { name: say('en', 'budget_kinds_region') }).getByRole('row');
  await expect(rows.filter({ hasText: say('en', 'shell_seed') })).toContainText(say('en', 'budget_not_said'));

  const delay = page.getByLabel(say('en', 'budget_cash_delay'), { exact: true });
  await expect(page.getByText(say('en', 'budget_cash_delay_assumed'))).toBeVisible();
  await delay.fill('60');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('en', 'budget_cash_delay_assumed'))).toHaveCount(0, { timeout: 60_000 });
  await page.getByRole('button', { name: say('en', 'budget_cash_table') }).click();
  await expect(page.getByRole('region', { name: say('en', 'budget_cash_region') })).toBeVisible();
  await expectNoViolations(page, 'budget');
});
