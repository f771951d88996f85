import type { Kind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { withMergedOpen } from '../goal/meanTotals';
import { exactMean } from '../simulate/exactMean';
import { prepareModel } from '../simulate/preparedModel';
import { lengthenModel } from './lengthenModel';

/** Leads are followed for three years past the last forecast month. */
export const MONTHS_FOLLOWED = 36;

/** The leads of one forecast month and what they bring, by months after it (0 = the same month). */
export interface Cohort {
  leads: number;
  cost: number;
  wins: readonly number[];
  value: readonly number[];
}

export interface CohortsOfKind {
  kind: Kind;
  /** By forecast month. */
  cohorts: readonly Cohort[];
}

/**
 * The new leads of each forecast month, referred ones included, followed to their wins: the very terms that `exactMean` adds up, told
 * by when the lead came instead of by when it is won. Open deals and leads from before the start are in none of them: what they
 * cost is spent.
 */
export function cohortReturns(model: FunnelModel): CohortsOfKind[] {
  const merged = withMergedOpen(model);
  const means = exactMean(merged);
  const prepared = prepareModel(lengthenModel({ ...merged, open: [] }, MONTHS_FOLLOWED), true);
  const all = prepared.horizon.months;
  return means.length === 0
    ? []
    : (means[0]?.kinds ?? []).map(({ kind }, at) => {
        const own = prepared.kinds[prepared.kindNames.indexOf(kind)];
        const cohorts = means.map(({ kinds }, month): Cohort => {
          const { leads, cost } = kinds[at] ?? { leads: 0, cost: 0 };
          const wins: number[] = [];
          const value: number[] = [];
          for (let later = month; later < all && own !== undefined; later++) {
            const share = own.shares[(own.cohortsBefore + month) * all + later] ?? 0;
            const won = leads * own.chance * share;
            wins.push(won);
            value.push(won * own.valueMean * (own.valueLevel[later] ?? 1));
          }
          return { leads, cost, wins, value };
        });
        return { kind, cohorts };
      });
}
