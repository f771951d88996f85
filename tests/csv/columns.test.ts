import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatColumns, countCells } from '../../src/csv/column';
import { ColumnBuilder } from '../../src/csv/columnBuilder';
import { NotUtf8, Utf8Pieces } from '../../src/csv/utf8Pieces';

function columnOf(cells: readonly string[]) {
  const builder = new ColumnBuilder();
  // Out of a longer text, as from a file.
  for (const cell of cells) {
    const text = `<${cell}>`;
    const letters = Uint16Array.from(text.split(''), (letter) => letter.charCodeAt(0));
    builder.add(text, letters, 1, cell.length + 1);
  }
  return builder.finish();
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, row) => row);

describe('a column', () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'å', '🌱'), maxLength: 3 }), {
    maxLength: 40,
  });

  it('gives back every cell, and knows how often each text is there', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const column = columnOf(given);
        const rows = rowsOf(given.length);
        expect(rows.map((row) => column.read(row))).toEqual(given);
        const counted = [...countCells(column, rows)];
        expect(counted.flatMap(([text, count]) => Array<string>(count).fill(text)).sort()).toEqual(
          [...given].sort(),
        );
        expect(counted.map(([text]) => text)).toEqual([...new Set(given)]);
      }),
    );
  });

  it('keeps each text once, until it turns out that nearly all differ', () => {
    const labels = columnOf(rowsOf(50_000).map((row) => `label ${row % 30}`));
    expect(labels.texts).toHaveLength(31);
    const ids = rowsOf(20_000).map((row) => (row % 100 === 0 ? '' : `id ${row % 15_000}`));
    const column = columnOf(ids);
    expect(rowsOf(ids.length).map((row) => column.read(row))).toEqual(ids);
  });

  it('can be put below another one', () => {
    fc.assert(
      fc.property(cells, cells, (above, below) => {
        const column = concatColumns(columnOf(above), columnOf(below));
        const rows = rowsOf(above.length + below.length);
        expect(rows.map((row) => column.read(row))).toEqual([...above, ...below]);
      }),
    );
  });
});

describe('Utf8Pieces', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'å', '€', '🌱', '\n', '\r\n'), maxLength: 60 });
  const cuts = fc.array(fc.nat(200), { maxLength: 5 });

  it('gives the whole text once, in pieces of whole lines, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(text, cuts, (whole, at) => {
        const bytes = new TextEncoder().encode(whole);
        const places = [0, ...at.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = new Utf8Pieces();
        let seen = '';
        places.slice(1).forEach((end, index) => {
          const isLast = index === places.length - 2;
          const piece = pieces.push(bytes.subarray(places[index], end), isLast);
          // What is given back comes again.
          const kept = isLast ? piece.length : Math.floor(piece.length / 2);
          const safe = kept > 0 && /[\uD800-\uDBFF]/.test(piece[kept - 1] ?? '') ? kept - 1 : kept;
          pieces.giveBack(piece.slice(safe));
          seen += piece.slice(0, safe);
        });
        expect(seen).toBe(whole);
      }),
    );
  });

  it('refuses bytes that are not UTF-8, but for a character that the end cuts off', () => {
    expect(() => new Utf8Pieces().push(Uint8Array.of(0x61, 0xe5, 0x0a), true)).toThrow(NotUtf8);
    expect(new Utf8Pieces().push(Uint8Array.of(0x61, 0xc3), true)).toBe('a');
  });
});
