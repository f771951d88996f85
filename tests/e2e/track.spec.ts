import type { Page } from '@playwright/test';
import { expectNoViolationsInEitherTheme } from './axe.ts';
import { hubspotExport } from './exports.ts';
import { expect, test } from './harness.ts';
import { goTo, headlineOf, openExample, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

// A replay of the example takes a second or two alone, and many times that where all cores are taken.
const REPLAYED = { timeout: 60_000 };

const verdictOf = (page: Page, locale: 'en' | 'sv' = 'en') =>
  page.getByRole('heading', { level: 1, name: like(locale, 'track_headline_quarter') });

test('the example company has a track record, and Forecast tells its figure', async ({ page }) => {
  await openExample(page);
  await goTo(page, 'track');
  await expect(verdictOf(page)).toBeVisible(REPLAYED);
  const figure = await verdictOf(page).getByRole('strong').innerText();
  expect(figure).toMatch(/^\d+%$/);
  await expect(page.getByText(like('en', 'track_held_quarter'))).toBeVisible();
  await expect(page.getByRole('img')).toBeVisible();
  const methods = page.getByRole('region', { name: say('en', 'track_methods_region') });
  await expect(methods.getByRole('row')).toHaveCount(9);
  await expect(page.getByText(say('en', 'track_methods_no_pipeline'))).toBeVisible();

  await goTo(page, 'forecast');
  await expect(page.getByText(like('en', 'track_headline_quarter'))).toContainText(figure);
});

test('it starts by itself once a forecast is shown, and is kept over a reload', async ({ page }) => {
  await openExample(page);
  await expect(page.getByText(like('en', 'track_headline_quarter'))).toBeVisible(REPLAYED);
  await goTo(page, 'track');
  const sentence = await verdictOf(page).innerText();
  await page.reload();
  await expect(verdictOf(page)).toHaveText(sentence);
  // It is taken from the store: nothing was replayed again.
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('the chart has a table, for each look ahead and for wins', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'track');
  await expect(verdictOf(page)).toBeVisible(REPLAYED);
  await page.getByRole('button', { name: say('en', 'track_table'), exact: true }).click();
  const table = page.getByRole('region', { name: like('en', 'track_table_caption_revenue') });
  const newest = () => table.getByRole('rowheader').first().innerText();
  const oneMonth = await newest();
  await page.getByRole('radio', { name: '3 months' }).check();
  expect(await newest()).not.toBe(oneMonth);
  await page.getByRole('radio', { name: say('en', 'track_ahead_quarter') }).check();
  expect(await newest()).toContain('–');
  await page.getByRole('radio', { name: say('en', 'track_measure_wins') }).check();
  await expect(page.getByRole('region', { name: say('en', 'track_table_caption_wins') })).toBeVisible();
  await expect(page.getByRole('radio', { name: say('en', 'track_ahead_quarter') })).toHaveCount(0);
});

test('a replay is cancelled and goes on where it stopped', async ({ page }) => {
  await openExample(page);
  await goTo(page, 'track');
  const cancel = page.getByRole('button', { name: say('en', 'track_cancel') });
  const cancelled = page.getByRole('heading', { name: say('en', 'track_cancelled_title') });
  // On a fast machine it is over before anyone could press anything, or while they do, which is as good.
  await expect(cancel.or(verdictOf(page))).toBeVisible(REPLAYED);
  if (await cancel.isVisible()) await cancel.click({ timeout: 5_000 }).catch(() => null);
  await expect(cancelled.or(verdictOf(page))).toBeVisible(REPLAYED);
  if (await cancelled.isVisible()) {
    await goTo(page, 'forecast');
    await goTo(page, 'track');
    await page.getByRole('button', { name: say('en', 'track_go_on') }).click();
  }
  await expect(verdictOf(page)).toBeVisible(REPLAYED);
});

test('an excluded deal makes it anew', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'track');
  await expect(verdictOf(page)).toBeVisible(REPLAYED);
  await goTo(page, 'pipeline');
  await page
    .getByRole('button', { name: like('en', 'pipeline_deals_exclude_name') })
    .first()
    .click();
  await goTo(page, 'track');
  await expect(verdictOf(page)).toBeVisible(REPLAYED);
  await expect(page.getByRole('progressbar')).toHaveCount(0, REPLAYED);
});

test('a history too short says what is missing', async ({ page }) => {
  await page.goto('./');
  await page.locator('input[type=file]').first().setInputFiles(hubspotExport());
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await goTo(page, 'forecast');
  await expect(headlineOf(page)).toBeVisible({ timeout: 30_000 });
  await goTo(page, 'track');
  await expect(page.getByRole('heading', { level: 1, name: say('en', 'track_short_title') })).toBeVisible(
    REPLAYED,
  );
  const needs = page.getByRole('list', { name: say('en', 'track_short_list') });
  await expect(needs.getByRole('listitem')).toHaveCount(3);
  await expect(needs.getByText(say('en', 'track_short_missing')).first()).toBeVisible();
  await expectNoViolationsInEitherTheme(page, 'too short');
});

test('without deals it says what to do', async ({ page }) => {
  await page.goto('./#/track');
  await expect(page.getByRole('heading', { level: 1, name: say('en', 'track_none_title') })).toBeVisible();
  await page.getByRole('link', { name: say('en', 'track_none_action') }).click();
  await expect(page).toHaveURL(/#\/pipeline$/);
});

test('it is used with the keyboard alone', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'track');
  await expect(verdictOf(page)).toBeVisible(REPLAYED);
  const first = page.getByRole('radio', { name: '1 month', exact: true });
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '2 months' })).toBeChecked();
  await page.getByRole('button', { name: say('en', 'track_table'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: like('en', 'track_table_caption_revenue') })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('"More" is opened, left and used with keys', async ({ page }) => {
    await returnToExample(page);
    const more = page.getByRole('button', { name: say('en', 'shell_more') });
    const link = page.getByRole('navigation').getByRole('link', { name: say('en', 'shell_track') });
    await expect(link).toBeHidden();
    await more.focus();
    await page.keyboard.press('Enter');
    await expect(more).toHaveAttribute('aria-expanded', 'true');
    await expect(link).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(link).toBeHidden();
    await expect(more).toBeFocused();
    await page.keyboard.press('Enter');
    // Behind Team, Budget and Scenarios.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/track$/);
    await expect(link).toBeHidden();
  });
});

for (const locale of ['en', 'sv'] as const) {
  test.describe(`axe, ${locale}`, () => {
    test.use({ locale: locale === 'sv' ? 'sv-SE' : 'en-GB', contextOptions: { reducedMotion: 'reduce' } });

    test('finds nothing, light or dark, as chart or table', async ({ page }) => {
      await returnToExample(page, locale);
      await goTo(page, 'track', locale);
      await expect(verdictOf(page, locale)).toBeVisible(REPLAYED);
      await expect(page.getByRole('img')).toBeVisible();
      await expectNoViolationsInEitherTheme(page, 'chart');
      await page.getByRole('button', { name: say(locale, 'track_table'), exact: true }).click();
      await expectNoViolationsInEitherTheme(page, 'table');
    });
  });
}
