import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { hubspotExport } from './exports.ts';
import { expect, test } from './harness.ts';
import { goTo, returnToExample, type ScreenName } from './journeys.ts';
import { say } from './words.ts';

const SIZES = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'desk', width: 1440, height: 900 },
] as const;
const SCREENS: readonly ScreenName[] = [
  ...(['forecast', 'plan', 'pipeline', 'diagnose', 'team', 'budget'] as const),
  ...(['scenarios', 'track', 'settings'] as const),
];

/** Nothing may be cut off or make the page scroll sideways. */
async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(excess, `${where}: wider than the screen by`).toBeLessThanOrEqual(0);
}

for (const locale of ['en', 'sv'] as const) {
  for (const { name, ...viewport } of SIZES) {
    test.describe(`${locale}, ${name}`, () => {
      test.use({
        locale: locale === 'sv' ? 'sv-SE' : 'en-GB',
        colorScheme: 'light',
        viewport,
        contextOptions: { reducedMotion: 'reduce' },
      });

      test('nothing has a problem that axe can see until deals are in', async ({ page }) => {
        await page.goto('./');
        await expect(
          page.getByRole('heading', { level: 1, name: say(locale, 'welcome_title') }),
        ).toBeVisible();
        await expectNoViolations(page, 'welcome');
        await expectNoSidewaysScroll(page, 'welcome');
        await page.locator('input[type=file]').first().setInputFiles(hubspotExport());
        await expect(
          page.getByRole('heading', { level: 1, name: say(locale, 'pipeline_check_title') }),
        ).toBeVisible();
        await expectNoViolations(page, 'import check');
        await expectNoSidewaysScroll(page, 'import check');
      });

      // In each language and at each size, not in each pair of the two: nothing that axe sees hangs on both.
      if ((locale === 'en') !== (name === 'phone')) return;
      test('no screen of the example company has a problem that axe can see', async ({ page }) => {
        await returnToExample(page, locale);
        for (const screen of SCREENS) {
          await goTo(page, screen, locale);
          await page.waitForLoadState('networkidle');
          await expectNoViolations(page, screen);
          await expectNoSidewaysScroll(page, screen);
        }
        await goTo(page, 'forecast', locale);
        await page.getByRole('button', { name: say(locale, 'forecast_table'), exact: true }).click();
        await expectNoViolations(page, 'forecast as a table');
      });
    });
  }
}

test.describe('a narrow phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('shows every screen without scrolling sideways', async ({ page }) => {
    await returnToExample(page);
    for (const screen of SCREENS) {
      await goTo(page, screen);
      await expectNoSidewaysScroll(page, screen);
    }
  });

  test('has controls large enough to touch', async ({ page }) => {
    await returnToExample(page);
    const links = page.getByRole('navigation').getByRole('link');
    for (const link of await links.all()) {
      if (!(await link.isVisible())) continue;
      const box = await link.boundingBox();
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
  });
});
