import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { openAssumptions, returnToExample, untilForecastRests } from './journeys.ts';
import { drag } from './pointer.ts';
import { say } from './words.ts';

/** From the first paint on, notes every field, slider, button and link of the screen that is then somewhere else. */
async function watchForMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved = new Set<string>();
    const tops = new Map<Element, number>();
    Reflect.set(window, 'moved', moved);
    const look = () => {
      // Another font is another matter: it comes before a hand does.
      if (document.fonts.status === 'loading') tops.clear();
      for (const control of document.querySelectorAll('main :is(input, select, button, a)')) {
        const { top } = control.getBoundingClientRect();
        const before = tops.get(control) ?? top;
        if (Math.abs(top - before) > 1) moved.add(`${control.outerHTML.slice(0, 120)}: ${before} to ${top}`);
        tops.set(control, before);
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

for (const [what, open] of [
  ['of assumptions', openAssumptions],
  ['with deals', returnToExample],
] as const) {
  test(`nothing on the plan ${what} moves under a hand when its first forecast comes`, async ({ page }) => {
    await open(page);
    await watchForMoves(page);
    // Slow enough for the page to be seen before its numbers.
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1440, height: 900 },
    ]) {
      await page.setViewportSize(viewport);
      await page.goto('./#/plan');
      await page.reload();
      await expect(page.getByRole('button', { name: say('en', 'plan_reset'), exact: true })).toBeVisible();
      await expect(page.getByRole('region', { name: say('en', 'planResult_title') })).toContainText('%');
      await untilForecastRests(page);
      const moved = await page.evaluate(() => [...(Reflect.get(window, 'moved') as Set<string>)]);
      expect.soft(moved, `${viewport.width} px`).toEqual([]);
    }
  });
}

/** From now on notes what the page asks its worker for, of forecasts and previews, and when. */
async function watchWhatIsAsked(page: Page): Promise<() => Promise<{ what: string; at: number }[]>> {
  await page.evaluate(() => {
    const asked: { what: string; at: number }[] = [];
    Reflect.set(window, 'asked', asked);
    const post = Reflect.get(Worker.prototype, 'postMessage') as (...message: unknown[]) => void;
    Worker.prototype.postMessage = function (...message: unknown[]) {
      const { path } = message[0] as { path?: string[] };
      const what = path?.find((name) => name === 'preview' || name === 'forecast');
      if (what) asked.push({ what, at: performance.now() });
      post.apply(this, message);
    };
  });
  return () => page.evaluate(() => Reflect.get(window, 'asked') as { what: string; at: number }[]);
}

test('a slider taken hold of right after another is previewed, and forecast in full once the hand rests', async ({
  page,
}) => {
  await openAssumptions(page);
  const sliders = page.locator('main input[type=range]:visible');
  await drag(sliders.nth(0), { x: 0.6, y: 0.5 });
  await untilForecastRests(page);
  const whatIsAsked = await watchWhatIsAsked(page);
  // The first one loses the focus now: it is no longer its move that this would end.
  await sliders.nth(1).hover({ position: { x: 16, y: 16 } });
  await page.mouse.down();
  await expect
    .poll(async () => (await whatIsAsked()).map(({ what }) => what))
    .toEqual(['preview', 'forecast']);
  const [preview, forecast] = await whatIsAsked();
  // A hand rests once it has held still for 300 ms; timers are never early.
  expect((forecast?.at ?? 0) - (preview?.at ?? 0)).toBeGreaterThan(250);
  await page.mouse.up();
  await untilForecastRests(page);
  expect(await whatIsAsked()).toHaveLength(2);
});
