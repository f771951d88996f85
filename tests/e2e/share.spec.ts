import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { chooseBackup, replaceBy, saveBackup } from './backups.ts';
import { hubspotExport } from './exports.ts';
import { expect, test } from './harness.ts';
import {
  eraseEverything,
  goTo,
  headlineOf,
  openAssumptions,
  returnToExample,
  untilForecastRests,
  untilRangesAreLearnt,
} from './journeys.ts';
import { wholeStored } from './storedDeals.ts';
import { like, say } from './words.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'], actionTimeout: 15_000 });

/** The amount in a headline. */
const digitsOf = async (headline: Locator): Promise<string> =>
  ((await headline.locator('strong').first().textContent()) ?? '').replace(/\s/g, ' ');

const contentsOf = (page: Page): Locator => page.getByTestId('link-contents');
const headlineToShare = (page: Page): Locator => page.getByTestId('share-headline');

async function openShare(page: Page): Promise<void> {
  await goTo(page, 'share');
  await expect(page.getByTestId('link-length')).toBeVisible({ timeout: 30_000 });
}

async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: say('en', 'share_copy'), exact: true }).click();
  await expect(page.getByRole('button', { name: say('en', 'share_copied'), exact: true })).toBeVisible();
  return await page.evaluate(() => navigator.clipboard.readText());
}

async function importOwn(page: Page): Promise<void> {
  await page.goto('./');
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(hubspotExport());
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: say('en', 'pipeline_report_to_deals') }).click({ timeout: 30_000 });
  await goTo(page, 'forecast');
  await expect(headlineOf(page)).toBeVisible({ timeout: 30_000 });
}

test('a copied link shows the same number to whoever opens it', async ({ page, browser, site }) => {
  await returnToExample(page);
  await untilRangesAreLearnt(page);
  const mine = await digitsOf(headlineOf(page));
  await openShare(page);
  expect(await digitsOf(headlineToShare(page))).toBe(mine);
  const link = await copyLink(page);
  expect(link.startsWith(`${site.url}#/s/`)).toBe(true);

  const other = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Stockholm' });
  const theirs = await other.newPage();
  await theirs.goto(link);
  // A first sight comes before, its last digits about to settle.
  const settled = theirs.locator('main [aria-busy="false"]').getByTestId('headline');
  await expect(settled).toBeVisible({ timeout: 30_000 });
  expect(await digitsOf(settled)).toBe(mine);
  await other.close();
});

test('only what is ticked goes along, and the list says so', async ({ page }) => {
  await returnToExample(page);
  await openShare(page);
  const lines = contentsOf(page).getByRole('listitem');
  const before = await lines.allTextContents();
  expect(before.join()).not.toMatch(/open deals[:,] (?!as)/);
  await page.getByRole('checkbox', { name: say('en', 'share_tick_deals') }).check();
  // Deals of the example are called after who buys.
  await expect(lines.filter({ hasText: /^10 open deals, without their names/ })).toHaveCount(1);
  await page.getByRole('checkbox', { name: say('en', 'share_tick_customers') }).check();
  await expect(lines.filter({ hasText: /^10 open deals: .*\(/ })).toHaveCount(1);
  await page.getByRole('textbox', { name: say('en', 'share_name'), exact: true }).fill('For the board');
  await expect(lines.filter({ hasText: 'For the board' })).toHaveCount(1);
  await page.getByRole('checkbox', { name: say('en', 'share_tick_deals') }).uncheck();
  await expect(lines).toHaveCount(before.length + 1);
});

test('the code of a plan is read back as its link, in the dark too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAssumptions(page);
  await openShare(page);
  const link = await copyLink(page);
  await page.getByRole('button', { name: say('en', 'share_qr'), exact: true }).click();
  const code = page.getByRole('img', { name: say('en', 'share_qr_label') });
  await expect(code).toBeVisible();
  const { data, width, height } = await code.evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    return { data: [...(pixels?.data ?? [])], width: canvas.width, height: canvas.height };
  });
  expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(link);
});

test('a file holds the same as the link; without the clipboard the link can be marked', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await openAssumptions(page);
  await openShare(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('en', 'share_file'), exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^seedcast-forecast-\d{4}-\d\d-\d\d\.seedcast\.json$/);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
    format: 'seedcast-forecast',
    shared: { fitted: null, deals: null },
  });
  await page.getByRole('button', { name: say('en', 'share_copy'), exact: true }).click();
  const field = page.getByRole('textbox', { name: say('en', 'share_copy_field') });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/#\/s\/\w+\./);
});

