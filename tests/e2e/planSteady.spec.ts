import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { openAssumptions, returnToExample, untilForecastRests } from './journeys.ts';
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
