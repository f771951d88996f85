import { expect, test } from './harness.ts';
import { expectNoViolations } from './axe.ts';
import { goTo, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

test('a manager sees who is on ramp, gives quotas and takes them back; a seller finds the stuck deal and opens with the list', async ({
  page,
}) => {
  await returnToExample(page);
  await goTo(page, 'team');
  const elin = page.locator('[data-seller="Elin Sparrholt"]');
  await expect(elin).toContainText('On ramp');
  await page.getByRole('button', { name: say('en', 'team_suggest_use_all') }).click();
  await expect(page.getByTestId('quota-sum-chance')).toContainText('%');
  await expect(page.getByTestId('team-headline')).toContainText('with a quota');
  await expectNoViolations(page, 'sellers with quotas');
  await page.getByRole('button', { name: say('en', 'shell_undo') }).click();
  await expect(page.getByTestId('quota-sum-chance')).toHaveCount(0);

  await page
    .getByRole('navigation', { name: say('en', 'team_parts') })
    .getByText(say('en', 'team_tab_list'))
    .click();
  await page.getByRole('button', { name: say('en', 'team_list_everybody') }).click();
  await expect(page.getByTestId('list-headline')).toContainText('to work on now');
  await page.getByLabel(like('en', 'team_list_stuck')).check();
  await expect(page.locator('[data-reason="stuck"]').first()).toBeVisible();
  await expectNoViolations(page, 'a list');
  await page.getByLabel(say('en', 'team_list_start')).check();
  await page.goto('./');
  await expect(page).toHaveURL(/#\/team\/list$/);
  await expect(page.getByTestId('list-headline')).toContainText('to work on now');
});
