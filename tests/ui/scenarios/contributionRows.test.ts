import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionRows } from '../../../src/ui/scenarios/contributionRows';
import { outcome } from './sampleComparison';

const PERIOD = { from: '2026-10', to: '2026-12' } as const;
/** Of the sample's twelve months from November 2026 the first two lie in the quarter. */
const byMonth = (first: number, second: number, later = 1000): number[] => [
  ...[first, second],
  ...Array.from({ length: 10 }, () => later),
];
const rowsOf = (parts: readonly number[][], difference: number) => {
  const contributions = parts.map((value, index) => ({ changeId: `c${index}`, value, cost: [] }));
  return contributionRows(outcome('a', 0, { contributions }), PERIOD, difference);
};

describe('contributionRows', () => {
  it('adds up the months of the period, the strongest part first', () => {
    const rows = rowsOf([byMonth(10, 20), byMonth(-40, -60)], -70);
    expect(rows.map(({ changeId, value }) => [changeId, value])).toEqual([
      ['c1', -100],
      ['c0', 30],
    ]);
  });

  it('says what is left to the simulated difference as a line of its own, unless it is rounding', () => {
    expect(rowsOf([byMonth(50, 50)], 103).at(-1)).toMatchObject({ changeId: null, value: 3 });
    expect(rowsOf([byMonth(50, 50)], 100.5)).toHaveLength(1);
    expect(rowsOf([], 0)).toEqual([]);
  });

  it('always adds up to the difference, within one per cent of the largest part, and keeps its bars in their room', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }), value, (parts, rest) => {
        const exact = parts.reduce((sum, [first, second]) => sum + first + second, 0);
        const largest = Math.max(...parts.map(([first, second]) => Math.abs(first + second)));
        const difference = exact + rest;
        const rows = rowsOf(
          parts.map(([first, second]) => byMonth(first, second)),
          difference,
        );
        const sum = rows.reduce((total, row) => total + row.value, 0);
        // Sums of up to nine numbers of 1e6 each round in their sixteenth digit.
        expect(Math.abs(sum - difference)).toBeLessThanOrEqual(largest * 0.01 + 1e-6);
        for (const { start, width } of rows) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + width).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('begins bars of either sign where the others end', () => {
    const [less, more] = rowsOf([byMonth(-75, 0), byMonth(25, 0)], -50);
    expect(less).toMatchObject({ start: 0, width: 0.75 });
    expect(more).toMatchObject({ start: 0.75, width: 0.25 });
  });
});
