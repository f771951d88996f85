/**
 * Scrolling through 100,000 deals in a browser, on the production build, with a wheel, by dragging and by jumping. What counts is what
 * was seen: every frame that the browser put on screen is looked at for rows without ink. `medianMs` is the time from a jump
 * to the frame that shows the deals of that place.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { launchBrowser } from '../../tooling/browser.ts';
import { serveFolder } from '../../tooling/serveFolder.ts';
import { like, say } from '../e2e/words.ts';
import { crmExportText } from './crmExport.ts';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

export const TABLE_NAMES = ['table-scroll'] as const;

const DEALS = 100_000;
const WHEEL_TURNS = 120;
const DRAG_FRAMES = 60;
const JUMPS = 20;
/** More than stands between the text of two neighbouring rows, less than a row. */
const BLANK_PIXELS = 50;

async function importDeals(page: Page): Promise<void> {
  await page.goto('./');
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(crmExportText(DEALS)) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click({ timeout: 120_000 });
  await page.getByRole('button', { name: say('en', 'pipeline_report_to_deals') }).click({ timeout: 120_000 });
  await page.locator('tr[data-row="0"]').waitFor({ timeout: 60_000 });
}

/** Frames as PNG in base64, as they came on screen. */
async function recordFrames(cdp: CDPSession, work: () => Promise<void>): Promise<readonly string[]> {
  const frames: string[] = [];
  const keep = ({ data, sessionId }: { data: string; sessionId: number }): void => {
    frames.push(data);
    // A page that is closing takes no more of it.
    cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  };
  cdp.on('Page.screencastFrame', keep);
  await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await work();
  await cdp.send('Page.stopScreencast');
  cdp.off('Page.screencastFrame', keep);
  return frames;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The longest run of lines without ink in each frame, within the area. Worked out on an empty page. */
async function longestBlanks(page: Page, frames: readonly string[], area: Area): Promise<readonly number[]> {
  const blanks: number[] = [];
  for (const frame of frames) {
    const blank = await page.evaluate(
      async ({ frame, area }) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${frame}`)).blob());
        const canvas = new OffscreenCanvas(area.width, area.height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('No canvas.');
        context.drawImage(image, -area.x, -area.y);
        const { data } = context.getImageData(0, 0, area.width, area.height);
        let run = 0;
        let longest = 0;
        for (let line = 0; line < area.height; line++) {
          let hasInk = false;
          // Names are dark; the hairlines between rows are not.
          for (let at = line * area.width * 4; at < (line + 1) * area.width * 4; at += 4) {
            if ((data[at] ?? 255) < 110) hasInk = true;
          }
          run = hasInk ? 0 : run + 1;
          longest = Math.max(longest, run);
        }
        return longest;
      },
      { frame, area },
    );
    blanks.push(blank);
  }
  return blanks;
}

async function turnWheel(page: Page, area: Area): Promise<void> {
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  for (let turn = 0; turn < WHEEL_TURNS; turn++) {
    // Faster and faster, and back again.
    await page.mouse.wheel(0, (turn < WHEEL_TURNS / 2 ? 1 : -1) * (100 + 20 * (turn % (WHEEL_TURNS / 2))));
    await page.waitForTimeout(16);
  }
}

/** As by the thumb of the scrollbar: another place each frame, over all of the list. */
async function drag(page: Page): Promise<void> {
  await page.locator('[data-scroller]').evaluate(async (scroller, frames) => {
    for (let frame = 1; frame <= frames; frame++) {
      scroller.scrollTop = (scroller.scrollHeight * frame) / frames;
      await new Promise(requestAnimationFrame);
    }
  }, DRAG_FRAMES);
  await page.waitForTimeout(300);
}

/** From the jump to the frame after which its rows are painted, in milliseconds. */
async function timeJumps(page: Page): Promise<readonly number[]> {
  return await page.locator('[data-scroller]').evaluate(async (scroller, jumps) => {
    const times: number[] = [];
    for (let jump = 1; jump <= jumps; jump++) {
      // Places far from each other, the same each time.
      const top = Math.floor(((jump * 0.618034) % 1) * (scroller.scrollHeight - scroller.clientHeight));
      const begin = performance.now();
      scroller.scrollTop = top;
      for (;;) {
        await new Promise(requestAnimationFrame);
        const first = scroller.querySelector<HTMLElement>('tr[data-row]');
        const row = Math.floor(top / (first?.offsetHeight ?? 1)) + 1;
        if (scroller.querySelector(`tr[data-row="${row}"]`)) break;
        if (performance.now() - begin > 60_000) throw new Error('The rows did not come.');
      }
      // A task that a frame's callback asks for runs once that frame is painted.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      times.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return times;
  }, JUMPS);
}

/** What is looked at: the names, below the head. */
async function areaOfNames(page: Page): Promise<Area> {
  return await page.locator('[data-scroller]').evaluate((scroller) => {
    const { bottom } = scroller.getBoundingClientRect();
    const head = scroller.querySelector('thead th')?.getBoundingClientRect();
    if (!head) throw new Error('No head.');
    const y = Math.ceil(head.bottom);
    return {
      x: Math.ceil(head.left),
      y,
      width: Math.floor(head.width),
      height: Math.floor(Math.min(bottom, innerHeight)) - y,
    };
  });
}

async function measureOn(browser: Browser, baseURL: string): Promise<SpeedResult> {
  const context = await browser.newContext({
    locale: 'en-GB',
    baseURL,
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await importDeals(page);
    await page.locator('[data-scroller]').scrollIntoViewIfNeeded();
    // What comes after an import (the forecast, the replay of the past) is measured elsewhere.
    await page.waitForTimeout(5_000);
    const area = await areaOfNames(page);
    const cdp = await context.newCDPSession(page);
    const frames = await recordFrames(cdp, async () => {
      await turnWheel(page, area);
      await drag(page);
    });
    const times = await timeJumps(page);
    const blanks = await longestBlanks(await context.newPage(), frames, area);
    const sorted = [...times].sort((one, other) => one - other);
    return {
      name: 'table-scroll',
      medianMs: medianOf(times),
      p95Ms: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? NaN,
      versus: {},
      frames: frames.length,
      blankFrames: blanks.filter((lines) => lines > BLANK_PIXELS).length,
    };
  } finally {
    await context.close();
  }
}

/** Measures the build in `folder`. */
export async function benchmarkTableScroll(folder: string): Promise<readonly SpeedResult[]> {
  const server = await serveFolder({ folder });
  const browser = await launchBrowser();
  try {
    return [await measureOn(browser, server.url)];
  } finally {
    await browser.close();
    await server.close();
  }
}
