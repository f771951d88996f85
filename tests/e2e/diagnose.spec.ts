import { expectNoViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { goTo, openAssumptions, returnToExample } from './journeys.ts';
import { like, say } from './words.ts';

test('the leak of the example company shows, with what it costs and the deals behind it', async ({
  page,
}) => {
  await returnToExample(page);
  await page.getByLabel(say('en', 'forecast_target_quarter')).fill('3500000');
  await page.getByRole('button', { name: say('en', 'forecast_target_save') }).click();
  await goTo(page, 'diagnose');
  const answer = page.getByTestId('diagnosis');
  await expect(answer).toHaveText(/You are .*(pace)/);
  await page.getByRole('button', { name: say('en', 'diagnose_look_first_link') }).click();
  await expect(page.locator('#leaks-title')).toBeFocused();
  const leaks = page.getByRole('region', { name: like('en', 'diagnose_leaks_title') });
  await expect(leaks.getByRole('heading', { level: 3 })).toHaveText(/of nets go on from Qualification/);
  await expect(leaks.getByText(say('en', 'diagnose_reading_fit'))).toBeVisible();
  await leaks.getByText(/deals lost there lately/).click();
  await expectNoViolations(page, 'diagnose');
  await leaks.getByRole('link').first().click();
  await expect(page).toHaveURL(/#\/pipeline\/deal=/);
});

test('where the difference comes from is looked at in another period and against something else', async ({
  page,
}) => {
  await returnToExample(page);
  await goTo(page, 'diagnose');
  const bridge = page.locator('section[aria-labelledby="bridge-title"]');
  await expect(bridge.getByRole('row').first()).toBeAttached();
  await bridge.getByLabel(say('en', 'diagnose_bridge_period')).selectOption('halfYear');
  await bridge.getByLabel(say('en', 'diagnose_bridge_against')).selectOption('lastYear');
  await expect(bridge.getByRole('heading')).toHaveText(/in the same days a year ago/);
  await expect(bridge.getByText(/fewer nets go on from Qualification/i).first()).toBeVisible();
  await bridge.getByLabel(say('en', 'diagnose_bridge_against')).selectOption('plan');
  await expect(bridge.getByText(say('en', 'diagnose_bridge_none_plan'))).toBeVisible();
});

test('with assumptions alone there is a pace, and words on what deals would tell', async ({ page }) => {
  await openAssumptions(page);
  await goTo(page, 'diagnose');
  await expect(page.getByTestId('diagnosis')).toBeVisible();
  await expect(page.getByRole('heading', { name: say('en', 'diagnose_none_title') })).toBeVisible();
});
