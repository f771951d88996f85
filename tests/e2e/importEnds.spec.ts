import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../tooling/findChromium.ts';
import { hubspotExport, type UploadedFile } from './exports.ts';
import { expect, test } from './harness.ts';
import { largeExport } from './largeExport.ts';
import { wholeStored } from './storedDeals.ts';
import { like, say } from './words.ts';

/** The import is ended this often, at moments spread over all of it. */
const KILLS = 20;
/** About what reading takes, and what saving takes, on an idle machine. */
const READING_MILLISECONDS = 150;
const SAVING_MILLISECONDS = 200;
const ROWS = 6_000;

/** Puts the file before the person to check. */
async function check(page: Page, file: UploadedFile): Promise<void> {
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(file);
  await expect(page.getByRole('button', { name: like('en', 'pipeline_check_import') })).toBeEnabled({
    timeout: 30_000,
  });
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
}

function reportIn(page: Page): Locator {
  return page.getByRole('button', { name: say('en', 'pipeline_report_to_deals') });
}

async function waitUntilDone(page: Page): Promise<void> {
  await reportIn(page).waitFor({ timeout: 60_000 });
}

/** Saving may be over before it is seen. */
async function waitUntilSaving(page: Page): Promise<void> {
  const saving = page.getByText(say('en', 'pipeline_progress_saving'));
  await saving.or(reportIn(page)).waitFor({ state: 'attached', timeout: 60_000 });
}

interface Killable {
  page: Page;
  /** As a crash or a power cut ends it: without a word to it. */
  kill(): Promise<void>;
}

/** A browser of its own on a profile that outlives it. Started by hand, for Playwright ends browsers kindly. */
async function startBrowser(profile: string): Promise<Killable> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const flags = [
    ...['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-GB'],
    // What no test needs and every start would pay for.
    ...['--disable-gpu', '--disable-extensions', '--disable-default-apps', '--no-default-browser-check'],
  ];
  const process = spawn(findChromium().path, [...chromiumFlags(), ...flags, 'about:blank'], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(portFile, process)}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error('The browser has no window.');
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    kill: async () => {
      process.kill('SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

async function portOf(file: string, process: ChildProcess): Promise<string> {
  for (let waited = 0; waited < 30_000 && process.exitCode === null; waited += 20) {
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : '';
    if (port) return port;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The browser did not start.');
}

test('a browser that is killed at any moment of an import leaves all of it or nothing', async ({ site }) => {
  test.slow();
  const profile = mkdtempSync(join(tmpdir(), 'seedcast-killed-'));
  let browser = await startBrowser(profile);
  try {
    await browser.page.goto(`${site.url}#/pipeline`);
    await check(browser.page, hubspotExport());
    await confirm(browser.page);
    await reportIn(browser.page).click();
    let before = 90;
    for (let turn = 0; turn < KILLS; turn += 1) {
      const { page } = browser;
      await check(page, largeExport(ROWS + turn));
      await confirm(page);
      // In turn while the file is read and while the deals are stored, each time a little later.
      if (turn % 2 === 1) await waitUntilSaving(page);
      const span = turn % 2 === 1 ? SAVING_MILLISECONDS : READING_MILLISECONDS;
      await page.waitForTimeout((span * turn) / KILLS);
      await browser.kill();

      browser = await startBrowser(profile);
      await browser.page.goto(`${site.url}#/pipeline`);
      const { inUse } = await wholeStored(browser.page);
      expect([before, ROWS + turn]).toContain(inUse);
      before = inUse;
    }
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('two tabs that import at once both have their deals stored, and never each other’s', async ({
  page,
  context,
}) => {
  await page.goto('./#/pipeline');
  const other = await context.newPage();
  await other.goto('./#/pipeline');
  await Promise.all([check(page, largeExport(4_000)), check(other, largeExport(5_000))]);
  await Promise.all([confirm(page), confirm(other)]);
  await Promise.all([waitUntilDone(page), waitUntilDone(other)]);
  const { imports, inUse } = await wholeStored(page);
  expect(imports.map(({ deals }) => deals).sort()).toEqual([4_000, 5_000]);
  expect([4_000, 5_000]).toContain(inUse);
});

test('an import tells how far it is, and cancelled in the middle it leaves what was there', async ({
  page,
}) => {
  await page.goto('./#/pipeline');
  await check(page, hubspotExport());
  await confirm(page);
  await reportIn(page).click();

  const progress = page.getByRole('progressbar', { name: say('en', 'pipeline_progress_reading') });
  const cancel = page.getByRole('button', { name: say('en', 'shell_cancel') });
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(largeExport(200_000));
  await expect(progress).toBeVisible();
  const read = async () => Number(await progress.getAttribute('value'));
  // Looked at often: reading takes little more than a second.
  await expect.poll(read, { intervals: [20] }).toBeGreaterThan(0);
  await cancel.click();
  await expect(progress).toBeHidden();
  await expect(page.getByRole('alert')).toBeHidden();
  expect(await wholeStored(page)).toMatchObject({ inUse: 90, imports: [{ deals: 90 }] });

  // Once more while it is read to be stored: back to what has been checked, or too late, and then it is all there.
  await check(page, largeExport(100_000));
  await confirm(page);
  await cancel.or(reportIn(page)).click();
  const again = page.getByRole('button', { name: like('en', 'pipeline_check_import') });
  await expect(again.or(page.getByRole('heading', { level: 1, name: /deals/i })).first()).toBeVisible();
  expect([90, 100_000]).toContain((await wholeStored(page)).inUse);
});
