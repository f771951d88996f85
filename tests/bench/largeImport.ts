/**
 * What a large export costs in a browser, on the production build. `import-store-100k`: from the file's arrival to its
 * report on screen, all stored in IndexedDB, with the button of the check pressed as soon as it is there. `import-again-100k`:
 * the same of a later export on a later visit, which is held against the first one. `open-100k`: from the navigation of a later visit to the painted headline, each visit with a page and a worker of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launchBrowser } from '../../tooling/browser.ts';
import { serveFolder } from '../../tooling/serveFolder.ts';
import { like } from '../e2e/words.ts';
import { crmExportText, laterCrmExportText } from './crmExport.ts';
import { importOnce, LONGEST_WAIT_MS, peakRendererBytes } from './importInPage.ts';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

export const LARGE_IMPORT_NAMES = ['import-store-100k', 'import-again-100k', 'open-100k'] as const;

const ROWS = 100_000;
const IMPORTS = 5;
const VISITS = 5;
/** The browser tells of no task that is shorter. */
const SHORTEST_LONG_TASK_MS = 50;

/** Runs in the page: notes when a heading with the answer is painted. */
function watchHeadline(pattern: string): void {
  const observer = new MutationObserver(() => {
    const headline = new RegExp(pattern);
    if (![...document.querySelectorAll('h1')].some(({ innerText }) => headline.test(innerText))) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      // A task that a frame's callback asks for runs once that frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => ((window as Window & { headlineAt?: number }).headlineAt = performance.now());
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Milliseconds until the headline is painted. The page is left open. */
async function openApp(page: Page): Promise<number> {
  // Of the quarter by name, where the export is of an earlier one.
  const headline = `${like('en', 'forecast_headline_quarter').source}|${like('en', 'forecast_headline_span').source}`;
  await page.addInitScript(watchHeadline, headline);
  await page.goto('./');
  const at = await page.waitForFunction(
    () => (window as Window & { headlineAt?: number }).headlineAt,
    undefined,
    { timeout: LONGEST_WAIT_MS },
  );
  return (await at.jsonValue()) ?? NaN;
}

async function openOnce(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  const ms = await openApp(page);
  await page.close();
  return ms;
}

const NO_YARDSTICK = {
  versus: { others: null },
  reason: 'no other tool reads, checks and keeps an export in the browser',
} as const;

/** @param files imported one after the other, each by a page of its own; the last one is measured */
async function benchmarkStoring(name: string, url: string, files: readonly string[]): Promise<SpeedResult> {
  const times: number[] = [];
  const tasks: number[] = [];
  const peaks: number[] = [];
  for (let run = 0; run < IMPORTS; run++) {
    // A browser of its own each: what one has left behind is not the next one's.
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ locale: 'en-GB', baseURL: url });
      let last = { ms: NaN, longestTaskMs: NaN };
      for (const file of files) {
        const page = await context.newPage();
        // A later visit: the forecast is there, and the past is being replayed.
        if (file !== files[0]) await openApp(page);
        last = await importOnce(page, file);
        if (file === files.at(-1)) continue;
        await page.close();
        // As in `open-100k`, it finds what the first import left to be worked out once.
        await openOnce(context);
      }
      times.push(last.ms);
      tasks.push(Math.max(SHORTEST_LONG_TASK_MS, last.longestTaskMs));
      const peak = await peakRendererBytes(browser);
      if (peak !== undefined) peaks.push(peak);
    } finally {
      await browser.close();
    }
  }
  return {
    name,
    medianMs: medianOf(times),
    longestTaskMs: Math.max(...tasks),
    ...(peaks.length > 0 && { peakRssBytes: Math.max(...peaks) }),
    ...NO_YARDSTICK,
  };
}

async function benchmarkOpening(url: string, file: string): Promise<SpeedResult> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ locale: 'en-GB', baseURL: url });
    const page = await context.newPage();
    await importOnce(page, file);
    await page.goto('./#/forecast');
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active != null);
    await page.close();
    // The first visit finds what the import left to be worked out once.
    await openOnce(context);
    const times: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) times.push(await openOnce(context));
    const peakRssBytes = await peakRendererBytes(browser);
    return {
      name: 'open-100k',
      medianMs: medianOf(times),
      ...(peakRssBytes !== undefined && { peakRssBytes }),
      ...NO_YARDSTICK,
    };
  } finally {
    await browser.close();
  }
}

/** Measures the build in `folder`. */
export async function benchmarkLargeImport(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<readonly SpeedResult[]> {
  const server = await serveFolder({ folder, securityHeaders: true });
  const files = mkdtempSync(join(tmpdir(), 'seedcast-export-'));
  try {
    const file = join(files, 'deals.csv');
    writeFileSync(file, crmExportText(ROWS));
    const later = join(files, 'deals-later.csv');
    writeFileSync(later, laterCrmExportText(ROWS));
    const results: SpeedResult[] = [];
    if (isWanted('import-store-100k'))
      results.push(await benchmarkStoring('import-store-100k', server.url, [file]));
    if (isWanted('import-again-100k'))
      results.push(await benchmarkStoring('import-again-100k', server.url, [file, later]));
    if (isWanted('open-100k')) results.push(await benchmarkOpening(server.url, file));
    return results;
  } finally {
    rmSync(files, { recursive: true, force: true });
    await server.close();
  }
}
