import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { goTo, openAssumptions, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

const sectionOf = (page: Page, kind: 'seed' | 'net' | 'spear'): Locator =>
  page.locator('details').filter({ has: page.getByRole('heading', { name: say('en', `shell_${kind}`) }) });

async function openKind(page: Page, kind: 'net' | 'spear'): Promise<Locator> {
  const section = sectionOf(page, kind);
  await section.getByRole('heading', { name: say('en', `shell_${kind}`) }).click();
  // The table behind the small chart is made when it is opened.
  await section.locator('summary', { hasText: say('en', 'planDrivers_leads_ahead_table') }).click();
  return section;
}

/** Leads in the last forecast month, from the table behind the small chart. */
async function lastLeads(section: Locator): Promise<number> {
  const cell = section.locator('figure table td').last();
  return Number((await cell.textContent())?.replace(/[^\d.]/g, ''));
}

test('twice the spend on marketing brings 1.6 times the leads', async ({ page }) => {
  await openAssumptions(page);
  const nets = await openKind(page, 'net');
  const spend = nets.getByRole('textbox', { name: like('en', 'planDrivers_spend') });
  const before = await lastLeads(nets);
  const today = Number((await spend.inputValue()).replace(/[^\d.]/g, ''));
  await spend.fill(String(today * 2));
  // Half a lead of rounding on both sides of 2^0.7 = 1.62.
  await expect.poll(async () => (await lastLeads(nets)) / before).toBeGreaterThan(1.6);
  expect((await lastLeads(nets)) / before).toBeLessThan(1.65);
  await expect(nets.getByText(say('en', 'planDrivers_from_typed'), { exact: true })).toHaveCount(1);
});

test('a range of one’s own sets the value, moves along with it, and explains ends that are reversed', async ({
  page,
}) => {
  await openAssumptions(page);
  const label = say('en', 'planDrivers_seed_base');
  const value = page.getByRole('textbox', { name: label, exact: true });
  const low = page.getByRole('textbox', { name: say('en', 'planDrivers_range_low', { label }) });
  const high = page.getByRole('textbox', { name: say('en', 'planDrivers_range_high', { label }) });
  await page.getByRole('combobox', { name: say('en', 'plan_doubt', { label }) }).selectOption('own');
  await high.fill('40');
  await low.fill('10');
  // The mean of a log-normal with these ends: √(10·40) · exp(½ (ln 4 ÷ 2.5632)²) = 23.1.
  await expect(value).toHaveValue('23.1');
  await low.fill('41');
  await low.blur();
  await expect(page.getByText(like('en', 'planDrivers_range_reversed_low'))).toBeVisible();
  await low.fill('10');
  await value.fill('46.2');
  await expect(low).toHaveValue('20');
  await expect(high).toHaveValue('80');
  await expect(page.locator('main')).not.toContainText('NaN');
});

test('people who join are put on the timeline, moved by keyboard and taken off again', async ({ page }) => {
  await openAssumptions(page);
  const spears = await openKind(page, 'spear');
  const before = await lastLeads(spears);
  await spears.getByRole('button', { name: say('en', 'planDrivers_hires_add') }).click();
  const mark = spears.getByRole('slider', { name: like('en', 'planDrivers_hire_mark') });
  const month = spears.getByRole('combobox', { name: like('en', 'planDrivers_hire_month') });
  const first = await month.inputValue();
  await mark.focus();
  await page.keyboard.press('ArrowRight');
  await expect(month).not.toHaveValue(first);
  await expect(mark).toBeFocused();
  const heads = spears.getByRole('textbox', { name: like('en', 'planDrivers_hire_heads') });
  await heads.fill('1.5');
  await expect(heads).toHaveAttribute('aria-invalid', 'true');
  // Two more at full output: 1 prospector becomes 3.
  await heads.fill('2');
  await expect.poll(async () => (await lastLeads(spears)) / before).toBeGreaterThan(1.6);
  await month.selectOption({ index: 0 });
  await expect(spears.getByText(say('en', 'planDrivers_hire_before'))).toBeVisible();
  await expectNoViolations(page, 'plan with spears open');
  await spears.getByRole('button', { name: like('en', 'planDrivers_hire_remove_label') }).click();
  await expect(heads).toHaveCount(0);
  await page.getByRole('button', { name: say('en', 'shell_undo'), exact: true }).click();
  await expect(heads).toHaveValue('2');
});

test('own figures start from the deals; what is changed can be taken back from them by one tap', async ({
  page,
}) => {
  await returnToExample(page);
  await goTo(page, 'plan');
  const seeds = sectionOf(page, 'seed');
  await seeds.getByText(say('en', 'plan_use_own')).first().click();
  const base = seeds.getByRole('textbox', { name: say('en', 'planDrivers_seed_base'), exact: true });
  const fromDeals = await base.inputValue();
  const use = seeds.getByRole('button', { name: like('en', 'planDrivers_use_for') });
  await expect(use).toHaveCount(0);
  await base.fill('99');
  await base.blur();
  await use.click();
  await expect(base).toHaveValue(fromDeals);
  const undo = page.getByRole('button', { name: say('en', 'shell_undo'), exact: true });
  await undo.click();
  await expect(base).toHaveValue('99');
  await use.click();
  await expect(base).toHaveValue(fromDeals);
  // One line at its end on a phone, text and all.
  const dismiss = page.getByRole('button', { name: say('en', 'shell_dismiss'), exact: true });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await dismiss.boundingBox())?.y).toBe((await undo.boundingBox())?.y);
  if (size) await page.setViewportSize(size);
  // What is changed next would be lost with it.
  const growth = seeds.getByRole('textbox', { name: say('en', 'planDrivers_seed_growth'), exact: true });
  await growth.fill('1');
  await expect(undo).toHaveCount(0);
  await expectNoViolations(page, 'plan with own figures beside the history');
  await page.getByRole('button', { name: say('en', 'planDrivers_use_everywhere') }).click();
  await expect(base).toHaveCount(0);
});
