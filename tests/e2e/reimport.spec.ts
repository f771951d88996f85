import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { csvFile, type UploadedFile } from './exports.ts';
import { expect, test } from './harness.ts';
import { goTo, headlineOf } from './journeys.ts';
import { like, say } from './words.ts';

const DAY = 86_400_000;
const isoDay = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10);

/** Sixty closed deals of the last year, and the open ones as the CRM has them on the day. */
function exportOf(open: readonly string[]): UploadedFile {
  const closed = Array.from({ length: 60 }, (_, index) => {
    const createdAgo = 400 - index * 5;
    const stage = index % 2 === 0 ? 'Closed Won' : 'Closed Lost';
    const closedOn = isoDay(createdAgo - 30);
    return `${index},Deal ${index},${stage},${9_000 + index},${isoDay(createdAgo)},${closedOn},Referral`;
  });
  const headers = 'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Original Source';
  return csvFile('deals.csv', [headers, ...closed, ...open].join('\n'));
}

const row = (id: number, name: string, stage: string, amount: number, createdAgo: number, close: number) =>
  `${id},${name},${stage},${amount},${isoDay(createdAgo)},${isoDay(close)},Referral`;

const THEN = exportOf([
  row(901, 'Acme', 'Proposal', 50_000, 60, -20),
  row(902, 'Bolt', 'Proposal', 20_000, 55, -10),
  row(903, 'Curl', 'Proposal', 8_000, 30, -40),
  row(905, 'Elm', 'Contract', 6_000, 90, -5),
]);
const NOW = exportOf([
  row(901, 'Acme', 'Closed Won', 50_000, 60, 1),
  row(902, 'Bolt', 'Contract', 20_000, 55, -45),
  row(904, 'Dune', 'Proposal', 30_000, 2, -60),
  row(905, 'Elm', 'Contract', 6_000, 90, -5),
]);

async function chooseFile(page: Page, file: UploadedFile): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
}

/** The forecast as it stands: one that is being made would move it. */
async function settledHeadline(page: Page): Promise<string> {
  await expect(headlineOf(page)).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  return await headlineOf(page).innerText();
}

test('a newer export tells what has changed, and can be gone back on', async ({ page }) => {
  await page.goto('./');
  await chooseFile(page, THEN);
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await page.getByText(say('en', 'pipeline_report_to_forecast')).click();
  await settledHeadline(page);
  await expect(page.getByTestId('changes')).toHaveCount(0);

  // A file of a shape that is known, with no stage that is new, comes in at once.
  await goTo(page, 'pipeline');
  await chooseFile(page, NOW);
  await expect(page.getByText(/^1 new, 2 changed,? and 1 gone since/)).toBeVisible();
  await page.getByText(say('en', 'pipeline_report_to_forecast')).click();
  await settledHeadline(page);
  const changes = page.getByTestId('changes');
  await expect(changes.getByText(/1 deal won, 1 new deal,? and 1 deal gone/)).toBeVisible();
  await expect(changes.getByRole('row', { name: /Acme.*Won on/ })).toBeVisible();
  await expect(
    changes.getByRole('row', { name: /Bolt.*From Proposal to Contract.*35 days later/ }),
  ).toBeVisible();
  await expect(changes.getByRole('row', { name: new RegExp(say('en', 'changes_total')) })).toBeVisible();
  await expectNoViolations(page, 'Forecast with what has changed');

  // Back to the import before, and forward again.
  await goTo(page, 'pipeline');
  await page.getByText(say('en', 'changes_kept'), { exact: true }).click();
  const kept = page.getByRole('listitem').filter({ hasText: like('en', 'changes_kept_facts') });
  await expect(kept).toHaveCount(2);
  await expectNoViolations(page, 'Pipeline with the imports kept');
  await page.getByRole('button', { name: like('en', 'changes_kept_back') }).click();
  await expect(page.getByText(like('en', 'changes_kept_used'))).toBeVisible();
  await goTo(page, 'forecast');
  await settledHeadline(page);
  await expect(page.getByTestId('changes')).toHaveCount(0);
  await page.getByRole('button', { name: say('en', 'shell_undo') }).click();
  await expect(page.getByTestId('changes')).toBeVisible();
});

test('an import that was removed comes back by undo', async ({ page }) => {
  await page.goto('./');
  await chooseFile(page, THEN);
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await page.getByText(say('en', 'pipeline_report_to_deals')).click();
  await page.getByText(say('en', 'changes_kept'), { exact: true }).click();
  await page.getByRole('button', { name: like('en', 'changes_kept_remove') }).click();
  // It was the only one.
  await expect(page.getByText(say('en', 'pipeline_empty_title'))).toBeVisible();
  await page.getByRole('button', { name: say('en', 'shell_undo') }).click();
  await expect(page.getByText(say('en', 'changes_kept'), { exact: true })).toBeVisible();
  await goTo(page, 'forecast');
  await settledHeadline(page);
});
