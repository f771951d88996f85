/**
 * `screen-diagnose`, `screen-team`, `screen-budget`: from asking for the screen to its first answer painted, with 10,000 deals and the
 * forecast on screen, in a browser on the production build. Each time a page of its own that opens the screen for the first time: its
 * part is loaded and its code has not run before.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launchBrowser } from '../../tooling/browser.ts';
import { serveFolder } from '../../tooling/serveFolder.ts';
import { crmExportText } from './crmExport.ts';
import { importOnce } from './importInPage.ts';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

const ROWS = 10_000;
const VISITS = 7;
const MOST_WAITING_MILLISECONDS = 60_000;

/** What is on screen once it answers. */
const ANSWERED = {
  diagnose: 'main h1:not(.waiting) ~ *, main [aria-busy=false] h1:not(.waiting)',
  team: 'main [aria-busy=false] table',
  budget: 'main .sub',
} as const;
type MeasuredScreen = keyof typeof ANSWERED;
const SCREENS: readonly MeasuredScreen[] = ['diagnose', 'team', 'budget'];

export const SCREEN_NAMES = SCREENS.map((screen) => `screen-${screen}`);

/** Runs in the page. Without functions of a name: see slider.ts. */
function openScreen({ screen, answered }: { screen: string; answered: string }): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    const observer = new MutationObserver(() => {
      if (!location.hash.endsWith(screen) || !document.querySelector(answered)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - began);
        port2.postMessage(null);
      });
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    location.hash = `/${screen}`;
  });
}

/** The forecast with all that follows it: the past has been replayed and everything is stored. */
async function openForecast(page: Page): Promise<void> {
  await page.goto('./#/forecast');
  await page.locator('main [aria-busy=false] h1, main div[aria-busy=false]').first().waitFor({
    timeout: MOST_WAITING_MILLISECONDS,
  });
  await page.waitForLoadState('networkidle');
}

async function timeScreen(context: BrowserContext, screen: MeasuredScreen): Promise<number> {
  const page = await context.newPage();
  try {
    await openForecast(page);
    await page.waitForTimeout(1_500);
    return await page.evaluate(openScreen, { screen, answered: ANSWERED[screen] });
  } finally {
    await page.close();
  }
}

/** Measures the build in `folder`. */
export async function benchmarkScreens(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<readonly SpeedResult[]> {
  const server = await serveFolder({ folder, securityHeaders: true });
  const files = mkdtempSync(join(tmpdir(), 'seedcast-export-'));
  const browser = await launchBrowser();
  try {
    const file = join(files, 'deals.csv');
    writeFileSync(file, crmExportText(ROWS));
    const context = await browser.newContext({
      locale: 'en-GB',
      baseURL: server.url,
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await importOnce(page, file);
    await openForecast(page);
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active != null);
    // The replay of the past, once and for all visits.
    await page.waitForTimeout(20_000);
    await page.close();
    const results: SpeedResult[] = [];
    for (const screen of SCREENS) {
      const name = `screen-${screen}`;
      if (!isWanted(name)) continue;
      const times: number[] = [];
      for (let visit = 0; visit < VISITS; visit++) times.push(await timeScreen(context, screen));
      results.push({ name, medianMs: medianOf(times), versus: {} });
    }
    return results;
  } finally {
    await browser.close();
    await server.close();
    rmSync(files, { recursive: true, force: true });
  }
}
