/**
 * How long a slider of the Plan screen takes to move the forecast, in a browser and on the production build: from the
 * slider's event to the frame that shows an answer which knows it. `slider-preview-p95` while a mouse drags it,
 * `slider-full` from letting go to the number of all paths.
 */
import type { Browser, Locator, Page } from '@playwright/test';
import { launchBrowser } from '../../tooling/browser.ts';
import { serveFolder } from '../../tooling/serveFolder.ts';
import { goTo, openAssumptions, openExample, untilRangesAreLearnt } from '../e2e/journeys.ts';
import { say } from '../e2e/words.ts';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

export const SLIDER_NAMES = [
  'slider-preview-p95',
  'slider-preview-history-p95',
  'slider-full',
  'slider-full-history',
] as const;

/** Drags in all, of a few sliders in turn, and steps of the mouse in each. */
const DRAGS = 12;
const STEPS = 40;
/** The mouse reports about as often as a screen is drawn. */
const STEP_MILLISECONDS = 16;

interface Times {
  preview: readonly number[];
  full: readonly number[];
}

/** What the page notes: when a slider moved or was let go, and which state was on screen in which frame. */
interface Noted {
  /** When each change came, by revision. */
  changed: { at: number; revision: number }[];
  released: { at: number; revision: number }[];
  painted: { at: number; revision: number; paths: number }[];
}
type Watched = Window & { noted: Noted };

/**
 * Runs in the page, on the element that carries `data-revision`, `data-shown-revision` and `data-forecast-paths`. Without
 * functions of a name, which tsx would mark with a helper that the page does not have.
 */
function watch(shown: HTMLElement): void {
  const noted: Noted = { changed: [], released: [], painted: [] };
  (window as unknown as Watched).noted = noted;
  const { dataset } = shown;
  // By the next task the slider's own handler has run and what follows from it is rendered.
  document.addEventListener('input', ({ timeStamp: at }) => {
    setTimeout(() => noted.changed.push({ at, revision: Number(dataset['revision']) }));
  });
  document.addEventListener('pointerup', ({ timeStamp: at }) => {
    setTimeout(() => noted.released.push({ at, revision: Number(dataset['revision']) }));
  });
  new MutationObserver(() => {
    const revision = Number(dataset['shownRevision']);
    const paths = Number(dataset['forecastPaths']);
    requestAnimationFrame(() => {
      // A task that a frame's callback asks for runs once that frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => noted.painted.push({ at: performance.now(), revision, paths });
      port2.postMessage(null);
    });
  }).observe(shown, { attributeFilter: ['data-shown-revision', 'data-forecast-paths'] });
}

async function drag(page: Page, slider: Locator): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is not on screen.');
  const y = box.y + box.height / 2;
  const at = (share: number) => box.x + box.width * share;
  await page.mouse.move(at(0.3), y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(at(0.3 + (0.4 * step) / STEPS), y);
    await page.waitForTimeout(STEP_MILLISECONDS);
  }
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector('[data-forecast-paths="10000"]') !== null);
  await page.waitForTimeout(600);
}

async function measure(page: Page): Promise<Times> {
  await page.locator('[data-shown-revision]').evaluate(watch);
  const sliders = page.locator('input[type=range]:visible');
  await sliders.first().waitFor();
  const count = Math.min(4, await sliders.count());
  for (let turn = 0; turn < DRAGS; turn++) await drag(page, sliders.nth(turn % count));
  const { changed, released, painted } = await page.evaluate(() => (window as unknown as Watched).noted);
  const until = (from: { at: number; revision: number }, paths: number): number => {
    const frame = painted.find(
      (shown) => shown.at > from.at && shown.revision >= from.revision && shown.paths >= paths,
    );
    if (!frame) throw new Error(`No frame showed revision ${from.revision}.`);
    return frame.at - from.at;
  };
  return {
    preview: changed.map((change) => until(change, 1)),
    full: released.map((release) => until(release, 10_000)),
  };
}

function resultOf(name: (typeof SLIDER_NAMES)[number], times: readonly number[]): SpeedResult {
  const sorted = [...times].sort((one, other) => one - other);
  const p95Ms = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? NaN;
  return { name, medianMs: medianOf(times), p95Ms, versus: {} };
}

async function measureOn(browser: Browser, baseURL: string, isWithHistory: boolean): Promise<Times> {
  const context = await browser.newContext({
    locale: 'en-GB',
    baseURL,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  try {
    if (isWithHistory) {
      await openExample(page);
      await untilRangesAreLearnt(page);
      await goTo(page, 'plan');
      // Figures that rest on history have no sliders.
      await page.getByText(say('en', 'plan_use_own'), { exact: true }).first().click();
    } else await openAssumptions(page);
    await page.waitForFunction(() => document.querySelector('[data-forecast-paths="10000"]') !== null);
    return await measure(page);
  } finally {
    await context.close();
  }
}

/** Measures the build in `folder`. */
export async function benchmarkSlider(folder: string): Promise<readonly SpeedResult[]> {
  const server = await serveFolder({ folder });
  const browser = await launchBrowser();
  try {
    const plan = await measureOn(browser, server.url, false);
    const history = await measureOn(browser, server.url, true);
    return [
      resultOf('slider-preview-p95', plan.preview),
      resultOf('slider-preview-history-p95', history.preview),
      resultOf('slider-full', plan.full),
      resultOf('slider-full-history', history.full),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
