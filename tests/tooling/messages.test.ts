import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assertCatalogueCompiled,
  findCatalogueProblems,
  inputsOf,
  readCatalogue,
  type Catalogue,
} from '../../tooling/build/messageCatalogue';
import { MESSAGE_OPTIONS, MESSAGE_SOURCES } from '../../tooling/build/messageOptions';
import sameInBoth from './sameInBoth.json';

describe('the messages of the app', () => {
  it('stand in both languages, with the same inputs, and are translated', () => {
    const catalogues = {
      en: readCatalogue(MESSAGE_SOURCES, 'en'),
      sv: readCatalogue(MESSAGE_SOURCES, 'sv'),
    };
    expect(findCatalogueProblems(catalogues, new Set(sameInBoth))).toEqual([]);
  });

  it('are each said somewhere', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide'),
    );
    const words = new Set(
      files.flatMap((file) => readFileSync(join('src', file), 'utf8').match(/\w+/g) ?? []),
    );
    const unsaid = [...readCatalogue(MESSAGE_SOURCES, 'en').keys()].filter((key) => !words.has(key));
    expect(unsaid).toEqual([]);
  });

  it('are all in the compiled catalogue', () => {
    expect(assertCatalogueCompiled(MESSAGE_SOURCES, MESSAGE_OPTIONS.outdir)).toBeGreaterThan(0);
  });
});

describe('findCatalogueProblems', () => {
  const catalogue = (messages: Record<string, string>): Catalogue => new Map(Object.entries(messages));
  const find = (en: Record<string, string>, sv: Record<string, string>, same: string[] = []) =>
    findCatalogueProblems({ en: catalogue(en), sv: catalogue(sv) }, new Set(same));

  it('finds nothing where both languages say the same', () => {
    expect(find({ a: 'Row {row}' }, { a: 'Rad {row}' })).toEqual([]);
  });

  it.each([
    ['a missing translation', { a: 'Row' }, {}],
    ['a translation of nothing', {}, { a: 'Rad' }],
    ['other inputs', { a: 'Row {row}' }, { a: 'Rad {rad}' }],
    ['an empty text', { a: 'Row' }, { a: ' ' }],
    ['a text left in English', { a: 'Row' }, { a: 'Row' }],
  ])('finds %s', (_, en, sv) => {
    expect(find(en, sv)).toHaveLength(1);
  });

  it('asks for no translation where there is nothing to translate', () => {
    expect(find({ a: '{low} – {high} %' }, { a: '{low} – {high} %' })).toEqual([]);
  });

  it('lets texts be the same that are listed, and finds listed ones that are gone', () => {
    expect(find({ a: 'Plan' }, { a: 'Plan' }, ['a'])).toEqual([]);
    expect(find({}, {}, ['a'])).toHaveLength(1);
  });
});

describe('inputsOf', () => {
  it('names placeholders and declared inputs, not what the message makes itself', () => {
    const declarations = ['input count', 'input file', 'local plural = count: plural'];
    const match = { 'plural=one': 'One row of {file}', 'plural=other': '{number} rows of {file}' };
    expect(inputsOf([{ declarations, selectors: ['plural'], match }])).toEqual(['count', 'file', 'number']);
  });
});

describe('assertCatalogueCompiled', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'messages-'));
    mkdirSync(join(folder, 'out/messages'), { recursive: true });
    writeFileSync(join(folder, 'area.en.json'), JSON.stringify({ first: 'One', second: 'Two' }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const writeIndex = (text: string) => writeFileSync(join(folder, 'out/messages/_index.js'), text);

  it('throws on an empty catalogue, which the compiler leaves when its plugin is missing', () => {
    writeIndex('export {}');
    expect(() => assertCatalogueCompiled(folder, join(folder, 'out'))).toThrow(/0 of 2 messages/);
  });

  it('throws where one message is missing', () => {
    writeIndex("export * from './first.js'");
    expect(() => assertCatalogueCompiled(folder, join(folder, 'out'))).toThrow(/1 of 2 messages/);
  });

  it('counts the messages when all are there', () => {
    writeIndex("export * from './first.js'\nexport * from './second.js'");
    expect(assertCatalogueCompiled(folder, join(folder, 'out'))).toBe(2);
  });

  it('throws when two areas use one key', () => {
    writeFileSync(join(folder, 'other.en.json'), JSON.stringify({ first: 'Uno' }));
    expect(() => readCatalogue(folder, 'en')).toThrow(/first stands twice/);
  });
});
