import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cutCell, RowSplitter } from '../../src/csv/splitRows';

function split(splitter: RowSplitter, text: string, isLast: boolean) {
  const rows: (readonly string[])[] = [];
  const broken: number[] = [];
  const rest = splitter.push(text, isLast, {
    addCells: (from, places) =>
      rows.push(Array.from({ length: places.count }, (_, index) => cutCell(from, places, index))),
    addRow: (row, isBroken) => {
      if (isBroken) broken.push(rows.length);
      rows.push(row);
    },
  });
  return { rows, broken, rest };
}

function splitInPieces(text: string, cuts: readonly number[], delimiter = ','): (readonly string[])[] {
  const splitter = new RowSplitter(delimiter);
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  let left = '';
  return at.slice(1).flatMap((end, index) => {
    const { rows, rest } = split(splitter, left + text.slice(at[index], end), index === at.length - 2);
    left = rest;
    return rows;
  });
}

describe('RowSplitter', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ö', ' ', '"', ',', ';', '\n', '🌱'), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const cuts = fc.array(fc.nat(200), { maxLength: 4 });

  it('gives back what PapaParse wrote, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(table, cuts, fc.constantFrom(',', ';', '\t'), (rows, at, delimiter) => {
        const text = Papa.unparse(rows, { delimiter, newline: '\n' });
        expect(splitInPieces(text, at, delimiter)).toEqual(rows);
      }),
      { seed: 51, numRuns: 300 },
    );
  });

  it('reads the line ends of every system as one', () => {
    fc.assert(
      fc.property(table, cuts, fc.constantFrom('\r\n', '\r'), (rows, at, newline) => {
        const text = Papa.unparse(rows, { newline: '\n' });
        expect(splitInPieces(text.replaceAll('\n', newline), at)).toEqual(rows);
      }),
      { seed: 54, numRuns: 300 },
    );
  });

  it('splits any text without stray quotes as PapaParse does', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', ' ', ',', '\n'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(plain, cuts, (letters, at) => {
        const text = `a${letters}a`;
        const theirs = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
        expect(splitInPieces(text, at)).toEqual(theirs);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  it('gives every letter of any text back exactly once, whatever its quotes', () => {
    const odd = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' '), maxLength: 60 });
    fc.assert(
      fc.property(odd, cuts, (text, at) => {
        const letters = splitInPieces(text, at).flat().join('').replace(/[^a]/g, '').length;
        expect(letters).toBe(text.replace(/[^a]/g, '').length);
      }),
      { seed: 53, numRuns: 500 },
    );
  });

  it('takes the same time for a line of many stray quotes as for many lines of one', () => {
    const lines = '"a,b\n'.repeat(20_000);
    const { rows, broken } = split(new RowSplitter(','), lines, true);
    expect(rows).toHaveLength(20_000);
    expect(broken).toHaveLength(20_000);
  });

  it('takes a record without an end for a broken line once it is longer than any text', () => {
    const splitter = new RowSplitter(',');
    const first = split(splitter, `a,b\n"open,${'x'.repeat(300_000)}\n1,2\n`, false);
    expect(first.rows.map((row) => row.length)).toEqual([2, 2, 2]);
    expect(first.broken).toEqual([1]);
  });
});
