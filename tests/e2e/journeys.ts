import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageLocale } from '../../tooling/build/messageOptions.ts';
import { putKeptDatabase } from './keptExample.ts';
import { like, say } from './words.ts';

export type ScreenName =
  | 'forecast'
  | 'plan'
  | 'pipeline'
  | 'diagnose'
  | 'team'
  | 'budget'
  | 'scenarios'
  | 'track'
  | 'share'
  | 'settings';

/** The answer: the sentence on Forecast with an amount in it. */
export function headlineOf(page: Page, locale: MessageLocale = 'en'): Locator {
  return page.getByRole('heading', { level: 1, name: like(locale, 'forecast_headline_quarter') });
}

/** From Welcome to the forecast of the example company, which reads its file, stores it and begins to replay its past. */
export async function openExample(page: Page, locale: MessageLocale = 'en'): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: say(locale, 'welcome_example_action') }).click();
  await expect(headlineOf(page, locale)).toBeVisible({ timeout: 30_000 });
}

/**
 * To the forecast of the example company as someone sees it who comes back: its deals are stored and its past is
 * replayed, by a browser test before all others. A third of the work of `openExample`, which this is for all that is
 * not about the way there.
 */
export async function returnToExample(page: Page, locale: MessageLocale = 'en'): Promise<void> {
  await putKeptDatabase(page, locale);
  await page.goto('./');
  await expect(headlineOf(page, locale)).toBeVisible({ timeout: 30_000 });
}

/** From Welcome to the forecast of the assumptions the app starts with. */
export async function openAssumptions(page: Page, locale: MessageLocale = 'en'): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: say(locale, 'welcome_plan_action') }).click();
  await expect(page).toHaveURL(/#\/plan$/);
}

export async function goTo(page: Page, screen: ScreenName, locale: MessageLocale = 'en'): Promise<void> {
  const navigation = page.getByRole('navigation', { name: say(locale, 'shell_navigation') });
  const link = navigation.getByRole('link', {
    name: say(locale, `shell_${screen}`),
    exact: true,
    includeHidden: true,
  });
  await expect(navigation).toBeVisible();
  // On a phone some screens stand behind "More".
  if (!(await link.isVisible())) {
    await navigation.getByRole('button', { name: say(locale, 'shell_more') }).click();
  }
  await link.click();
  // From then on a title on screen is that of the new one.
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Waits until the forecast on screen is the last word on what was changed. */
export async function untilForecastRests(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Changes are stored once they pause for 0.4 s; this is that pause, with room for a slow machine. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
}

/** From anywhere in the app back to an empty Welcome. */
export async function eraseEverything(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.getByRole('button', { name: say('en', 'settings_erase') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('en', 'settings_erase_now') })
    .click();
  await expect(page.getByText(say('en', 'settings_erased'))).toBeVisible();
}

/** Waits on Forecast until the past has been replayed and the ranges have learnt from it: the number then stays. */
export async function untilRangesAreLearnt(page: Page, locale: MessageLocale = 'en'): Promise<void> {
  // A replay of the example takes a second or two alone, and many times that where all cores are taken.
  await expect(page.getByText(like(locale, 'track_headline_quarter'))).toBeVisible({ timeout: 60_000 });
  await untilForecastRests(page);
}
