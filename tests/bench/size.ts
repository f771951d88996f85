/**
 * `npm run size [-- --json]`: how much a returning visitor loads before the headline shows, and how much is stored for
 * offline use: at once with the service worker, and once the page rests. Needs a build. Measured in a browser, because what is loaded when is decided there.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import { launchBrowser } from '../../tooling/browser.ts';
import { serveFolder } from '../../tooling/serveFolder.ts';
import { countBytes, readLaterParts, readPrecache } from '../../tooling/storedFiles.ts';
import { openExample } from '../e2e/journeys.ts';
import { like } from '../e2e/words.ts';

const BUILD = 'dist';
const LIMITS = {
  initialJsGzip: 110_000,
  staticClosure: 85_000,
  precacheBytes: 1_000_000,
  laterBytes: 960_000,
};

const gzipBytes = (file: string) => gzipSync(readFileSync(join(BUILD, file)), { level: 9 }).byteLength;
const sumGzip = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + gzipBytes(file), 0);

/** Scripts that index.html needs before anything runs: those it names and what they import statically. */
function findStaticClosure(): Set<string> {
  const html = readFileSync(join(BUILD, 'index.html'), 'utf8');
  const found = new Set<string>();
  const waiting = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => file ?? '');
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(join(BUILD, file), 'utf8');
    // As the bundler writes it: import{a}from"./b.js", import"./b.js", export*from"./b.js". A call has a bracket.
    for (const [, target = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      waiting.push(join(file, '..', target));
    }
  }
  return found;
}

/** Scripts that page and worker ask for until the headline shows, on the second visit. */
async function findInitialScripts(context: BrowserContext, url: string): Promise<Set<string>> {
  const first = await context.newPage();
  await openExample(first);
  // The app registers its service worker after the first answer; without it this would not be a return.
  await first.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active != null);
  await first.close();

  const scripts = new Set<string>();
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const isServiceWorkers =
      request.serviceWorker() !== null || /^(sw|workbox-.*)\.js$/.test(basename(pathname));
    if (pathname.endsWith('.js') && !isServiceWorkers) scripts.add(pathname.slice(1));
  });
  const second = await context.newPage();
  const untilHeadline = new Promise<Set<string>>((resolve) => {
    void second.exposeFunction('headlineShows', () => resolve(new Set(scripts)));
  });
  await second.addInitScript(watchForHeadline, like('en', 'forecast_headline_quarter').source);
  await second.goto(url);
  return untilHeadline;
}

/** Runs in the page: reports the frame in which a heading with the answer is painted. */
function watchForHeadline(pattern: string): void {
  const headline = new RegExp(pattern);
  const observer = new MutationObserver(() => {
    const isThere = [...document.querySelectorAll('h1')].some((heading) => headline.test(heading.innerText));
    if (!isThere) return;
    observer.disconnect();
    requestAnimationFrame(() => (window as unknown as { headlineShows: () => void }).headlineShows());
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

const server = await serveFolder({ folder: BUILD });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: server.url });
  const scripts = await findInitialScripts(context, server.url);
  const measured = {
    initialJsGzip: sumGzip(scripts),
    precacheBytes: countBytes(BUILD, readPrecache(BUILD)),
    laterBytes: countBytes(BUILD, readLaterParts(BUILD)),
  };
  const closure = findStaticClosure();
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

  for (const file of scripts) console.log(`  ${kilobytes(gzipBytes(file)).padStart(9)}  ${file}`);
  console.log(
    `Until the headline shows: ${kilobytes(measured.initialJsGzip)} of scripts (at most 110 kB), gzip -9.`,
  );
  console.log(`Of these needed by index.html at once: ${kilobytes(sumGzip(closure))} (at most 85 kB).`);
  console.log(
    `Stored for offline use, uncompressed: ${kilobytes(measured.precacheBytes)} installed at once (at most 1,000 kB), ` +
      `${kilobytes(measured.laterBytes)} fetched once the page rests (at most 960 kB), ` +
      `${kilobytes(measured.precacheBytes + measured.laterBytes)} in all.`,
  );
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(measured));
  } else if (
    measured.initialJsGzip > LIMITS.initialJsGzip ||
    sumGzip(closure) > LIMITS.staticClosure ||
    measured.precacheBytes > LIMITS.precacheBytes ||
    measured.laterBytes > LIMITS.laterBytes
  ) {
    console.log('That is more than allowed.');
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.close();
}
