import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { goTo, openAssumptions, returnToExample, waitUntilSaved } from './journeys.ts';
import { like, say } from './words.ts';

const answerOf = (page: Page): Locator => page.getByTestId('scenario-answer');
const cardsOf = (page: Page): Locator => page.locator('li[data-variant]');
/** What a variant brings less or more, as it stands on its card. */
const differenceOf = (page: Page, index = 0): Locator => cardsOf(page).nth(index).locator('.difference');

/** Until the comparison on screen is the last word. Making one takes longer where all cores are taken. */
async function untilCompared(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('[data-scenario-paths="10000"]')).toBeAttached({ timeout: 60_000 });
}

async function addShock(page: Page, shock: Parameters<typeof say>[1]): Promise<void> {
  await page
    .getByRole('button', { name: say('en', shock), exact: true })
    .last()
    .click();
  await page.getByRole('button', { name: say('en', 'scenarios_shock_try') }).click();
  await expect(answerOf(page)).toContainText(say('en', shock));
  await untilCompared(page);
}

test('a downturn lowers the forecast, a change that is switched off counts no more, undo and reload keep it', async ({
  page,
}) => {
  await returnToExample(page);
  await goTo(page, 'scenarios');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'scenarios_empty'));
  await addShock(page, 'scenarios_shock_downturn');
  await expect(answerOf(page)).toHaveText(like('en', 'scenarios_headline_less'));
  const whole = await differenceOf(page).innerText();
  expect(whole).toMatch(/^[-−]\d/);

  const changes = page.getByRole('checkbox', { name: like('en', 'scenarios_switch') });
  await expect(changes).toHaveCount(3);
  await changes.nth(1).uncheck();
  await expect(differenceOf(page)).not.toHaveText(whole);
  await untilCompared(page);
  const part = await differenceOf(page).innerText();

  await page.getByRole('button', { name: like('en', 'planBook_undo') }).click();
  await expect(differenceOf(page)).toHaveText(whole, { timeout: 60_000 });
  await page.keyboard.press('Control+Shift+Z');
  await expect(differenceOf(page)).toHaveText(part, { timeout: 60_000 });

  await waitUntilSaved(page);
  await page.reload();
  await expect(differenceOf(page)).toHaveText(part, { timeout: 60_000 });
  await expect(page.getByRole('checkbox', { checked: false })).toHaveCount(1);
});

test('the base is the forecast itself, the chance of the target follows, and the parts add up', async ({
  page,
}) => {
  await returnToExample(page);
  await page.getByRole('textbox').first().fill('3000000');
  await page.getByRole('button', { name: say('en', 'forecast_target_save') }).click();
  const headline = await page.getByTestId('headline').locator('strong').innerText();
  const chance = await page.getByTestId('chance').innerText();
  await goTo(page, 'scenarios');
  await addShock(page, 'scenarios_shock_downturn');
  const base = page.locator('li:not([data-variant]) .card').first();
  // The same number, said shorter.
  const short = new Intl.NumberFormat('en-GB', {
    ...{ style: 'currency', currency: 'SEK', notation: 'compact' },
    ...{ maximumSignificantDigits: 3, minimumFractionDigits: 0 },
  });
  await expect(base).toContainText(short.format(Number(headline.replace(/\D/g, ''))));
  await expect(base).toContainText(chance);
  await expect(page.getByTestId('scenario-chance')).toHaveText(like('en', 'scenarios_chance_falls'));

  const numbers = await page
    .getByRole('region', { name: say('en', 'scenarios_parts') })
    .locator('tbody td.number')
    .allInnerTexts();
  const [sum = 0, ...parts] = numbers
    .map((text) => Number(text.replace('−', '-').replaceAll(',', '')))
    .reverse();
  // Each is rounded to three digits, and a remainder below one per cent of the largest part is not shown.
  expect(parts.reduce((total, each) => total + each, 0) / sum).toBeCloseTo(1, 1);
});

