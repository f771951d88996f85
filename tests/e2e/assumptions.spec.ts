import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { goTo, headlineOf, openAssumptions, untilForecastRests, waitUntilSaved } from './journeys.ts';
import { say } from './words.ts';

const leads = (page: Page) => page.getByRole('textbox', { name: say('en', 'planDrivers_seed_base') }).first();

/** The amount in the headline, as a number. */
async function expectedAmount(page: Page): Promise<number> {
  await goTo(page, 'forecast');
  await untilForecastRests(page);
  const sentence = await headlineOf(page).innerText();
  return Number(sentence.replace(/\D/g, ''));
}

test('ten times the leads move the number up, and the change is there after a reload', async ({ page }) => {
  await openAssumptions(page);
  const before = await expectedAmount(page);
  await goTo(page, 'plan');
  const value = Number((await leads(page).inputValue()).replace(/[^\d.]/g, ''));
  await leads(page).fill(String(value * 10));
  await leads(page).blur();
  await expect.poll(() => expectedAmount(page)).toBeGreaterThan(before);
  const after = await headlineOf(page).innerText();
  await waitUntilSaved(page);
  await page.reload();
  await expect(headlineOf(page)).toHaveText(after);
});

test('what is not a number is said so, and the plan keeps what it had', async ({ page }) => {
  await openAssumptions(page);
  const kept = await leads(page).inputValue();
  await leads(page).fill('many');
  await expect(leads(page)).toHaveAttribute('aria-invalid', 'true');
  await leads(page).blur();
  await page.reload();
  await expect(leads(page)).toHaveValue(kept);
});

test('no digit of an amount of money is hidden on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 844 });
  await openAssumptions(page);
  await page.getByRole('heading', { name: say('en', 'shell_net') }).click();
  const spend = page.getByRole('textbox', { name: say('en', 'planDrivers_spend_today') });
  await spend.fill('1,000,000');
  expect(await spend.evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
});
