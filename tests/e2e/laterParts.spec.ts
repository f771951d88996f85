/** The parts of the app that are fetched after the service worker is installed: kept, completed, exchanged. */
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findListOfLaterParts, readLaterParts } from '../../tooling/storedFiles.ts';
import { hubspotExport } from './exports.ts';
import { expect, findNotKept, test, waitUntilAllIsKept, waitUntilOffline } from './harness.ts';
import { goTo, headlineOf, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

test.use({ serviceWorkers: 'allow' });

const LATER = readLaterParts('dist');

/** A later part of the build by the name of its module. */
function partOf(name: string): string {
  const part = LATER.find((file) => file.startsWith(`assets/${name}-`) && file.endsWith('.js'));
  if (part === undefined) throw new Error(`${name} is not among the later parts.`);
  return part;
}

let otherBuild: string;
test.beforeEach(() => {
  otherBuild = mkdtempSync(join(tmpdir(), 'other-build-'));
  cpSync('dist', otherBuild, { recursive: true });
});
test.afterEach(() => rmSync(otherBuild, { recursive: true }));

/** What browsers keep by themselves is no promise: it may go at any time. */
async function forgetHttpCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
}

test('after one visit everything works without the host: import, why, goal, track record, export', async ({
  page,
  site,
}) => {
  await page.goto('./');
  await waitUntilAllIsKept(page);
  await site.close();
  await forgetHttpCache(page);

  await page.locator('input[type=file]').first().setInputFiles(hubspotExport());
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  await expect(page.getByRole('heading', { level: 1, name: '90 deals are in.' })).toBeVisible();

  await goTo(page, 'forecast');
  await expect(headlineOf(page)).toBeVisible();
  await page.locator('.range').getByRole('button').click();
  const why = page.getByRole('dialog', { name: like('en', 'why_title') });
  await expect(why.getByRole('heading', { name: say('en', 'why_sum') })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByText(say('en', 'export_forecast'), { exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('en', 'export_xlsx') }).click();
  expect((await download).suggestedFilename()).toMatch(/^seedcast-forecast-.*\.xlsx$/);

  await goTo(page, 'plan');
  for (const part of ['planGoal', 'planMatters']) {
    await page.getByRole('link', { name: say('en', `${part}_tab`), exact: true }).click();
    await expect(page.locator('main p.sentence')).toBeVisible({ timeout: 60_000 });
  }
  await goTo(page, 'track');
  await goTo(page, 'settings');
});

test('a fetch that was interrupted is completed on the next visit', async ({ page, site }) => {
  const lacking = [partOf('Goal'), partOf('csv')];
  for (const file of lacking) rmSync(join(otherBuild, file));
  site.serveInstead(otherBuild);
  await page.goto('./');
  await waitUntilOffline(page);
  await expect.poll(() => findNotKept(page, LATER)).toEqual(lacking);

  site.serveInstead('dist');
  await page.reload();
  await waitUntilAllIsKept(page);
});

test('where data are saved a part is fetched, and kept, when it is asked for', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await returnToExample(page);
  await waitUntilOffline(page);
  const fetched = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)),
    );
  const before = await fetched();
  await goTo(page, 'settings');
  await expect(page.getByLabel(say('en', 'settings_company'))).toBeVisible();
  // What it needs of other parts comes with it.
  const since = (await fetched()).filter((file) => !before.includes(file));
  const needed = LATER.filter((part) => since.includes(part));
  expect(needed).toContain(partOf('Settings'));
  await expect.poll(() => findNotKept(page, needed)).toEqual([]);
  expect(await findNotKept(page, [partOf('csv')])).toEqual([partOf('csv')]);

  await site.close();
  await forgetHttpCache(page);
  await page.reload();
  await expect(page.getByLabel(say('en', 'settings_company'))).toBeVisible();
});

test('a new version fetches its parts while it waits, the old one keeps its own until then', async ({
  page,
  site,
}) => {
  const [oldPart, newPart] = [partOf('Track'), 'assets/Changed-12345678.js'];
  // What a changed part does to a build: the file has another name, so has the list, and the service worker names that.
  const [oldList, newList] = [findListOfLaterParts('dist'), 'assets/listOfLaterParts-12345678.js'];
  copyFileSync(join('dist', oldPart), join(otherBuild, newPart));
  for (const gone of [oldPart, oldList]) rmSync(join(otherBuild, gone));
  const list = readFileSync(join('dist', oldList), 'utf8');
  writeFileSync(join(otherBuild, newList), list.replace(oldPart, newPart));
  const worker = readFileSync(join('dist', 'sw.js'), 'utf8');
  writeFileSync(join(otherBuild, 'sw.js'), worker.replaceAll(oldList, newList));

  await returnToExample(page);
  await waitUntilAllIsKept(page);
  site.serveInstead(otherBuild);
  await page.reload();
  await expect(page.getByText(say('en', 'shell_update_available'))).toBeVisible();
  await expect.poll(() => findNotKept(page, [...LATER, newPart])).toEqual([]);
  await forgetHttpCache(page);
  await goTo(page, 'track');

  // This made-up build still asks for the part by its old name, so the next start is on a screen that does not.
  await goTo(page, 'forecast');
  const isReloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: say('en', 'shell_update_reload') }).click();
  await isReloaded;
  await expect.poll(() => findNotKept(page, [oldPart])).toEqual([oldPart]);
  expect(await findNotKept(page, readLaterParts(otherBuild))).toEqual([]);
});
