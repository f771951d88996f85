/** `npm run icons`: draws the PNG icons from public/icons/icon.svg. Run it when the mark changes; commit the result. */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from './findChromium.ts';

interface Icon {
  file: string;
  pixels: number;
  /** Share of the width that the mark takes. */
  mark: number;
  /** null: see-through. */
  background: string | null;
}

const PAPER = '#faf9f6';
const ICONS: readonly Icon[] = [
  { file: 'icon-192.png', pixels: 192, mark: 0.92, background: null },
  { file: 'icon-512.png', pixels: 512, mark: 0.92, background: null },
  // A launcher may cut away all but the middle 80 %; the corner of the leaf reaches furthest out.
  { file: 'maskable-512.png', pixels: 512, mark: 0.54, background: PAPER },
  // iOS rounds the corners itself and shows see-through parts black.
  { file: 'apple-touch-icon.png', pixels: 180, mark: 0.62, background: PAPER },
];

const mark = `data:image/svg+xml;base64,${readFileSync('public/icons/icon.svg').toString('base64')}`;
const browser = await chromium.launch({ executablePath: findChromium().path, args: chromiumFlags() });
for (const { file, pixels, mark: share, background } of ICONS) {
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${background ?? 'transparent'}">` +
      `<img src="${mark}" width="${Math.round(pixels * share)}" /></body>`,
  );
  await page.screenshot({ path: `public/icons/${file}`, omitBackground: background === null });
  await page.close();
  console.log(`public/icons/${file}`);
}
await browser.close();