test('strengths are slid and typed by keyboard, within limits that are said', async ({ page }) => {
  await openAssumptions(page);
  await goTo(page, 'scenarios');
  await page.getByRole('button', { name: say('en', 'scenarios_own') }).click();
  await page.getByRole('combobox', { name: say('en', 'scenarios_add_change') }).selectOption('winRate');
  await page.getByRole('button', { name: say('en', 'scenarios_add'), exact: true }).click();
  await untilCompared(page);
  const before = await answerOf(page).innerText();

  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const field = page.getByRole('textbox', { name: say('en', 'scenarios_strength'), exact: true });
  await expect(field).toHaveValue('-20');
  await slider.blur();
  await untilCompared(page);
  await expect(answerOf(page)).not.toHaveText(before);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(field).toHaveValue('-10');

  await field.fill('2000');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('-50');
  await field.blur();
  await expect(page.getByRole('checkbox', { name: /-50%/ })).toBeChecked();
});

test('best and worst are made in one tap, and lie on either side of the forecast', async ({ page }) => {
  await openAssumptions(page);
  await goTo(page, 'scenarios');
  await page.getByRole('button', { name: say('en', 'scenarios_extremes') }).click();
  await expect(cardsOf(page)).toHaveCount(2, { timeout: 60_000 });
  await untilCompared(page);
  await expect(differenceOf(page, 0)).toHaveText(/^[-−]\d/);
  await expect(differenceOf(page, 1)).toHaveText(/^\+\d/);
});

test('a scenario is named, copied and removed, and undo brings it back', async ({ page }) => {
  await openAssumptions(page);
  await goTo(page, 'scenarios');
  await addShock(page, 'scenarios_shock_priceRise');
  const editor = page.getByRole('region', { name: like('en', 'scenarios_changes_of') });
  await editor.getByRole('button', { name: say('en', 'scenarios_rename') }).click();
  const name = page.getByRole('textbox', { name: say('en', 'scenarios_name') });
  await name.fill('');
  await expect(page.getByText(say('en', 'scenarios_name_empty'))).toBeVisible();
  await name.fill('Dearer');
  await name.press('Enter');
  await expect(answerOf(page)).toContainText('“Dearer”');
  await editor.getByRole('button', { name: say('en', 'scenarios_copy') }).click();
  await expect(cardsOf(page)).toHaveCount(2);
  await expect(answerOf(page)).toContainText('Dearer, copy');
  await editor.getByRole('button', { name: /Dearer, copy$/ }).click();
  await expect(cardsOf(page)).toHaveCount(1);
  await page
    .getByRole('button', { name: say('en', 'shell_undo'), exact: true })
    .last()
    .click();
  await expect(cardsOf(page)).toHaveCount(2);
  await expect(answerOf(page)).toContainText('Dearer, copy');
});

test('nothing has a problem that axe can see', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'scenarios');
  await page.getByRole('button', { name: say('en', 'scenarios_shock_downturn'), exact: true }).click();
  await expectNoViolations(page, 'a ready-made change');
  await page.getByRole('button', { name: say('en', 'scenarios_shock_try') }).click();
  await addShock(page, 'scenarios_shock_campaign');
  await page
    .getByRole('button', { name: like('en', 'scenarios_edit_label') })
    .first()
    .click();
  await expectNoViolations(page, 'two scenarios');
  await page.getByRole('button', { name: say('en', 'forecast_table'), exact: true }).click();
  await expectNoViolations(page, 'two scenarios, as a table');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the card that a swipe brings is the one that is looked at', async ({ page }) => {
    await openAssumptions(page);
    await goTo(page, 'scenarios');
    await addShock(page, 'scenarios_shock_downturn');
    await addShock(page, 'scenarios_shock_priceRise');
    const strip = page.locator('ul:has(> li[data-variant])');
    const toCard = (index: number) =>
      strip.evaluate((list, at) => {
        const card = list.querySelectorAll('li[data-variant]')[at];
        list.scrollBy({
          left: (card?.getBoundingClientRect().left ?? 0) - list.getBoundingClientRect().left,
        });
      }, index);
    await toCard(0);
    await expect(answerOf(page)).toContainText(say('en', 'scenarios_shock_downturn'));
    await toCard(1);
    await expect(answerOf(page)).toContainText(say('en', 'scenarios_shock_priceRise'));
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBeLessThanOrEqual(0);
  });
});
