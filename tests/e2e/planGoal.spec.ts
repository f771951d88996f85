import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { openAssumptions } from './journeys.ts';
import { like, say } from './words.ts';

/** To a part of the plan, once its answer is there. A search takes seconds where all cores are taken. */
async function openPart(page: Page, part: 'planGoal' | 'planMatters'): Promise<void> {
  await page.getByRole('link', { name: say('en', `${part}_tab`), exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: say('en', `${part}_tab`) })).toBeAttached();
  await untilAnswered(page);
}

async function untilAnswered(page: Page): Promise<void> {
  await expect(page.locator('main p.sentence')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
}

test('a lever that is tried reaches the goal, and undo takes it back', async ({ page }) => {
  await openAssumptions(page);
  await openPart(page, 'planGoal');
  const sentence = page.locator('main p.sentence');
  const before = await sentence.innerText();
  await page
    .getByRole('button', { name: like('en', 'planGoal_try_label') })
    .first()
    .click();
  await expect(sentence).toHaveText(like('en', 'planGoal_answer_already'), { timeout: 60_000 });
  await page
    .getByRole('button', { name: say('en', 'shell_undo') })
    .last()
    .click();
  await expect(sentence).toHaveText(before, { timeout: 60_000 });
});

test('what cannot be a chance is said at the field, and the question stays', async ({ page }) => {
  await openAssumptions(page);
  await openPart(page, 'planGoal');
  const field = page.getByRole('textbox', { name: say('en', 'planGoal_chance'), exact: true });
  await field.fill('100');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('50');
  await field.blur();
  await untilAnswered(page);
  await expect(field).toHaveValue('50');
});

test('goal and what matters have no problem that axe can see, and a figure leads to its field', async ({
  page,
}) => {
  await openAssumptions(page);
  await openPart(page, 'planGoal');
  await page.locator('summary', { hasText: like('en', 'planGoal_limits') }).click();
  await expectNoViolations(page, 'goal');
  await openPart(page, 'planMatters');
  await page.getByRole('button', { name: say('en', 'planMatters_table'), exact: true }).click();
  await expectNoViolations(page, 'what matters');
  await page.locator('main ol a[href="#/plan"]').first().click();
  await expect(page.locator('[data-place] input:focus')).toBeVisible();
});
