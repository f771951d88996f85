import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/engine';
import type { Kind, OpenGroup } from '../../../src/engine';
import { portableOpen } from '../../../src/engine/portable/portableOpen';

const MONTHS = 6;

const groupOf = (least: number): fc.Arbitrary<OpenGroup> =>
  fc.record({
    kind: fc.constantFrom<Kind>('seed', 'net', 'unsorted'),
    count: fc.oneof(
      { weight: 3, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) },
    ),
    winChance: fc.array(fc.oneof(fc.constant(0), fc.double({ min: least, max: 1 / MONTHS, noNaN: true })), {
      minLength: MONTHS,
      maxLength: MONTHS,
    }),
    value: fc.record({
      mean: fc.double({ min: 1, max: 1e7, noNaN: true }),
      variation: fc.double({ min: 0, max: 3, noNaN: true }),
    }),
    valueByMonth: fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), {
      minLength: MONTHS,
      maxLength: MONTHS,
    }),
  });
/** Chances that are told: those below a billionth are none. */
const anyOpen = fc.array(groupOf(1e-6), { maxLength: 60 });
const evenThinOpen = fc.array(groupOf(0), { maxLength: 60 });

interface Sums {
  wins: number;
  worth: number;
}

function sumsOf(open: readonly OpenGroup[], kind: Kind, month: number): Sums {
  const sums = { wins: 0, worth: 0 };
  for (const { kind: own, count, winChance, value, valueByMonth } of open) {
    if (own !== kind) continue;
    const wins = count * (winChance[month] ?? 0);
    sums.wins += wins;
    sums.worth += wins * value.mean * (valueByMonth?.[month] ?? 1);
  }
  return sums;
}

/** Variance of what all deals of a kind bring: of one that brings v with chance p, p E(v²) − (p E v)². */
function varianceOf(open: readonly OpenGroup[], kind: Kind): number {
  return open
    .filter((group) => group.kind === kind)
    .reduce((sum, { count, winChance, value, valueByMonth }) => {
      let expected = 0;
      let squares = 0;
      winChance.forEach((chance, month) => {
        const mean = value.mean * (valueByMonth?.[month] ?? 1);
        expected += chance * mean;
        squares += chance * mean * mean * (1 + value.variation ** 2);
      });
      return sum + count * (squares - expected * expected);
    }, 0);
}

describe('portableOpen', () => {
  it('keeps wins and worth of every kind and month to three digits', () => {
    fc.assert(
      fc.property(anyOpen, (open) => {
        const portable = portableOpen(open);
        for (const kind of KINDS) {
          for (let month = 0; month < MONTHS; month++) {
            const before = sumsOf(open, kind, month);
            const after = sumsOf(portable, kind, month);
            // Half a unit of the third digit, where a single group brings the whole month.
            expect(Math.abs(after.wins - before.wins)).toBeLessThanOrEqual(0.005 * before.wins + 1e-300);
            expect(Math.abs(after.worth - before.worth)).toBeLessThanOrEqual(0.005 * before.worth + 1e-300);
          }
        }
      }),
    );
  });

  it('loses nothing by rounding where the last group can bear what the others leave', () => {
    const group = (winChance: number): OpenGroup => ({
      kind: 'net',
      count: 3,
      winChance: [winChance],
      value: { mean: 1_000 / 3, variation: 0.5 },
    });
    const open = [group(1 / 7), group(1 / 13), group(2 / 7)];
    const before = sumsOf(open, 'net', 0);
    const after = sumsOf(portableOpen(open), 'net', 0);
    // Six digits of the last group.
    expect(after.wins / before.wins).toBeCloseTo(1, 5);
    expect(after.worth / before.worth).toBeCloseTo(1, 5);
  });

  it('keeps the variance of what a kind brings, as far as deals can vary as little', () => {
    fc.assert(
      fc.property(anyOpen, (open) => {
        const portable = portableOpen(open);
        for (const kind of KINDS) {
          const before = varianceOf(open, kind);
          const after = varianceOf(portable, kind);
          // Four digits of the variation, and three of the chances that it is multiplied with.
          expect(after).toBeGreaterThanOrEqual(before * 0.98);
        }
      }),
    );
  });

  it('has at most 20 groups and none of fewer than three deals', () => {
    fc.assert(
      fc.property(anyOpen, (open) => {
        const portable = portableOpen(open);
        expect(portable.length).toBeLessThanOrEqual(20);
        expect(portable.every(({ count }) => count >= 3)).toBe(true);
        const kindsOf = (groups: readonly OpenGroup[]) =>
          KINDS.filter((kind) => groups.some((g) => g.kind === kind));
        expect(kindsOf(portable)).toEqual(kindsOf(open));
      }),
    );
  });

  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(evenThinOpen, (open) => {
        const portable = portableOpen(open);
        expect(portableOpen(structuredClone(portable))).toEqual(portable);
      }),
    );
  });

  it('keeps deals of other chances and values apart', () => {
    const group = (winChance: number, mean: number): OpenGroup => ({
      kind: 'net',
      count: 1,
      winChance: [winChance],
      value: { mean, variation: 0.5 },
    });
    const sure = Array.from({ length: 4 }, () => group(0.9, 1_000));
    const big = Array.from({ length: 3 }, () => group(0.1, 50_000));
    const many = Array.from({ length: 30 }, () => group(0.2, 2_000));
    const portable = portableOpen([...many, ...sure, ...big]);
    const told = portable.map(({ count, winChance, value }) => [count, winChance[0], value.mean]);
    expect(told.sort((one, other) => Number(one[0]) - Number(other[0]))).toEqual([
      [3, 0.1, 50_000],
      [4, 0.9, 1_000],
      [30, 0.2, 2_000],
    ]);
  });
});
