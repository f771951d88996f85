import { monthOfDay, monthsBetween } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { expectedValue } from '../fit/dealOutlook';
import { amountIn } from '../fit/fitValues';
import { cohortFinder } from '../fit/openGroups';
import type { LumpyDeal } from './lumpySum';
import type { CompanyPeriod, OpenPipeline } from './team';

/** The open deals of one seller, as the forecast has them. */
export interface OpenOfSeller {
  pipeline: OpenPipeline;
  /** By period: the deals with their chances in it, and what they bring on average. */
  periods: readonly { deals: readonly LumpyDeal[]; value: number }[];
}

/** A month of the horizon, from (inclusive) to (exclusive), by position. */
interface MonthsWithin {
  first: number;
  end: number;
}

/**
 * Open deals by owner (null = nobody) with what each period expects of them: the forecast's own chances, every kind scaled so that all
 * sellers together bring just what the forecast says of open deals (its simulated mean is a little off the sum of the chances).
 */
export function openOfSellers(
  deals: readonly Deal[],
  chances: DealChances,
  periods: readonly CompanyPeriod[],
): ReadonlyMap<string | null, OpenOfSeller> {
  const cohortOf = cohortFinder(chances);
  const first = monthOfDay(chances.start);
  const within = periods.map(({ from, to }): MonthsWithin => ({
    first: Math.max(0, monthsBetween(first, from)),
    end: Math.max(0, monthsBetween(first, to) + 1),
  }));
  const seen = deals.flatMap((deal) => {
    if (deal.outcome !== 'open') return [];
    const { chance, worth, total, valueAtAge } = cohortOf(deal);
    const inPeriods = within.map((months) => {
      const won = sumWithin(chance, months);
      const atAge = won > 0 ? sumWithin(worth, months) / won : valueAtAge;
      return { chance: won, value: expectedValue(chances, deal, atAge) };
    });
    return [
      {
        deal,
        kind: KINDS.indexOf(deal.kind),
        expected: total * expectedValue(chances, deal, valueAtAge),
        inPeriods,
      },
    ];
  });
  const scales = periods.map(({ kinds }, period) =>
    KINDS.map((name, kind) => {
      const wanted = kinds.find((part) => part.kind === name)?.fromOpen ?? 0;
      const raw = seen.reduce((sum, each) => {
        const own = each.inPeriods[period]!;
        return each.kind === kind ? sum + own.chance * own.value : sum;
      }, 0);
      return raw > 0 ? wanted / raw : 0;
    }),
  );
  const byOwner = new Map<string | null, MutableOpen>();
  for (const { deal, kind, expected, inPeriods } of seen) {
    let own = byOwner.get(deal.owner);
    if (own === undefined) {
      own = {
        pipeline: { deals: 0, amount: 0, expected: 0 },
        periods: periods.map(() => ({ deals: [], value: 0 })),
      };
      byOwner.set(deal.owner, own);
    }
    own.pipeline.deals++;
    own.pipeline.amount += amountIn(deal, chances.currency) ?? 0;
    own.pipeline.expected += expected;
    inPeriods.forEach(({ chance, value }, period) => {
      const scale = scales[period]![kind]!;
      const ofPeriod = own.periods[period]!;
      ofPeriod.value += scale * chance * value;
      if (scale * chance * value === 0) return;
      const variation = chances.kinds[kind]!.value.variation;
      ofPeriod.deals.push({ chance: Math.min(1, scale * chance), value, variation });
    });
  }
  return byOwner;
}

interface MutableOpen extends OpenOfSeller {
  periods: { deals: LumpyDeal[]; value: number }[];
}

function sumWithin(numbers: readonly number[], { first, end }: MonthsWithin): number {
  let sum = 0;
  for (let month = first; month < Math.min(end, numbers.length); month++) sum += numbers[month]!;
  return sum;
}
