import type { Locator, Page } from '@playwright/test';
import { expectNoViolationsInEitherTheme } from './axe.ts';
import { expect, test } from './harness.ts';
import { returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: like('en', 'why_title') });
}

/** The whole numbers that the rows of the way from pipeline to forecast stand for. */
async function differencesOf(dialog: Locator): Promise<number[]> {
  const cells = dialog.getByTestId('why-differences').locator('td[data-value]');
  await expect(cells.first()).toBeVisible();
  // At one moment: when the past has been replayed the forecast is made anew, and its parts with it.
  return await cells.evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-value'))));
}

test('the headline says why, and from the weighted pipeline to the forecast the parts add up', async ({
  page,
}) => {
  await returnToExample(page);
  await page.locator('.range').getByRole('button').click();
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();
  for (const title of ['why_sum', 'why_deals', 'why_pipeline', 'why_rates', 'why_range', 'why_basis'])
    await expect(dialog.getByRole('heading', { name: say('en', title) })).toBeVisible();
  const [start = NaN, ...rest] = await differencesOf(dialog);
  const end = rest.pop() ?? NaN;
  const sum = rest.reduce((total, value) => total + value, start);
  // A rest below a thousandth of the larger number is not shown.
  expect(Math.abs(sum - end)).toBeLessThanOrEqual(0.001 * Math.max(start, end));
});

test('opens at the figure asked, with the keyboard alone, and gives the focus back', async ({ page }) => {
  await returnToExample(page);
  const why = page.getByRole('button', {
    name: new RegExp(`^${say('en', 'forecast_why_short')}\\s*: ${say('en', 'shell_net')}`),
  });
  await why.focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog).toContainText(say('en', 'shell_net'));
  await expect(dialog).toContainText(say('en', 'why_range_kind'));
  const details = dialog.locator('summary').first();
  await details.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(like('en', 'why_reason_timing')).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(why).toBeFocused();
});

test('each month of the table explains itself, also one that is over', async ({ page }) => {
  await returnToExample(page);
  await page.getByRole('button', { name: say('en', 'forecast_table'), exact: true }).click();
  const months = page.getByRole('region', { name: say('en', 'forecast_table_region_months') });
  const button = months.getByRole('row').nth(2).getByRole('button');
  const shown = (await button.innerText()).replace(/[^\d,]/g, '');
  await button.click();
  await expect(dialogOf(page).getByTestId('why-total')).toHaveText(shown);
  await dialogOf(page)
    .getByRole('button', { name: say('en', 'why_close') })
    .click();
  await expect(dialogOf(page)).toBeHidden();
});

test('the numbers people know stand beside the forecast and lead to why they differ', async ({ page }) => {
  await returnToExample(page);
  const known = page.getByTestId('known-numbers');
  await expect(known.getByRole('row')).toHaveCount(6);
  for (const name of ['weighted', 'commit', 'bestCase', 'pipeline', 'forecast'])
    await expect(known).toContainText(say('en', `why_known_${name}`));
  await page.getByRole('button', { name: say('en', 'why_known_ask') }).click();
  await expect(dialogOf(page).getByRole('heading', { name: say('en', 'why_pipeline') })).toBeFocused();
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing, light or dark, and nothing is cut off', async ({ page }) => {
      await returnToExample(page);
      await expect(page.getByTestId('known-numbers')).toBeVisible();
      await expectNoViolationsInEitherTheme(page, 'numbers people know');
      await page.locator('.range').getByRole('button').click();
      await differencesOf(dialogOf(page));
      await dialogOf(page).locator('summary').first().click();
      await expectNoViolationsInEitherTheme(page, 'why');
      const excess = await dialogOf(page).evaluate((element) => {
        const body = element.querySelector('.body');
        return body ? body.scrollWidth - body.clientWidth : NaN;
      });
      expect(excess).toBeLessThanOrEqual(0);
    });
  });
}
