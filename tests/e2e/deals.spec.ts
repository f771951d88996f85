import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { goTo, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

const tableOf = (page: Page) => page.getByRole('table', { name: say('en', 'pipeline_deals_table') });
const dialogOf = (page: Page) => page.getByRole('dialog');
const nameOf = (page: Page, row: number) => page.locator(`tr[data-row="${row}"] [data-control="open"]`);
const undo = (page: Page) => page.getByRole('button', { name: say('en', 'shell_undo') }).last();

async function openDeals(page: Page): Promise<void> {
  await returnToExample(page);
  await goTo(page, 'pipeline');
  await expect(nameOf(page, 0)).toBeVisible();
}

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
}

test('thousands of deals are one table, of which only the rows around the view are there', async ({
  page,
}) => {
  await openDeals(page);
  const rows = Number(await tableOf(page).getAttribute('aria-rowcount'));
  expect(rows).toBeGreaterThan(2_000);
  expect(await page.locator('tr[data-row]').count()).toBeLessThan(120);
  // By the scrollbar to the end, and by keys back to the beginning.
  await page.locator('[data-scroller]').evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight));
  const last = page.locator(`tr[aria-rowindex="${rows}"]`);
  await last.locator('[data-control="open"]').focus();
  await expect(last).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(nameOf(page, 0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(nameOf(page, 1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(last.locator('[data-control="open"]')).toBeFocused();
  await expect(last).toBeInViewport();
});

test('the heads of the columns order the deals, either way', async ({ page }) => {
  await openDeals(page);
  const head = page.getByRole('columnheader', { name: say('en', 'pipeline_field_amount') });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page.locator('tr[data-row="0"] td.amount')).toBeVisible();
  const largest = await page.locator('tr[data-row="0"] td.amount .value').innerText();
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('tr[data-row="0"] td.amount .value')).not.toHaveText(largest);
});

test('columns are chosen and stay chosen', async ({ page }) => {
  await openDeals(page);
  const head = page.getByRole('columnheader', { name: say('en', 'pipeline_field_created') });
  await expect(head).toHaveCount(0);
  await page.getByText(say('en', 'deals_columns'), { exact: true }).first().click();
  await page.getByRole('checkbox', { name: say('en', 'pipeline_field_created') }).check();
  await expect(head).toBeVisible();
  await page.reload();
  await expect(head).toBeVisible();
});

test('a deal is changed, says so beside what the export says, and one tap takes it back', async ({
  page,
}) => {
  await openDeals(page);
  const before = await nameOf(page, 0).innerText();
  await nameOf(page, 0).click();
  const name = dialogOf(page).getByRole('textbox', { name: say('en', 'deals_field_name'), exact: true });
  await expect(name).toHaveValue(before);
  await expectNoViolations(page, 'a deal');
  await name.fill('Renamed by hand');
  await dialogOf(page)
    .getByRole('button', { name: say('en', 'deals_edit_save') })
    .click();
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(nameOf(page, 0)).toHaveText('Renamed by hand');

  await page.reload();
  await nameOf(page, 0).click();
  await expect(dialogOf(page).getByText(say('en', 'deals_edit_crm_says', { value: before }))).toBeVisible();
  await dialogOf(page)
    .getByRole('button', { name: say('en', 'deals_edit_as_imported') })
    .click();
  await expect(nameOf(page, 0)).toHaveText(before);
  await undo(page).click();
  await expect(nameOf(page, 0)).toHaveText('Renamed by hand');
});

