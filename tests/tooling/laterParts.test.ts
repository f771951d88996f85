import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLaterParts, writeLaterParts } from '../../tooling/build/laterParts';

/** A build in which the page asks for Goal and Plan, which share a file, and its worker for csv, as the bundler writes it. */
const FILES: Readonly<Record<string, string>> = {
  'index.html': '<script type="module" src="./assets/index-aaaaaaaa.js"></script>',
  'assets/index-aaaaaaaa.js':
    'import{a}from"./format-bbbb-bbb.js";new Worker(new URL(new URL(`worker-cccccccc.js`,import.meta.url)));' +
    'f(()=>import(`./Goal-dddddddd.js`));f(()=>import("./Plan-eeeeeeee.js"),["assets/Goal-dddddddd.css"])',
  'assets/format-bbbb-bbb.js': '',
  'assets/worker-cccccccc.js': 'import(`./csv-ffffffff.js`)',
  'assets/Goal-dddddddd.js':
    'import"./format-bbbb-bbb.js";import"./shared-gggggggg.js";import"./own-hhhhhhhh.js"',
  'assets/Plan-eeeeeeee.js': 'export*from"./shared-gggggggg.js"',
  'assets/shared-gggggggg.js': '',
  'assets/own-hhhhhhhh.js': '',
  'assets/csv-ffffffff.js': '',
  'assets/Goal-dddddddd.css': '',
  'assets/Plan-eeeeeeee.css': '',
};

let build: string;
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(build, 'assets'));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(build, file), text);
});
afterEach(() => rmSync(build, { recursive: true }));

describe('findLaterParts', () => {
  it('takes the named modules, what they alone import, and their styles', () => {
    expect(findLaterParts(build, ['Goal', 'csv']).sort()).toEqual([
      'assets/Goal-dddddddd.css',
      'assets/Goal-dddddddd.js',
      'assets/csv-ffffffff.js',
      'assets/own-hhhhhhhh.js',
    ]);
  });

  it('refuses a name that is no file of the build', () => {
    expect(() => findLaterParts(build, ['Goal', 'Gaol'])).toThrow('Gaol');
  });
});

describe('writeLaterParts', () => {
  it('gives another list another name', () => {
    const name = writeLaterParts(build, ['assets/csv-ffffffff.js']);
    expect(writeLaterParts(build, ['assets/csv-ffffffff.js'])).toBe(name);
    expect(writeLaterParts(build, [])).not.toBe(name);
  });
});
