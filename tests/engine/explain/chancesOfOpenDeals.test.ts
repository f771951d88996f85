import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chancesOfOpenDeals, dealOutlook, fit } from '../../../src/engine';
import { arbitraryDeals, MIDDLE_DAY } from '../deals/arbitraryDeals';

it('gives every open deal the total and the expected value of its own outlook, and a closed one none', () => {
  const options = { dataDay: MIDDLE_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' };
  fc.assert(
    fc.property(arbitraryDeals(20), (deals) => {
      const { chances } = fit(deals, options);
      const { chance, expected } = chancesOfOpenDeals(deals, chances);
      deals.forEach((deal, index) => {
        if (deal.outcome !== 'open') {
          expect([chance[index], expected[index]]).toEqual([NaN, NaN]);
          return;
        }
        const outlook = dealOutlook(chances, deal);
        // Summed in another order: rounding alone.
        expect(chance[index]).toBeCloseTo(outlook.total, 10);
        expect(expected[index]! / Math.max(1, Math.abs(outlook.expectedValue))).toBeCloseTo(
          outlook.expectedValue / Math.max(1, Math.abs(outlook.expectedValue)),
          9,
        );
      });
    }),
    { numRuns: 30 },
  );
});