test('a form filled in wrongly says what to do, at the field', async ({ page }) => {
  await openDeals(page);
  await page.getByRole('button', { name: say('en', 'deals_add') }).click();
  await dialogOf(page)
    .getByRole('textbox', { name: say('en', 'pipeline_field_amount') })
    .fill('a lot');
  await dialogOf(page)
    .getByRole('button', { name: say('en', 'deals_edit_save_new') })
    .click();
  const name = dialogOf(page).getByRole('textbox', { name: say('en', 'deals_field_name'), exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(say('en', 'deals_problem_nameMissing'));
  await expect(dialogOf(page).getByText(like('en', 'deals_problem_notANumber'))).toBeVisible();
  await expectNoViolations(page, 'a form with mistakes');
});

test('a deal of one’s own is added, found, counted, and removed with a way back', async ({ page }) => {
  await openDeals(page);
  const rows = async () => Number(await tableOf(page).getAttribute('aria-rowcount'));
  const before = await rows();
  await page.getByRole('button', { name: say('en', 'deals_add') }).click();
  const field = (key: 'deals_field_name' | 'pipeline_field_amount') =>
    dialogOf(page).getByRole('textbox', { name: say('en', key), exact: true });
  await field('deals_field_name').fill('Handshake at the fair');
  await field('pipeline_field_amount').fill('250,000');
  // A hand that presses twice adds it once.
  await dialogOf(page)
    .getByRole('button', { name: say('en', 'deals_edit_save_new') })
    .dblclick();
  await expect(dialogOf(page)).toHaveCount(0);
  await expect.poll(rows).toBe(before + 1);
  await searchFor(page, 'handshake');
  await expect(nameOf(page, 0)).toHaveText('Handshake at the fair');
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '2');
  await nameOf(page, 0).click();
  await dialogOf(page)
    .getByRole('button', { name: say('en', 'deals_edit_remove') })
    .click();
  await expect(page.getByText(say('en', 'pipeline_deals_none_found'))).toBeVisible();
  await undo(page).click();
  await expect(nameOf(page, 0)).toHaveText('Handshake at the fair');
});

test('marking text until beside the sheet loses nothing typed; a press beside it closes it', async ({
  page,
}) => {
  await openDeals(page);
  await page.getByRole('button', { name: say('en', 'deals_add') }).click();
  const name = dialogOf(page).getByRole('textbox', { name: say('en', 'deals_field_name'), exact: true });
  await name.fill('Half typed');
  const { mouse } = page;
  await name.hover();
  await mouse.down();
  await mouse.move(20, 450, { steps: 4 });
  await mouse.up();
  await expect(name).toHaveValue('Half typed');
  await mouse.click(20, 450);
  await expect(dialogOf(page)).toHaveCount(0);
});

test('what was left out is found by a filter, and a link to a deal that is gone says so', async ({
  page,
}) => {
  await openDeals(page);
  const name = await nameOf(page, 0).innerText();
  await page.locator('tr[data-row="0"] [data-control="exclude"]').click();
  await expect(page.getByText(say('en', 'pipeline_deals_excluded', { name }))).toBeVisible();
  await page
    .getByRole('combobox', { name: say('en', 'deals_only') })
    .selectOption({ label: say('en', 'deals_only_left_out') });
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(nameOf(page, 0)).toHaveText(name);
  await page.goto('./#/pipeline/deal=no%20such%2Fdeal');
  await expect(dialogOf(page).getByText(say('en', 'deals_not_found'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/pipeline$/);
});

test('going back closes a deal that was opened by a link', async ({ page }) => {
  await openDeals(page);
  await page.evaluate(() => (location.hash = '/pipeline/deal=gone'));
  await expect(dialogOf(page)).toBeVisible();
  await page.goBack();
  await expect(dialogOf(page)).toHaveCount(0);
});

test('a table pasted while a deal is open is not read, as what is typed there would be lost', async ({
  page,
}) => {
  await openDeals(page);
  await nameOf(page, 0).click();
  const save = dialogOf(page).getByRole('button', { name: say('en', 'deals_edit_save') });
  await expect(save).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Deal\tAmount\nRoof\t100\nWall\t200');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['Deal,Amount\nRoof,100'], 'deals.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  // A read file would have taken the place of the deals by now.
  await page.waitForTimeout(500);
  await expect(save).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('deals are cards that fit, and nothing has a problem that axe can see', async ({ page }) => {
    await openDeals(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const scroller = page.locator('[data-scroller]');
    expect(await scroller.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
    await page.getByText(say('en', 'deals_narrow')).click();
    await expectNoViolations(page, 'deals on a phone');
    await nameOf(page, 0).click();
    await expect(dialogOf(page).getByRole('button', { name: say('en', 'deals_edit_save') })).toBeVisible();
    await expectNoViolations(page, 'a deal on a phone');
  });
});
