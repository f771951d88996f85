/**
 * `link-open`: from following a link to the first number on screen, in a browser on the production build, its files cached and stored as
 * after a first visit. Somebody who has never used Seedcast otherwise: nothing else is stored.
 */
import type { BrowserContext } from '@playwright/test';
import { launchBrowser } from '../../tooling/browser.ts';
import { serveFolder } from '../../tooling/serveFolder.ts';
import { exampleToShare } from './exampleLink.ts';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

export const LINK_NAMES = ['link-open'] as const;

const RUNS = 11;
const MOST_WAITING_MILLISECONDS = 30_000;

const MARK = 'first number after';

/**
 * The headline is the one title with an amount in it; the time is that of the frame that shows it, since the navigation began. The page
 * tells it by itself: what a test asks of a page meanwhile is work of the page's.
 */
async function openOnce(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  try {
    // Without functions of a name: see slider.ts.
    await page.addInitScript((mark) => {
      new MutationObserver((_, observer) => {
        const title = document.querySelector('main h1, h1');
        if (!title || !/\d/.test(title.textContent ?? '')) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => console.debug(`${mark} ${performance.now()}`);
          port2.postMessage(null);
        });
      }).observe(document, { subtree: true, childList: true, characterData: true });
    }, MARK);
    const told = page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith(MARK),
      timeout: MOST_WAITING_MILLISECONDS,
    });
    await page.goto(address, { waitUntil: 'commit' });
    return Number((await told).text().slice(MARK.length));
  } finally {
    await page.close();
  }
}

export async function benchmarkLinkOpen(folder: string): Promise<readonly SpeedResult[]> {
  const { test, request } = await exampleToShare(
    new URL('../../public/example-company.csv', import.meta.url),
  );
  const shared = await test.service.share(request);
  if (!shared.ok) throw new Error(shared.problem.code);
  const server = await serveFolder({ folder });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    const address = `${server.url}#/s/${shared.value.payload}`;
    // The first visit fetches, the second finds the service worker in charge and all parts stored.
    await openOnce(context, address);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await openOnce(context, address);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await openOnce(context, address));
    return [{ name: 'link-open', medianMs: medianOf(times), versus: {} }];
  } finally {
    await browser.close();
    await server.close();
  }
}
