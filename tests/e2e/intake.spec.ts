import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { csvFile, hubspotExport } from './exports.ts';
import { expect, test, waitUntilAllIsKept } from './harness.ts';
import { goTo } from './journeys.ts';
import { like, say } from './words.ts';

test.use({ serviceWorkers: 'allow' });

const TABLE = [
  'Deal\tCreated\tStage\tAmount',
  'Acme\t2026-01-02\tDemo\t100',
  'Blom\t2026-02-03\tWon\t50',
].join('\n');

function checkOf(page: Page) {
  return page.getByRole('heading', { level: 1, name: say('en', 'pipeline_check_title') });
}

async function importFile(page: Page, file: ReturnType<typeof csvFile>): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
}

test('a table pasted anywhere on Welcome is read', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, TABLE);
  await expect(checkOf(page)).toBeVisible();
  await expect(page.getByText(say('en', 'import_paste_name')).first()).toBeVisible();
});

test('a table is pasted into a field, where there is no keyboard to paste with', async ({ page }) => {
  await page.goto('./#/pipeline');
  await page.getByRole('button', { name: say('en', 'import_paste_title') }).click();
  const field = page.getByLabel(say('en', 'import_paste_field'));
  const read = page.getByRole('button', { name: say('en', 'import_paste_read') });
  await field.fill('not a table');
  await read.click();
  await expect(page.getByText(say('en', 'import_paste_no_table'))).toBeVisible();
  await field.fill(TABLE);
  await read.click();
  await expect(checkOf(page)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Acme' })).toBeVisible();
});

/** A start of the app at the address that the answer to a share leads to; files are taken at once, so there is one start only. */
async function openShared(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto('./#/pipeline/shared');
}

test('files shared to the installed app reach it without a host, and are looked at before they count', async ({
  page,
  site,
}) => {
  await page.goto('./');
  await waitUntilAllIsKept(page);
  await site.close();
  const answer = await page.evaluate(async (text) => {
    const form = new FormData();
    form.append('files', new File([text], 'räksmörgås.csv', { type: 'text/csv' }));
    return (await fetch('./share', { method: 'POST', body: form, redirect: 'manual' })).type;
  }, TABLE);
  expect(answer).toBe('opaqueredirect');
  // Where the answer leads.
  await openShared(page);
  await expect(checkOf(page)).toBeVisible();
  await expect(page.getByText('räksmörgås.csv').first()).toBeVisible();
  await expect(page).toHaveURL(/#\/pipeline$/);
  // They are taken once.
  await openShared(page);
  await expect(
    page.getByRole('heading', { level: 1, name: say('en', 'pipeline_empty_title') }),
  ).toBeVisible();
});

test('the manifest offers the app for tables, under any path', () => {
  const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8')) as {
    share_target: { action: string; method: string };
    file_handlers: readonly { action: string; accept: Record<string, string[]> }[];
  };
  expect(manifest.share_target).toMatchObject({ action: './share', method: 'POST' });
  expect(manifest.file_handlers[0]?.action).toMatch(/^\.\//);
  expect(Object.values(manifest.file_handlers[0]?.accept ?? {}).flat()).toEqual(['.csv', '.tsv', '.xlsx']);
});

test('a file of a known shape is read as last time, changed later, and undone', async ({ page }) => {
  await page.goto('./');
  await importFile(page, hubspotExport());
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await page.getByText(say('en', 'pipeline_report_to_deals')).click();
  await importFile(page, hubspotExport());
  await expect(page.getByText(say('en', 'import_as_last_time'))).toBeVisible();
  await page.getByRole('button', { name: say('en', 'pipeline_report_undo') }).click();
  await expect(page.getByText(say('en', 'pipeline_undone'))).toBeVisible();
  // The deals of the first import are there again; how they were read can be changed from their own file.
  await page.reload();
  await page.getByRole('button', { name: say('en', 'import_reread') }).click();
  await expect(checkOf(page)).toBeVisible();
  await page
    .getByRole('group', { name: 'Cold call' })
    .getByText(say('en', 'shell_net'), { exact: true })
    .click();
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await expect(page.getByRole('heading', { level: 1, name: '90 deals are in.' })).toBeVisible();
});

test('what is odd is shown by its money, and a sort of deals can be left out at any time', async ({
  page,
}) => {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const month = String((index % 9) + 1).padStart(2, '0');
    return index < 20
      ? `Upsell ${index},2026-${month}-05,2026-${month}-05,Won,${1000 + index},Referral`
      : `Deal ${index},2026-${month}-05,2026-${month}-25,${index % 2 ? 'Won' : 'Lost'},500,Web`;
  });
  const text = `Deal,Created,Closed,Status,Amount (SEK),Source\n${rows.join('\n')}\n`;
  await page.goto('./#/pipeline');
  await importFile(page, csvFile('upsells.csv', text));
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  const note = page.getByRole('listitem').filter({ hasText: like('en', 'problems_note_sameDayWins') });
  await expect(note.getByText(/20,190/)).toBeVisible();
  const box = note.getByRole('checkbox', { name: say('en', 'import_quality_leave_out') });
  await box.check();
  await expect(page.getByText(say('en', 'import_quality_left_out_done'))).toBeVisible();
  await page.reload();
  await goTo(page, 'pipeline');
  await page
    .getByRole('heading', { name: say('en', 'pipeline_deals_report') })
    .first()
    .click();
  await expect(box).toBeChecked();
});
