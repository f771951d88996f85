import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that the service worker stores on the first visit, relative to the build. */
export function readPrecache(build: string): string[] {
  const worker = readFileSync(join(build, 'sw.js'), 'utf8');
  const list = /precacheAndRoute\(\[(.*?)\]/s.exec(worker)?.[1];
  if (list === undefined) throw new Error(`${build}/sw.js has no list of files to precache.`);
  return [...new Set([...list.matchAll(/\burl:\s*["']([^"']+)["']/g)].map(([, file]) => file ?? ''))];
}

/** Bytes on disk of all precached files, uncompressed. */
export function countPrecacheBytes(build: string): number {
  return readPrecache(build).reduce((sum, file) => sum + readFileSync(join(build, file)).byteLength, 0);
}
