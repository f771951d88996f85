import type { Deal } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { expectedValue } from '../fit/dealOutlook';
import { cohortFinder } from '../fit/openGroups';

/** In the order of the deals; NaN for a closed one. */
export interface ChancesOfDeals {
  /** To be won within the horizon. */
  chance: Float64Array;
  /** What it adds to the forecast: chance × value. */
  expected: Float64Array;
}

/** `dealOutlook`'s total and expected value of every open deal; deals of like age, stage and seller are worked out once. */
export function chancesOfOpenDeals(deals: readonly Deal[], chances: DealChances): ChancesOfDeals {
  const cohortOf = cohortFinder(chances);
  const chance = new Float64Array(deals.length).fill(NaN);
  const expected = new Float64Array(deals.length).fill(NaN);
  deals.forEach((deal, index) => {
    if (deal.outcome !== 'open') return;
    const { total, valueAtAge } = cohortOf(deal);
    chance[index] = total;
    expected[index] = total * expectedValue(chances, deal, valueAtAge);
  });
  return { chance, expected };
}
