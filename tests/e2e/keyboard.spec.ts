import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { headlineOf, returnToExample } from './journeys.ts';
import { say } from './words.ts';

/** Presses Tab until the wanted thing has the focus; fails after more steps than a screen has stops. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${role} "${name}".`);
}

test('from the first page to the answer with the keyboard alone', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, 'button', say('en', 'welcome_example_action'));
  await page.keyboard.press('Enter');
  await expect(headlineOf(page)).toBeVisible({ timeout: 30_000 });
});

test('the skip link is the first stop and leads past the navigation', async ({ page }) => {
  await returnToExample(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: say('en', 'shell_skip') });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('navigation, periods and table are reached and used with keys', async ({ page }) => {
  await returnToExample(page);
  await tabTo(page, 'button', say('en', 'forecast_table'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.reload();
  await expect(headlineOf(page)).toBeVisible();
  await tabTo(page, 'link', say('en', 'shell_plan'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/plan$/);
});

test('an assumption is changed with arrow keys', async ({ page }) => {
  await page.goto('./');
  await tabTo(page, 'button', say('en', 'welcome_plan_action'));
  await page.keyboard.press('Enter');
  const slider = page.getByRole('slider').first();
  await expect(slider).toBeVisible();
  await slider.focus();
  const before = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '');
});

test('everything that has the focus shows it', async ({ page }) => {
  await returnToExample(page);
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'nothing focused';
      // A picker inside a label shows the focus on the label.
      const shown = [focused, focused.closest('label')].filter((element) => element !== null);
      return shown.some((element) => {
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
    });
    expect(outline, `stop ${step + 1}`).not.toBe(false);
  }
});
