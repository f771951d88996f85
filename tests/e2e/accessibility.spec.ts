import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { hubspotExport } from './exports.ts';
import { expect, test } from './harness.ts';
import { goTo, openExample, type ScreenName } from './journeys.ts';
import { say } from './words.ts';

const SIZES = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'desk', width: 1440, height: 900 },
] as const;
const SCREENS: readonly ScreenName[] = ['forecast', 'plan', 'pipeline', 'track', 'settings'];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on the theme: it changes colours and nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function expectNone(axe: AxeBuilder, where: string): Promise<void> {
  // The app has no frames; looking for them takes twice the time of all rules together.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect.soft(found, where).toEqual([]);
}

/** Every rule in the light, and those about colour in the dark too. */
async function expectNoViolations(page: Page, where: string): Promise<void> {
  await expectNone(new AxeBuilder({ page }).withTags(TAGS), where);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(new AxeBuilder({ page }).withRules(COLOUR_RULES), `${where}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

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

      test('no screen has a problem that axe can see', async ({ page }) => {
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

        await openExample(page, locale);
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
    await openExample(page);
    for (const screen of SCREENS) {
      await goTo(page, screen);
      await expectNoSidewaysScroll(page, screen);
    }
  });

  test('has controls large enough to touch', async ({ page }) => {
    await openExample(page);
    const links = page.getByRole('navigation').getByRole('link');
    for (const link of await links.all()) {
      if (!(await link.isVisible())) continue;
      const box = await link.boundingBox();
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
  });
});
