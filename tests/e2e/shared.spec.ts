import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test, waitUntilAllIsKept } from './harness.ts';
import { goTo, openAssumptions, returnToExample, untilForecastRests, waitUntilSaved } from './journeys.ts';
import { shareStored, type LinkChoices, type MadeLink } from './sharedLink.ts';
import { like, say } from './words.ts';

const banner = (page: Page) => page.getByRole('region', { name: say('en', 'shared_label') });
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: say('en', 'shared_tabs') }).getByRole('link', { name, exact: true });
const paste = (page: Page) => page.getByRole('textbox', { name: say('en', 'shared_paste_field') });

/** The answer as it is written: to be the same to the last digit. */
async function answerOn(page: Page): Promise<string[]> {
  await expect(page.getByTestId('headline')).toBeVisible();
  await untilForecastRests(page);
  const range = page.locator('p.range');
  return [(await page.getByTestId('headline').textContent()) ?? '', (await range.textContent()) ?? ''];
}

/** A link to the example company's forecast with what its sender sees. */
async function sendExample(page: Page, choices: LinkChoices = {}): Promise<MadeLink & { answer: string[] }> {
  await returnToExample(page);
  const answer = await answerOn(page);
  return { ...(await shareStored(page, choices)), answer };
}

/** A browser that has never seen Seedcast. */
async function freshPage(browser: Browser, baseURL: string | undefined, device: object = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1440, height: 900 },
    ...device,
  });
  return await context.newPage();
}

/** All that this browser has stored, as text. */
async function storedIn(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unknown'));
      });
    const parts: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('seedcast')) continue;
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        parts.push([store, await answer(database.transaction(store).objectStore(store).getAll())]);
      database.close();
    }
    return JSON.stringify([parts, { ...localStorage }]);
  });
}

test('whoever follows a link sees the sender’s numbers at once, on a device that never saw Seedcast', async ({
  page,
  browser,
  baseURL,
}) => {
  const { hash, answer } = await sendExample(page, { title: 'The winter', companyName: true });
  const theirs = await freshPage(browser, baseURL);
  await theirs.goto(`./${hash}`);
  expect(await answerOn(theirs)).toEqual(answer);
  await expect(banner(theirs)).toContainText('The winter');
  await expect(banner(theirs)).toContainText(like('en', 'shared_rests'));
  await expect(banner(theirs)).toContainText(say('en', 'shared_not_in'));
  await theirs.close();
});

