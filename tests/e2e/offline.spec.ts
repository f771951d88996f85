import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, waitUntilAllIsKept, waitUntilOffline } from './harness.ts';
import {
  eraseEverything,
  goTo,
  headlineOf,
  openExample,
  returnToExample,
  type ScreenName,
  untilRangesAreLearnt,
} from './journeys.ts';
import { say } from './words.ts';

test.use({ serviceWorkers: 'allow' });

const SCREENS: readonly ScreenName[] = ['plan', 'pipeline', 'diagnose', 'settings', 'forecast'];

/** The app with its host gone: everything that was stored is there, and every screen opens. */
async function expectToWorkOffline(page: Page, close: () => Promise<void>): Promise<void> {
  await untilRangesAreLearnt(page);
  const sentence = await headlineOf(page).innerText();
  await waitUntilAllIsKept(page);
  await close();
  await page.reload();
  await expect(headlineOf(page)).toHaveText(sentence);
  for (const screen of SCREENS) await goTo(page, screen);
  await expect(page.locator('canvas').first()).toBeVisible();
}

test.describe('at the root of its host', () => {
  test('the app starts without its host', async ({ page, site }) => {
    await returnToExample(page);
    await expectToWorkOffline(page, () => site.close());
  });
});

test.describe('under a path', () => {
  test.use({ basePath: '/some/where/' });

  test('the app runs, stores and starts without its host', async ({ page, site, requests }) => {
    await openExample(page);
    await expectToWorkOffline(page, () => site.close());
    for (const { url } of requests) expect(url.startsWith(site.url), url).toBe(true);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(site.url);
  });

  test('a start with a query, as a shared file or a campaign adds, works offline too', async ({
    page,
    site,
  }) => {
    await returnToExample(page);
    await waitUntilOffline(page);
    await site.close();
    await page.goto('./?from=mail#/forecast');
    await expect(headlineOf(page)).toBeVisible();
  });
});

test('the example company, once opened, can be opened again without the host', async ({ page, site }) => {
  await page.goto('./');
  await waitUntilOffline(page);
  await openExample(page);
  await eraseEverything(page);
  await site.close();
  await openExample(page);
});

test.describe('a new version', () => {
  let newBuild: string;
  test.beforeEach(() => {
    newBuild = mkdtempSync(join(tmpdir(), 'new-build-'));
    cpSync('dist', newBuild, { recursive: true });
    // What a changed file does to a build: another page, and with it another list in the service worker.
    const page = readFileSync(join(newBuild, 'index.html'), 'utf8');
    writeFileSync(join(newBuild, 'index.html'), page.replace('<body>', '<body data-version="new">'));
    const worker = readFileSync(join(newBuild, 'sw.js'), 'utf8');
    const changed = worker.replace(
      /(url:\s*"index\.html",\s*revision:\s*")[^"]+|(revision:\s*")[^"]+(",\s*url:\s*"index\.html")/,
      (_, before?: string, start?: string, end?: string) =>
        before ? `${before}newrevision` : `${start ?? ''}newrevision${end ?? ''}`,
    );
    if (changed === worker) throw new Error('The service worker has no revision of index.html to change.');
    writeFileSync(join(newBuild, 'sw.js'), changed);
  });
  test.afterEach(() => rmSync(newBuild, { recursive: true }));

  test('waits until the user takes it, and what was just typed is kept', async ({ page, site }) => {
    await returnToExample(page);
    await waitUntilOffline(page);
    site.serveInstead(newBuild);
    await page.reload();
    await expect(page.getByText(say('en', 'shell_update_available'))).toBeVisible();
    expect(await page.locator('body').getAttribute('data-version')).toBeNull();

    await goTo(page, 'settings');
    await page.getByLabel(say('en', 'settings_company')).fill('Typed at the last moment');
    await page.getByRole('button', { name: say('en', 'shell_update_reload') }).click();
    await expect(page.locator('body')).toHaveAttribute('data-version', 'new');
    await expect(page.getByLabel(say('en', 'settings_company'))).toHaveValue('Typed at the last moment');
    await expect(page.getByText(say('en', 'shell_update_available'))).toBeHidden();
  });

  test('can be put off', async ({ page, site }) => {
    await returnToExample(page);
    await waitUntilOffline(page);
    site.serveInstead(newBuild);
    await page.reload();
    await page.getByRole('button', { name: say('en', 'shell_update_later') }).click();
    await expect(page.getByText(say('en', 'shell_update_available'))).toBeHidden();
    await expect(headlineOf(page)).toBeVisible();
  });
});
