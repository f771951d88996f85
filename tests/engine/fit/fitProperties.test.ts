import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOf, fit } from '../../../src/engine';
import type { Deal, FitOptions } from '../../../src/engine';
import { MIDDLE_DAY, arbitraryDeals, changeFuture } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';

const OPTIONS: FitOptions = { dataDay: MIDDLE_DAY, horizonMonths: 12, fiscalYearStart: 4, currency: 'SEK' };

/** A fit of a history of years takes some 20 ms; these properties take two to four of them a run. */
const RUNS_OF_SEVERAL_FITS = 25;

/** Every number in it, whatever its depth. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

/** Numbers cut to 9 digits: sums of the same amounts in another order differ in the last of 16. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'number' ? Number(inner.toPrecision(9)) : inner,
    ),
  );
}

describe('fit(deals, options), for any deals', () => {
  it('gives a finite model with chances that sum to at most 1 and intervals around their values', () => {
    fc.assert(
      fc.property(arbitraryDeals(60), (deals) => {
        const { model, summary } = fit(deals, OPTIONS);
        expect(numbersIn({ model, summary }).every(Number.isFinite)).toBe(true);
        for (const group of model.open) {
          expect(Math.min(...group.winChance)).toBeGreaterThanOrEqual(0);
          expect(group.winChance.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9);
          expect(group.value.mean).toBeGreaterThanOrEqual(0);
        }
        for (const { arrivals, closing, value } of model.kinds) {
          expect(numbersIn({ arrivals, closing, value }).every((number) => number >= 0)).toBe(true);
          expect(closing.by === 'hazards' && closing.conversion.mean).toBeLessThanOrEqual(1);
        }
        for (const kind of summary.kinds) {
          for (const { low, value, high } of [
            kind.leadsPerMonth,
            kind.conversion,
            kind.daysToWin,
            kind.dealValue,
          ]) {
            expect(low).toBeLessThanOrEqual(value);
            expect(high).toBeGreaterThanOrEqual(value);
          }
        }
      }),
    );
  });

  it('stays finite where amounts are next to nothing, above and below', () => {
    const created = MIDDLE_DAY - 4;
    const made = (id: string, amount: number, isWon: boolean): Deal =>
      dealOf({ id, created, amount, outcome: isWon ? 'won' : 'open', closed: isWon ? created : null });
    const deals = [made('a', 3e-162, true), made('b', -6e-8, true), made('c', 5e-324, false)];
    expect(numbersIn(fit(deals, OPTIONS).model).every(Number.isFinite)).toBe(true);
  });

  it('does not depend on anything that happened after the data day', () => {
    fc.assert(
      fc.property(arbitraryDeals(40), fc.integer({ min: 1, max: 90 }), (deals, by) => {
        const knownOf = (all: typeof deals): typeof deals => asOf(all, MIDDLE_DAY, MIDDLE_DAY + 200);
        const changed = changeFuture(deals, MIDDLE_DAY, by);
        expect(fit(knownOf(changed), OPTIONS)).toEqual(fit(knownOf(deals), OPTIONS));
        // The fit itself looks no further than its data day.
        expect(fit(deals, OPTIONS)).toEqual(fit(asOf(deals, MIDDLE_DAY), OPTIONS));
      }),
      { numRuns: RUNS_OF_SEVERAL_FITS },
    );
  });

  it('does not depend on the order of the deals, and changes none of them', () => {
    fc.assert(
      fc.property(
        arbitraryDeals(40).chain((deals) =>
          fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length })),
        ),
        ([deals, shuffled]) => {
          const before = structuredClone(deals);
          expect(rounded(fit(shuffled, OPTIONS))).toEqual(rounded(fit(deals, OPTIONS)));
          expect(deals).toEqual(before);
        },
      ),
      { numRuns: RUNS_OF_SEVERAL_FITS },
    );
  });
});