test('the link leaves address and history, a reload shows it again, and the next tab knows nothing of it', async ({
  page,
  browser,
  baseURL,
}) => {
  const { hash, answer } = await sendExample(page);
  const theirs = await freshPage(browser, baseURL);
  await theirs.goto('./');
  await theirs.goto(`./${hash}`);
  await expect(theirs).toHaveURL(/#\/shared$/);
  expect(await answerOn(theirs)).toEqual(answer);
  await theirs.reload();
  expect(await answerOn(theirs)).toEqual(answer);
  await theirs.goBack();
  await expect(theirs).not.toHaveURL(/#\/s/);
  await theirs.goForward();
  await expect(theirs).toHaveURL(/#\/shared$/);
  const other = await theirs.context().newPage();
  await other.goto('./#/shared');
  await expect(other.getByRole('heading', { level: 1, name: say('en', 'shared_nothing') })).toBeVisible();
  await theirs.context().close();
});

test('what is changed is a copy: nothing of one’s own is touched, and as sent is a press away', async ({
  page,
}) => {
  const { hash, answer } = await sendExample(page);
  await openAssumptionsOf(page);
  const before = await storedIn(page);

  await page.goto(`./${hash}`);
  expect(await answerOn(page)).toEqual(answer);
  await tab(page, say('en', 'shell_plan')).click();
  await expect(page).toHaveURL(/#\/shared\/plan$/);
  await page
    .getByRole('radio', { name: say('en', 'shared_use_own') })
    .first()
    .check();
  const figure = page.locator('[data-place] input[type=text]').first();
  await figure.fill('77');
  await figure.blur();
  await expect(banner(page)).toContainText(say('en', 'shared_changing'));
  await tab(page, say('en', 'shell_forecast')).click();
  await expect.poll(() => answerOn(page)).not.toEqual(answer);
  await page.getByRole('button', { name: say('en', 'shared_back'), exact: true }).click();
  await expect.poll(() => answerOn(page)).toEqual(answer);
  await expect(banner(page)).not.toContainText(say('en', 'shared_changing'));

  // Not one link of theirs leads to a screen of one's own.
  for (const name of ['shell_forecast', 'shell_plan', 'shell_scenarios', 'shared_tab_compare']) {
    await tab(page, say('en', name)).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.filter((href) => !href?.startsWith('#/shared'))).toEqual([]);
  }
  await waitUntilSaved(page);
  expect(await storedIn(page)).toBe(before);
});

/** The example is let go of, so that what is stored is the user's own and small. */
async function openAssumptionsOf(page: Page): Promise<void> {
  await goTo(page, 'plan');
  await waitUntilSaved(page);
}

test('a locked one shows nothing before its passphrase, stays locked after a reload and opens with it', async ({
  page,
  browser,
  baseURL,
}) => {
  const { hash, answer } = await sendExample(page, { title: 'Secret winter', passphrase: 'grön kål' });
  const theirs = await freshPage(browser, baseURL);
  await theirs.goto(`./${hash}`);
  const field = theirs.getByLabel(say('en', 'shared_passphrase'), { exact: true });
  const open = theirs.getByRole('button', { name: say('en', 'shared_passphrase_open'), exact: true });
  await expect(theirs.getByRole('heading', { level: 1, name: say('en', 'shared_locked') })).toBeVisible();
  await expect(theirs.getByText('Secret winter')).toHaveCount(0);
  await expectNoViolations(theirs, 'locked');
  await field.fill('gron kal');
  await open.click();
  await expect(theirs.getByText(say('en', 'shared_passphrase_wrong'))).toBeVisible();
  await field.fill('grön kål');
  await open.click();
  expect(await answerOn(theirs)).toEqual(answer);
  await theirs.reload();
  await expect(field).toBeVisible();
  await expect(theirs.getByText('Secret winter')).toHaveCount(0);
  await theirs.context().close();
});

test('a damaged link is refused with a sentence and changes nothing', async ({ page }) => {
  const { hash } = await sendExample(page);
  const before = await storedIn(page);
  await page.goto(`./${hash.slice(0, -30)}`);
  await expect(page.getByRole('heading', { level: 1, name: say('en', 'shared_refused') })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(say('en', 'shared_refused_safe'));
  await expect(page).toHaveURL(/#\/shared$/);
  await expectNoViolations(page, 'refused');
  await paste(page).fill('https://example.org/');
  await page.getByRole('button', { name: say('en', 'shared_paste_open') }).click();
  await expect(page.getByText(say('en', 'problems_share_not_a_link')).first()).toBeVisible();
  expect(await storedIn(page)).toBe(before);
});

test('a link is pasted and a file chosen on the first page, without a welcome in between', async ({
  page,
  browser,
  baseURL,
}) => {
  const { hash, file, answer } = await sendExample(page);
  const theirs = await freshPage(browser, baseURL);
  await theirs.goto('./');
  await theirs.getByRole('button', { name: say('en', 'shared_paste_action') }).click();
  await paste(theirs).fill(`Look: <https://seedcast.example/app/${hash}> – Kim`);
  await paste(theirs).press('Enter');
  expect(await answerOn(theirs)).toEqual(answer);
  await theirs.goto('./#/welcome');
  await theirs.getByRole('button', { name: say('en', 'shared_paste_action') }).click();
  await theirs
    .locator('input[type=file][accept*=".json"]')
    .last()
    .setInputFiles({ name: 'winter.seedcast.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(theirs).toHaveURL(/#\/shared$/);
  expect(await answerOn(theirs)).toEqual(answer);
  await theirs.context().close();
});

test('one is kept, found again on the next visit, renamed, and removed with a way back', async ({
  page,
  browser,
  baseURL,
}) => {
  const { hash, answer } = await sendExample(page);
  const theirs = await freshPage(browser, baseURL);
  await theirs.goto(`./${hash}`);
  await answerOn(theirs);
  await theirs.getByRole('button', { name: say('en', 'shared_keep'), exact: true }).click();
  await theirs.getByRole('textbox', { name: say('en', 'shared_keep_name') }).fill('Kim’s winter');
  await theirs.getByRole('button', { name: say('en', 'shared_keep_save'), exact: true }).click();
  await expect(banner(theirs)).toContainText('Kim’s winter');
  await waitUntilSaved(theirs);

  const later = await theirs.context().newPage();
  await later.goto('./#/welcome');
  const kept = later.getByRole('region', { name: say('en', 'shared_kept_title') });
  await kept.getByRole('button', { name: like('en', 'shared_kept_rename') }).click();
  await kept.getByRole('textbox').fill('Winter of Kim');
  await kept.getByRole('button', { name: say('en', 'shared_kept_save'), exact: true }).click();
  await kept.getByRole('button', { name: /Remove/ }).click();
  await expect(kept).toHaveCount(0);
  await later.getByRole('button', { name: say('en', 'shell_undo'), exact: true }).click();
  await kept.getByRole('button', { name: /Open.*Winter of Kim/ }).click();
  await expect(later).toHaveURL(/#\/shared$/);
  expect(await answerOn(later)).toEqual(answer);
  await waitUntilSaved(later);
  await later.reload();
  expect(await answerOn(later)).toEqual(answer);
  await theirs.context().close();
});

test('a link opens without a connection once the app is stored', async ({ page, browser, baseURL }) => {
  const { hash, answer } = await sendExample(page);
  const theirs = await freshPage(browser, baseURL, { serviceWorkers: 'allow' });
  await theirs.goto('./');
  await waitUntilAllIsKept(theirs);
  await theirs.context().setOffline(true);
  await theirs.goto(`./${hash}`);
  expect(await answerOn(theirs)).toEqual(answer);
  await theirs.reload();
  expect(await answerOn(theirs)).toEqual(answer);
  await theirs.context().close();
});

test('theirs stands beside one’s own for the same months', async ({ page }) => {
  const { hash } = await sendExample(page);
  await page.goto(`./${hash}`);
  await answerOn(page);
  await tab(page, say('en', 'shared_tab_compare')).click();
  await expect(
    page.getByRole('heading', { level: 1, name: like('en', 'shared_compare_sentence_same') }),
  ).toBeVisible();
  await expect(
    page.getByRole('row', { name: new RegExp(`^${say('en', 'shared_compare_yours')}`) }),
  ).toBeVisible();
  await expectNoViolations(page, 'compare');
});

test('everything of theirs fits a phone and has nothing that axe can see', async ({
  page,
  browser,
  baseURL,
}) => {
  await openAssumptions(page);
  await waitUntilSaved(page);
  const plan = await shareStored(page, { title: 'Only assumptions' });
  const { hash } = await sendExample(page, { title: 'With deals', deals: true });
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  for (const [link, title] of [
    [plan.hash, 'Only assumptions'],
    [hash, 'With deals'],
  ] as const) {
    const theirs = await freshPage(browser, baseURL, phone);
    await theirs.goto(`./${link}`);
    await answerOn(theirs);
    await expect(banner(theirs)).toContainText(title);
    for (const name of ['shell_forecast', 'shell_plan', 'shell_scenarios', 'shared_tab_compare']) {
      await tab(theirs, say('en', name)).click();
      await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
      await theirs.waitForLoadState('networkidle');
      await expectNoViolations(theirs, `${title}: ${name}`);
      const excess = await theirs.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(excess, `${title}: ${name}: wider than the screen by`).toBeLessThanOrEqual(0);
    }
    await theirs.context().close();
  }
});
