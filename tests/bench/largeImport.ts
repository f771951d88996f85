/**
 * What a large export costs in a browser, on the production build. `import-store-100k`: from the file's arrival to its
 * report on screen, all stored in IndexedDB, with the button of the check pressed as soon as it is there. `open-100k`:
 * from the navigation of a later visit to the painted headline, each visit with a page and a worker of its own.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { launchBrowser } from '../../tooling/browser.ts';
import { serveFolder } from '../../tooling/serveFolder.ts';
import { like, say } from '../e2e/words.ts';
import { crmExportText } from './crmExport.ts';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

export const LARGE_IMPORT_NAMES = ['import-store-100k', 'open-100k'] as const;

const ROWS = 100_000;
const IMPORTS = 5;
const VISITS = 5;
/** The browser tells of no task that is shorter. */
const SHORTEST_LONG_TASK_MS = 50;
const LONGEST_WAIT_MS = 120_000;

interface Words {
  /** What the button of the check begins with. */
  confirm: string;
  done: string;
}
/** What the page notes while it imports. */
type Watched = Window & { imported?: { ms: number; longestTaskMs: number } };

/**
 * Runs in the page. Without functions of a name, which tsx would mark with a helper that the page does not have.
 */
function watchImport({ confirm, done }: Words): void {
  let begin = NaN;
  let isPressed = false;
  let longestTaskMs = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime + duration > begin) longestTaskMs = Math.max(longestTaskMs, duration);
    }
  });
  tasks.observe({ entryTypes: ['longtask'] });
  document.addEventListener('change', () => (begin = performance.now()), { capture: true });
  const observer = new MutationObserver(() => {
    const buttons = [...document.querySelectorAll('button')];
    const isDone = buttons.some(({ textContent }) => textContent?.trim() === done);
    if (isDone) {
      observer.disconnect();
      const ms = performance.now() - begin;
      // The last task is told of once it is over.
      setTimeout(() => ((window as Watched).imported = { ms, longestTaskMs }), 500);
    } else if (!isPressed) {
      const button = buttons.find(({ textContent }) => new RegExp(confirm).test(textContent ?? ''));
      if (button?.disabled === false) {
        isPressed = true;
        button.click();
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}

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

/** The most memory that any renderer ever had, page and worker together; undefined where the system does not tell. */
async function peakRendererBytes(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo.flatMap(({ type, id }) => {
    const status = `/proc/${id}/status`;
    if (type !== 'renderer' || !existsSync(status)) return [];
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1];
    return kilobytes === undefined ? [] : [Number(kilobytes) * 1024];
  });
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}

async function importOnce(page: Page, file: string): Promise<{ ms: number; longestTaskMs: number }> {
  await page.goto('./#/pipeline');
  await page.evaluate(watchImport, {
    confirm: like('en', 'pipeline_check_import').source,
    done: say('en', 'pipeline_report_to_deals'),
  });
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(file);
  const imported = await page.waitForFunction(() => (window as Watched).imported, undefined, {
    timeout: LONGEST_WAIT_MS,
  });
  return (await imported.jsonValue()) ?? { ms: NaN, longestTaskMs: NaN };
}

async function openOnce(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  // Of the quarter by name, where the export is of an earlier one.
  const headline = `${like('en', 'forecast_headline_quarter').source}|${like('en', 'forecast_headline_span').source}`;
  await page.addInitScript(watchHeadline, headline);
  await page.goto('./');
  const at = await page.waitForFunction(
    () => (window as Window & { headlineAt?: number }).headlineAt,
    undefined,
    { timeout: LONGEST_WAIT_MS },
  );
  const ms = (await at.jsonValue()) ?? NaN;
  await page.close();
  return ms;
}

const NO_YARDSTICK = {
  versus: { others: null },
  reason: 'no other tool reads, checks and keeps an export in the browser',
} as const;

async function benchmarkStoring(url: string, file: string): Promise<SpeedResult> {
  const times: number[] = [];
  const tasks: number[] = [];
  const peaks: number[] = [];
  for (let run = 0; run < IMPORTS; run++) {
    // A browser of its own each: what one has left behind is not the next one's.
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ locale: 'en-GB', baseURL: url });
      const { ms, longestTaskMs } = await importOnce(await context.newPage(), file);
      times.push(ms);
      tasks.push(Math.max(SHORTEST_LONG_TASK_MS, longestTaskMs));
      const peak = await peakRendererBytes(browser);
      if (peak !== undefined) peaks.push(peak);
    } finally {
      await browser.close();
    }
  }
  return {
    name: 'import-store-100k',
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
    const results: SpeedResult[] = [];
    if (isWanted('import-store-100k')) results.push(await benchmarkStoring(server.url, file));
    if (isWanted('open-100k')) results.push(await benchmarkOpening(server.url, file));
    return results;
  } finally {
    rmSync(files, { recursive: true, force: true });
    await server.close();
  }
}
