import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { META_POLICY } from '../../tooling/build/contentSecurityPolicy.ts';
import { countBytes, readLaterParts, readPrecache } from '../../tooling/storedFiles.ts';

const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join('dist', file), 'utf8');
const scripts = files.filter((file) => file.endsWith('.js'));
const html = read('index.html');

test('the page carries the policy before anything that it governs', () => {
  expect(html.replaceAll('&#39;', "'")).toContain(META_POLICY);
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|link|style)/));
});

test('the page has no script or style of its own', () => {
  expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
});

test('every address in the page is relative, so that any path will do', () => {
  const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) expect(address).toMatch(/^\.\//);
});

test('no script makes code from text, and no template has a style attribute', () => {
  for (const file of scripts) {
    const code = read(file);
    expect(code, file).not.toMatch(/\beval\(|new Function\(|(?<![\w.$])Function\(["'`]/);
    expect(code, file).not.toMatch(/<[a-z][^<>`]*\sstyle=["\\]/);
  }
});

test('no script and no style names another host to fetch from', () => {
  for (const file of files.filter((name) => /\.(js|css|html|webmanifest)$/.test(name))) {
    expect(read(file), file).not.toMatch(
      /(?:url\(|import\(|fetch\(|src=|href=)["'`]?(?:https?:)?\/\/(?!localhost)/,
    );
  }
});

test('the manifest is relative and its icons are there', () => {
  const manifest = JSON.parse(read('manifest.webmanifest')) as {
    id: string;
    start_url: string;
    scope: string;
    icons: { src: string; purpose?: string }[];
  };
  expect([manifest.id, manifest.start_url, manifest.scope]).toEqual(['./', './', './']);
  for (const icon of manifest.icons) expect(files).toContain(icon.src);
  expect(manifest.icons.some((icon) => icon.purpose === 'maskable')).toBe(true);
});

test('at most 1,000 kB are installed at once and 960 kB fetched later: together every script and style, none twice', () => {
  const precached = readPrecache('dist');
  const later = readLaterParts('dist');
  expect(precached).toContain('index.html');
  const all = [...precached, ...later];
  expect(new Set(all).size).toBe(all.length);
  expect(all.some((file) => file.endsWith('.csv'))).toBe(false);
  const shown = files.filter((file) => /\.(js|css)$/.test(file) && !/^(sw|workbox-)/.test(file));
  for (const file of shown) expect(all).toContain(file);
  expect(countBytes('dist', precached)).toBeLessThanOrEqual(1_000_000);
  expect(countBytes('dist', later)).toBeLessThanOrEqual(960_000);
});

test('what the page names is installed at once, and everything that those files import', () => {
  const precached = readPrecache('dist');
  const addresses = [...html.matchAll(/\s(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  for (const file of addresses) expect(precached).toContain(file);
  for (const file of precached.filter((name) => name.startsWith('assets/') && name.endsWith('.js'))) {
    for (const [, imported] of read(file).matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      expect(precached, `imported by ${file}`).toContain(`assets/${imported}`);
  }
});

test('fonts are the Latin ones only', () => {
  const fonts = files.filter((file) => file.endsWith('.woff2'));
  expect(fonts).toHaveLength(2);
  for (const font of fonts) expect(font).toMatch(/latin-wght/);
});

test('rescue page and worker are started by scripts of their own, ahead of the app and needing nothing of it', () => {
  const addresses = [...html.matchAll(/<script[^>]*\ssrc="\.\/([^"]+)"/g)].map(([, file]) => file ?? '');
  expect(addresses).toHaveLength(3);
  const [rescue = '', wake = ''] = addresses;
  expect(rescue).toMatch(/^assets\/rescue-/);
  expect(wake).toMatch(/^assets\/wake-/);
  for (const early of [rescue, wake]) expect(read(early)).not.toMatch(/\bimport\b(?!\.meta)/);
});
