/** Imports a file in the page of a build, and says what that took. */
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { like, say } from '../e2e/words.ts';

export const LONGEST_WAIT_MS = 120_000;

/** From the file's arrival to its report; the longest task of the page meanwhile, 0 where the browser tells of none (under 50 ms). */
export interface ImportTimes {
  ms: number;
  longestTaskMs: number;
}

interface Words {
  /** What the button of the check begins with. */
  confirm: string;
  done: string;
}
/** What the page notes while it imports. */
type Watched = Window & { imported?: ImportTimes };

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

/** The most memory that any renderer ever had, page and worker together; undefined where the system does not tell. */
export async function peakRendererBytes(browser: Browser): Promise<number | undefined> {
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

export async function importOnce(page: Page, file: string): Promise<ImportTimes> {
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
