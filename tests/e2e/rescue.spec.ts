import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, waitUntilOffline } from './harness.ts';
import { eraseEverything, goTo, headlineOf, returnToExample, untilRangesAreLearnt } from './journeys.ts';
import { say } from './words.ts';

test.use({ serviceWorkers: 'allow' });

const APP_SCRIPT = /\/assets\/index-[^/]*\.js$/;

test.use({ expectedProblems: /Failed to load resource/ });

/** The page with the app's own script gone, as after a broken deploy; nothing stored by a service worker steps in. */
async function breakApp(page: Page): Promise<void> {
  await waitUntilOffline(page);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
  await page.route(APP_SCRIPT, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Seedcast did not start' })).toBeVisible();
}

test('when the app cannot start, a backup can be saved that the app restores', async ({ page }) => {
  await returnToExample(page);
  await untilRangesAreLearnt(page);
  const sentence = await headlineOf(page).innerText();
  await breakApp(page);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const path = await (await download).path();
  await expect(page.getByText('The backup was saved.')).toBeVisible();

  await page.unroute(APP_SCRIPT);
  await page.reload();
  await expect(headlineOf(page)).toHaveText(sentence);
  await eraseEverything(page);
  await page
    .locator('input[type=file][accept*=json]')
    .setInputFiles({ name: 'rescue.json', mimeType: 'application/json', buffer: readFileSync(path) });
  await expect(headlineOf(page)).toHaveText(sentence);
});

test('nothing is thrown away before it could be saved', async ({ page }) => {
  await returnToExample(page);
  await breakApp(page);
  const startOver = page.getByRole('button', { name: /Start over/ });
  await expect(startOver).toBeHidden();
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await expect(startOver).toBeVisible();
  await page.unroute(APP_SCRIPT);
  await startOver.click();
  await expect(page.getByRole('heading', { level: 1, name: say('en', 'welcome_title') })).toBeVisible();
});

test('an app that starts shows no rescue page', async ({ page }) => {
  await returnToExample(page);
  await goTo(page, 'settings');
  await expect(page.getByText('Seedcast did not start')).toBeHidden();
});
