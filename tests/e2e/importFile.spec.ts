import type { Page } from '@playwright/test';
import { BAD_FILES, hubspotExport, type UploadedFile } from './exports.ts';
import { expect, test } from './harness.ts';
import { goTo, headlineOf, returnToExample, untilRangesAreLearnt } from './journeys.ts';
import { like, say } from './words.ts';

async function chooseFile(page: Page, file: UploadedFile): Promise<void> {
  // The picker sits in a label; on Pipeline with deals it is behind "Import a newer export".
  await page.locator('input[type=file]').first().setInputFiles(file);
}

test('an export is understood, checked, imported and forecast', async ({ page }) => {
  await page.goto('./');
  await chooseFile(page, hubspotExport());
  await expect(
    page.getByRole('heading', { level: 1, name: say('en', 'pipeline_check_title') }),
  ).toBeVisible();
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();

  // 90 deals in, two rows rejected, each with its reason.
  await expect(page.getByRole('heading', { level: 1, name: '90 deals are in.' })).toBeVisible();
  await expect(page.getByText('2 rows were left out')).toBeVisible();

  await page.getByText(say('en', 'pipeline_report_to_forecast')).click();
  await expect(headlineOf(page)).toBeVisible();
  const sentence = await headlineOf(page).innerText();
  await page.reload();
  await expect(headlineOf(page)).toHaveText(sentence);
});

test('the deals can be searched, and one left out', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'pipeline');
  const table = page.getByRole('table', { name: say('en', 'pipeline_deals_table') });
  await expect(table).toBeVisible();
  await table
    .getByRole('button', { name: like('en', 'pipeline_deals_exclude_name') })
    .first()
    .click();
  await expect(page.getByText(like('en', 'pipeline_deals_excluded')).first()).toBeVisible();
  await page.getByRole('searchbox').fill('no such deal anywhere');
  await expect(page.getByText(say('en', 'pipeline_deals_none_found'))).toBeVisible();
});

for (const { what, file, message } of BAD_FILES) {
  test(`${what} is answered with what to do, and what was stored stays`, async ({ page }) => {
    await returnToExample(page);
    await untilRangesAreLearnt(page);
    const sentence = await headlineOf(page).innerText();
    await goTo(page, 'pipeline');
    await chooseFile(page, file);
    await expect(page.getByRole('alert').getByText(like('en', message))).toBeVisible();
    await expect(page.getByText(say('en', 'pipeline_trouble_untouched'))).toBeVisible();
    await goTo(page, 'forecast');
    await expect(headlineOf(page)).toHaveText(sentence);
    await page.reload();
    await expect(headlineOf(page)).toHaveText(sentence);
  });
}
