import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { goTo, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

async function download(
  page: Page,
  way: 'export_csv' | 'export_xlsx',
): Promise<{ name: string; path: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: say('en', way) }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), path: await file.path() };
}

test('the forecast and the deals are saved as files, and the deals read in again are the same ones', async ({
  page,
}) => {
  await returnToExample(page);
  const head = page.getByText(say('en', 'export_forecast'), { exact: true });
  await head.click();
  expect((await download(page, 'export_csv')).name).toMatch(/^seedcast-forecast-\d{4}-\d\d-\d\d\.csv$/);
  // The menu has closed over the button that was pressed.
  await expect(head).toBeFocused();

  await goTo(page, 'pipeline');
  const title = page.getByRole('heading', { level: 1, name: like('en', 'pipeline_deals_title') });
  const deals = /^[\d,]+/.exec(await title.innerText())?.[0] ?? '';
  await page.getByText(say('en', 'export_deals'), { exact: true }).click();
  const { name, path } = await download(page, 'export_xlsx');
  expect(name).toMatch(/^seedcast-deals-.*\.xlsx$/);
  await expect(page.getByText(say('en', 'export_saved', { file: name }))).toBeVisible();

  await page.locator('input[type=file]').first().setInputFiles(path);
  await expect(page.getByText(`${deals} rows`).first()).toBeVisible();
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${deals} deals are in.` })).toBeVisible();
});
