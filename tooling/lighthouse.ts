/** `npm run lighthouse`: Lighthouse on the production build, phone and desk; fails below 0.95 in any category. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import lighthouse, { desktopConfig, type Config } from 'lighthouse';
import { launchBrowser } from './browser.ts';
import { serveFolder } from './serveFolder.ts';

const LEAST = 0.95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const DEVICES: readonly (readonly [string, Config | undefined])[] = [
  // Lighthouse's own default: a mid-range phone on slow 4G, simulated.
  ['phone', undefined],
  ['desk', desktopConfig],
];

/** A port nobody listens on: Lighthouse talks to the browser through one. */
function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const server = await serveFolder({ folder: 'dist', securityHeaders: true });
const port = await findFreePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
let isGood = true;
try {
  for (const [device, config] of DEVICES) {
    const result = await lighthouse(
      server.url,
      { port, onlyCategories: CATEGORIES, logLevel: 'error' },
      config,
    );
    if (!result) throw new Error('Lighthouse gave no result.');
    const scores = CATEGORIES.map((name) => [name, result.lhr.categories[name]?.score ?? 0] as const);
    console.log(
      `${device.padEnd(6)} ${scores.map(([name, score]) => `${name} ${score.toFixed(2)}`).join(', ')}`,
    );
    for (const [name, score] of scores.filter(([, score]) => score < LEAST)) {
      isGood = false;
      const references = result.lhr.categories[name]?.auditRefs ?? [];
      for (const { id, weight } of references) {
        const audit = result.lhr.audits[id];
        if (weight > 0 && audit?.score != null && audit.score < 0.9) {
          console.log(`  ${name} ${score.toFixed(2)}: ${audit.title} ${audit.displayValue ?? ''}`);
        }
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(isGood ? `Every category is at least ${LEAST}.` : `A category is below ${LEAST}.`);
process.exit(isGood ? 0 : 1);
