import { describe, expect, it } from 'vitest';
import { inspectFiles } from '../../src/csv';
import type { ImportProblem, SourceFile } from '../../src/csv';
import { csvFile, importFiles, inspect, TODAY } from './csvFile';

const TEXT = 'Namn;Skapad;Status;Belopp\nÅsa Öberg;2025-01-02;Vunnen;10,5\nJürgen;2025-01-03;Öppen;7\n';

function utf16(text: string, isLittle: boolean, withMark: boolean): Uint8Array<ArrayBuffer> {
  const units = [...(withMark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return new Uint8Array(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

function windows1252(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...text].map((letter) => letter.charCodeAt(0) & 255));
}

async function problemOf(...files: SourceFile[]): Promise<ImportProblem> {
  const result = await inspectFiles(files, null, TODAY);
  if (result.ok) throw new Error('no problem');
  return result.problem;
}

describe('encodings and line ends all give the same deals', () => {
  const files: Record<string, Uint8Array<ArrayBuffer> | string> = {
    'UTF-8': TEXT,
    'UTF-8 with a byte order mark': '\uFEFF' + TEXT,
    'UTF-16 little endian with a mark': utf16(TEXT, true, true),
    'UTF-16 big endian with a mark': utf16(TEXT, false, true),
    'UTF-16 little endian without a mark': utf16(TEXT, true, false),
    'UTF-16 big endian without a mark': utf16(TEXT, false, false),
    'windows-1252': windows1252(TEXT),
    CRLF: TEXT.replaceAll('\n', '\r\n'),
    'CR alone': TEXT.replaceAll('\n', '\r'),
    tabs: TEXT.replaceAll(';', '\t'),
    bars: TEXT.replaceAll(';', '|'),
    'commas and quotes': TEXT.replace('10,5', '"10,5"').replaceAll(';', ','),
  };
  for (const [name, content] of Object.entries(files)) {
    it(name, async () => {
      const { deals } = await importFiles(csvFile(content));
      expect(deals.map((deal) => [deal.name, deal.outcome, deal.amount])).toEqual([
        ['Åsa Öberg', 'won', 10.5],
        ['Jürgen', 'open', 7],
      ]);
    });
  }

  it('falls back to windows-1252 when the first odd byte comes late in a large file', async () => {
    const many = TEXT.split('\n')[0] + '\n' + 'Plain;2025-01-03;Vunnen;7\n'.repeat(20_000);
    const { files } = await inspect(csvFile(windows1252(`${many}Åsa;2025-01-02;Vunnen;8\n`)));
    expect(files[0]).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: 20_001 });
  });

  it('reads UTF-8 cut off in the middle of a letter as UTF-8', async () => {
    const bytes = new TextEncoder().encode(`${TEXT}Mö;2025-01-03;Öppen;7\nFör`);
    const { files } = await inspect(csvFile(bytes.slice(0, bytes.length - 2)));
    expect(files[0]?.encoding).toBe('utf-8');
  });
});

describe('files that are no tables', () => {
  const bytes = (...values: number[]) =>
    csvFile(new Uint8Array([...values, ...new Array<number>(60).fill(0)]));

  it.each([
    ['a workbook', csvFile('PK\u0003\u0004\u0014\u0000[Content_Types].xml'), 'xlsx'],
    ['an archive', csvFile('PK\u0003\u0004\u0014\u0000something'), 'archive'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'xls'],
    ['a PDF', csvFile('%PDF-1.7 text'), 'pdf'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), 'image'],
    ['a program', bytes(0x4d, 0x5a, 0x90), 'program'],
    ['anything with NULs', csvFile('a,b,c\n1,\u0000\u0000\u0000\u0000,2\n'), 'other'],
  ])('%s is told by its first bytes', async (_name, file, looksLike) => {
    expect(await problemOf(file)).toEqual({ code: 'binaryFile', params: { file: 'deals.csv', looksLike } });
  });

  it('a file beyond the limit is not read at all', async () => {
    const file: SourceFile = {
      name: 'huge.csv',
      size: 200_000_000,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('read')) }),
    };
    expect(await problemOf(file)).toEqual({
      code: 'tooLarge',
      params: { file: 'huge.csv', megabytes: 200, limitMegabytes: 100 },
    });
  });

  it('a file that can no longer be read', async () => {
    const file: SourceFile = {
      name: 'gone.csv',
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    };
    expect((await problemOf(file)).code).toBe('unreadable');
  });

  it.each([
    ['no bytes', '', 'emptyFile'],
    ['blank lines', '\n\n  \n', 'emptyFile'],
    ['a header alone', 'Name,Created,Stage\n', 'onlyHeader'],
    ['a header and blank rows', 'Name,Created,Stage\n,,\n', 'onlyHeader'],
    ['one column', 'Name\nA\nB\n', 'noUsableColumns'],
    ['nothing that says won or lost', 'Name,Created\nA,2025-01-01\n', 'noUsableColumns'],
  ])('%s', async (_name, content, code) => {
    expect((await problemOf(csvFile(content))).code).toBe(code);
  });

  it('more than three sorts of files, or two without a common key', async () => {
    const one = csvFile(TEXT, 'one.csv');
    const other = csvFile('Product,Price\nA,1\nB,2\n', 'other.csv');
    const sorts = ['A', 'B', 'C'].map((name) => csvFile(`${name},Created\n1,2026-01-01\n`, `${name}.csv`));
    expect((await problemOf(one, ...sorts)).params).toEqual({ count: 4 });
    expect(await problemOf(one, other)).toEqual({
      code: 'noCommonKey',
      params: { first: 'one.csv', second: 'other.csv' },
    });
  });
});
