import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const readWorker = (build: string) => readFileSync(join(build, 'sw.js'), 'utf8');

/** The files that the service worker installs on the first visit, relative to the build. */
export function readPrecache(build: string): string[] {
  const list = /precacheAndRoute\(\[(.*?)\]/s.exec(readWorker(build))?.[1];
  if (list === undefined) throw new Error(`${build}/sw.js has no list of files to precache.`);
  return [...new Set([...list.matchAll(/\burl:\s*["']([^"']+)["']/g)].map(([, file]) => file ?? ''))];
}

/** Where the list of the files that are fetched afterwards stands, relative to the build. */
export function findListOfLaterParts(build: string): string {
  const [list] = /assets\/listOfLaterParts-[^"']+\.js/.exec(readWorker(build)) ?? [];
  if (list === undefined) throw new Error(`${build}/sw.js names no list of later parts.`);
  return list;
}

/** The files that the service worker fetches once a page rests, relative to the build. */
export function readLaterParts(build: string): string[] {
  const script = readFileSync(join(build, findListOfLaterParts(build)), 'utf8');
  return [...script.matchAll(/"([^"]+)"/g)].map(([, file]) => file ?? '');
}

/** Bytes on disk of files of a build, uncompressed. */
export function countBytes(build: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + readFileSync(join(build, file)).byteLength, 0);
}
