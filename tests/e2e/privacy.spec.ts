import { hubspotExport } from './exports.ts';
import { expect, test, waitUntilOffline } from './harness.ts';
import { goTo, openExample } from './journeys.ts';

test.use({ serviceWorkers: 'allow' });

test('a run through the app asks its own host only, for its own files, and sends nothing', async ({
  page,
  requests,
  context,
}) => {
  const sent: string[] = [];
  context.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData() !== null)
      sent.push(`${request.method()} ${request.url()}`);
  });
  await openExample(page);
  await waitUntilOffline(page);
  for (const screen of ['plan', 'pipeline', 'settings', 'forecast'] as const) await goTo(page, screen);
  await goTo(page, 'pipeline');
  await page.locator('input[type=file]').first().setInputFiles(hubspotExport());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  expect(sent).toEqual([]);
  // The only queries are the revisions by which the service worker asks for what it stores.
  const queries = requests.map(({ url }) => new URL(url).search).filter((query) => query !== '');
  expect(queries.filter((query) => !query.startsWith('?__WB_REVISION__='))).toEqual([]);
  // All three kinds of context were seen, so none was watched in vain.
  expect(requests.some(({ from }) => from === 'service worker')).toBe(true);
  expect(requests.some(({ from, resourceType }) => from === 'page' && resourceType === 'document')).toBe(
    true,
  );
  expect(page.workers().length).toBeGreaterThan(0);
});

test.describe('the watch itself', () => {
  test('sees a request to another host, and fails the test', async ({ page }) => {
    test.fail();
    await page.goto('./');
    await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => null));
  });

  test('sees a policy violation, and fails the test', async ({ page }) => {
    test.fail();
    await page.goto('./');
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">inline</p>'),
    );
  });
});
