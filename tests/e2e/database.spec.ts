import type { Page } from '@playwright/test';
import { hubspotExport } from './exports.ts';
import { expect, test } from './harness.ts';
import { goTo, headlineOf, openExample, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

const databaseNames = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** What a tab with newer code does: it upgrades the database under this one. True if nothing stood in its way. */
const upgradeFromOutside = (page: Page, name: string) =>
  page.evaluate(
    async (database) =>
      await new Promise<boolean>((resolve) => {
        const request = indexedDB.open(database, 990);
        request.onblocked = () => resolve(false);
        request.onerror = () => resolve(false);
        request.onsuccess = () => {
          request.result.close();
          resolve(true);
        };
      }),
    name,
  );

test('a first visit stores nothing until there is something to store', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await databaseNames(page)).toEqual([]);
  await page.goto('./#/pipeline');
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(hubspotExport());
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await page.getByRole('button', { name: say('en', 'pipeline_report_to_deals') }).click();
  expect(await databaseNames(page)).toHaveLength(1);
  await page.reload();
  await goTo(page, 'forecast');
  await expect(headlineOf(page)).toBeVisible();
});

for (const when of ['having read', 'having written']) {
  test(`a tab, ${when}, lets go of a database that newer code upgrades, and says so`, async ({ page }) => {
    await (when === 'having read' ? returnToExample : openExample)(page);
    const [name = ''] = await databaseNames(page);
    expect(await upgradeFromOutside(page, name)).toBe(true);
    await expect(page.getByText(say('en', 'problems_storage_newer_schema')).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(say('en', 'problems_storage_newer_schema')).first()).toBeVisible();
  });
}

test('a part that cannot be loaded is told, and a reload that loads it helps', async ({ page }) => {
  await page.route(/dexieWriter/, (route) => route.abort());
  await page.goto('./#/pipeline');
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(hubspotExport());
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await expect(page.getByText(like('en', 'problems_service_stopped')).first()).toBeVisible();
  await page.unroute(/dexieWriter/);
  await page.reload();
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(hubspotExport());
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await expect(page.getByRole('button', { name: say('en', 'pipeline_report_to_deals') })).toBeVisible();
});
