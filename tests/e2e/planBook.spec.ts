import type { Locator, Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { goTo, openAssumptions } from './journeys.ts';
import { drag } from './pointer.ts';
import { like, say } from './words.ts';

const menu = (page: Page): Locator => page.getByLabel(say('en', 'planBook_plan'), { exact: true });
const button = (page: Page, key: string): Locator =>
  page.getByRole('button', { name: say('en', key), exact: true });
const slider = (page: Page): Locator => page.getByRole('slider').first();

/** Drags the first slider with the mouse to a share of its width; what it then stands at. */
async function dragTo(page: Page, share: number): Promise<string> {
  await drag(slider(page), { x: share, y: 0.5 });
  return slider(page).inputValue();
}

test('a drag is undone and done again as one step, by button and by key', async ({ page }) => {
  await openAssumptions(page);
  const before = await slider(page).inputValue();
  const moved = await dragTo(page, 0.8);
  expect(moved).not.toBe(before);
  await page.getByRole('button', { name: like('en', 'planBook_undo') }).click();
  await expect(slider(page)).toHaveValue(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(slider(page)).toHaveValue(moved);
  await page.keyboard.press('Control+z');
  await expect(slider(page)).toHaveValue(before);
  await page.keyboard.press('Control+y');
  await expect(slider(page)).toHaveValue(moved);
  // Still there after a look at another screen.
  await goTo(page, 'forecast');
  await goTo(page, 'plan');
  await page.getByRole('button', { name: like('en', 'planBook_undo') }).click();
  await expect(slider(page)).toHaveValue(before);
  await expect(page.getByRole('button', { name: say('en', 'shell_undo'), exact: true })).toBeDisabled();
});

test('what was dragged is there after a reload at once', async ({ page }) => {
  await openAssumptions(page);
  for (const share of [0.8, 0.3, 0.6]) {
    const moved = await dragTo(page, share);
    await page.reload();
    await expect(slider(page)).toHaveValue(moved);
  }
});

test('what was dragged is there when the page was closed at once', async ({ page, context }) => {
  await openAssumptions(page);
  const moved = await dragTo(page, 0.8);
  const next = await context.newPage();
  await page.close();
  await next.goto('./#/plan');
  await expect(slider(next)).toHaveValue(moved);
});

test('plans are copied, named, switched and removed, here and in a second tab', async ({ page, context }) => {
  await openAssumptions(page);
  const first = await slider(page).inputValue();
  await button(page, 'planBook_copy').click();
  await button(page, 'planBook_rename').click();
  await page.getByLabel(say('en', 'planBook_name')).fill(say('en', 'planBook_mine').toUpperCase());
  await expect(page.getByText(say('en', 'planBook_name_taken'))).toBeVisible();
  await page.getByLabel(say('en', 'planBook_name')).fill('Bold');
  await page.keyboard.press('Enter');
  const bold = await dragTo(page, 0.9);
  await expect(menu(page).getByRole('option')).toHaveText([say('en', 'planBook_mine'), 'Bold']);
  await menu(page).selectOption({ label: say('en', 'planBook_mine') });
  await expect(slider(page)).toHaveValue(first);

  const other = await context.newPage();
  await other.goto('./#/plan');
  await expect(menu(other).getByRole('option')).toHaveText([say('en', 'planBook_mine'), 'Bold']);
  await menu(other).selectOption({ label: 'Bold' });
  await expect(slider(other)).toHaveValue(bold);
  // The other tab has stored its choice, so it is this one's too.
  await expect(slider(page)).toHaveValue(bold);

  await button(page, 'planBook_remove').click();
  await expect(menu(page).getByRole('option')).toHaveText([say('en', 'planBook_mine')]);
  const notice = page.getByRole('status');
  await notice.getByRole('button', { name: say('en', 'shell_undo') }).click();
  await expect(slider(page)).toHaveValue(bold);
  await page.reload();
  await expect(menu(page).getByRole('option')).toHaveText([say('en', 'planBook_mine'), 'Bold']);
});

test('a new plan begins with the usual figures, in Swedish too', async ({ page }) => {
  await page.goto('./');
  await openAssumptions(page);
  const usual = await slider(page).inputValue();
  await dragTo(page, 0.9);
  await button(page, 'planBook_new').click();
  await expect(slider(page)).toHaveValue(usual);
  await goTo(page, 'settings');
  await page.getByText('Svenska', { exact: true }).click();
  await page.goto('./#/plan');
  await expect(page.getByLabel(say('sv', 'planBook_plan'), { exact: true }).getByRole('option')).toHaveText([
    say('sv', 'planBook_mine'),
    say('en', 'planBook_new_name'),
  ]);
});
