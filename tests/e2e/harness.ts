import { existsSync } from 'node:fs';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { serveFolder, type RunningServer } from '../../tooling/serveFolder.ts';
import { readLaterParts } from '../../tooling/storedFiles.ts';

export { expect };

export interface SiteOptions {
  /** Where on its host the app lies. */
  basePath: string;
  /** Problems on the console that a test provokes itself; everything else fails it. */
  expectedProblems: RegExp | null;
}

interface Fixtures extends SiteOptions {
  /** A host of this test's own, with the production build and the headers of docs/hosting.md. */
  site: RunningServer;
  /** Every request made by page, workers and service worker, oldest first. */
  requests: SeenRequest[];
}

export interface SeenRequest {
  url: string;
  from: 'page' | 'service worker';
  resourceType: string;
}

function watchRequests(context: BrowserContext, requests: SeenRequest[]): void {
  context.on('request', (request) => {
    requests.push({
      url: request.url(),
      from: request.serviceWorker() ? 'service worker' : 'page',
      resourceType: request.resourceType(),
    });
  });
}

/** Notes what goes wrong on every page of the context: console errors (which CSP violations are), and uncaught ones. */
function watchProblems(context: BrowserContext, problems: string[]): void {
  context.on('console', (message) => {
    // The test runner's own word, where a test does without.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
}

/** Data, blobs and about:blank never leave the browser. */
const staysHere = (url: string) => /^(data|blob|about):/.test(url);

/**
 * The test of this folder: a fresh host and browser profile each, and whatever the test itself is about, it fails on a
 * request to another origin, an error or warning on the console, or a violation of the content security policy.
 */
export const test = base.extend<Fixtures>({
  basePath: ['/', { option: true }],
  expectedProblems: [null, { option: true }],

  site: async ({ basePath }, use) => {
    if (!existsSync('dist/index.html')) throw new Error('There is no build to test. Run: npm run build');
    const site = await serveFolder({ folder: 'dist', basePath, securityHeaders: true });
    await use(site);
    await site.close();
  },

  baseURL: async ({ site }, use) => use(site.url),

  requests: async ({ context }, use) => {
    const requests: SeenRequest[] = [];
    watchRequests(context, requests);
    await use(requests);
  },

  page: async ({ page, context, site, requests, expectedProblems }, use) => {
    const problems: string[] = [];
    watchProblems(context, problems);
    await use(page);
    const { origin } = new URL(site.url);
    const foreign = requests.filter(({ url }) => !staysHere(url) && new URL(url).origin !== origin);
    expect(foreign, 'requests to other origins').toEqual([]);
    const unexpected = problems.filter((problem) => !expectedProblems?.test(problem));
    expect(unexpected, 'problems on the console').toEqual([]);
  },
});

/** Waits until the service worker has stored the app and answers for this page. */
export async function waitUntilOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Which of these files of the build, relative to it, the browser does not keep for offline use. */
export async function findNotKept(page: Page, files: readonly string[]): Promise<string[]> {
  return await page.evaluate(async (all) => {
    const { scope } = await navigator.serviceWorker.ready;
    const found = await Promise.all(all.map((file) => caches.match(new URL(file, scope).href)));
    return all.filter((_, index) => found[index] === undefined);
  }, files);
}

/** Waits until the parts that come after the service worker are kept too: nothing needs the host any more. */
export async function waitUntilAllIsKept(page: Page, build = 'dist'): Promise<void> {
  await waitUntilOffline(page);
  await expect.poll(() => findNotKept(page, readLaterParts(build)), { timeout: 60_000 }).toEqual([]);
}