test('a picture and one page of paper show the forecast without the app', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await returnToExample(page);
  await openShare(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('en', 'share_picture'), exact: true }).click();
  const picture = readFileSync(await (await download).path());
  // The signature of PNG, then its width, of which both drawn pixels and words are a part.
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(2_400);
  expect(picture.length).toBeGreaterThan(100_000);

  await page.getByRole('button', { name: say('en', 'share_print'), exact: true }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.print-sheet canvas')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.locator('main h2').first()).toBeHidden();
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('a locked backup brings everything back, and can join what is here', async ({ page }) => {
  test.slow();
  await importOwn(page);
  await untilForecastRests(page);
  const sentence = await headlineOf(page).innerText();
  const phrase = 'four words are enough';
  const backup = await saveBackup(page, phrase);
  expect(backup).not.toContain('Deal');
  await expect(page.getByText(like('en', 'backup_last'))).toBeVisible();
  await eraseEverything(page);

  await page.goto('./#/share');
  await chooseBackup(page, backup);
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel(say('en', 'share_passphrase'), { exact: true });
  await field.fill('wrong');
  await dialog.getByRole('button', { name: say('en', 'backup_unlock') }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await field.fill(phrase);
  await dialog.getByRole('button', { name: say('en', 'backup_unlock') }).click();
  await expect(dialog.getByRole('cell', { name: /90 deals/ })).toBeVisible();
  await expectNoViolations(page, 'a backup that is looked at');
  await dialog.getByRole('button', { name: say('en', 'backup_replace_now'), exact: true }).click();
  await expect(page.getByText(like('en', 'backup_restored'))).toBeVisible();
  await page.goto('./#/forecast');
  await expect(headlineOf(page)).toHaveText(sentence);
});

test('what joins leaves all that is here, and can be undone', async ({ page }) => {
  await importOwn(page);
  await untilForecastRests(page);
  const sentence = await headlineOf(page).innerText();
  const before = await wholeStored(page);
  await goTo(page, 'share');
  await chooseBackup(page, readFileSync('tests/fixtures/workspace/scenarios.json', 'utf8'));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: say('en', 'backup_join') })).toBeChecked();
  await dialog.getByRole('button', { name: say('en', 'backup_join_now'), exact: true }).click();
  await expect(page.getByText(like('en', 'backup_joined'))).toBeVisible();
  const { active, inUse, imports } = await wholeStored(page);
  expect({ active, inUse }).toEqual({ active: before.active, inUse: before.inUse });
  expect(imports).toHaveLength(before.imports.length + 1);
  await goTo(page, 'forecast');
  await page.getByRole('button', { name: say('en', 'shell_undo') }).click();
  await expect(page.getByText(say('en', 'backup_undone'))).toBeVisible();
  await expect(headlineOf(page)).toHaveText(sentence);
});

test('after a month without a backup it is said once, and "later" holds for a week', async ({ page }) => {
  await importOwn(page);
  const reminder = page.getByRole('complementary', { name: say('en', 'backup_label') });
  await expect(reminder).toHaveCount(0);
  const later = new Date(Date.now() + 31 * 86_400_000);
  await page.clock.setFixedTime(later);
  await page.reload();
  await expect(reminder).toBeVisible({ timeout: 30_000 });
  await reminder.getByRole('button', { name: say('en', 'backup_later') }).click();
  await expect(reminder).toHaveCount(0);
  await page.reload();
  await expect(headlineOf(page).or(page.getByTestId('headline')).first()).toBeVisible({ timeout: 30_000 });
  await expect(reminder).toHaveCount(0);
  await page.clock.setFixedTime(new Date(later.getTime() + 8 * 86_400_000));
  await page.reload();
  const download = page.waitForEvent('download');
  await reminder.getByRole('button', { name: say('en', 'backup_now_action') }).click();
  await download;
  await expect(reminder).toHaveCount(0);
});

test('Share is free of violations and fits a phone', async ({ page }) => {
  await returnToExample(page);
  await openShare(page);
  await expectNoViolations(page, 'share');
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('where nothing is stored yet, Share offers what can be opened', async ({ page }) => {
  await page.goto('./#/share');
  await expect(page.getByRole('heading', { level: 1, name: say('en', 'share_nothing') })).toBeVisible();
  await expect(page.getByRole('textbox', { name: say('en', 'shared_paste_field') })).toBeVisible();
  await saveBackup(page).then((text) => replaceBy(page, text));
});
