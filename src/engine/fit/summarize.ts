import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { DealValue, Hazards, Share } from '../funnel/model';
import { winTimeOfHazards } from '../funnel/hazards';
import type { FittedArrivals } from './fitArrivals';
import type { StageConversion } from './stageConversions';
import type { Estimate, KindHistory } from './summary';

/** Standard normal quantile that leaves 80 % inside. */
const Z80 = 1.2816;

/** What was fitted for one kind. */
export interface KindFit {
  arrivals: FittedArrivals;
  hazards: Hazards;
  conversion: Share;
  value: DealValue & { effectiveDeals: number };
  /** Won and closed deals that the closing rests on. */
  wins: number;
  closings: number;
}

/** What the history says of one kind, in words the Plan screen uses; every figure with n and its 80 % interval. */
export function summarizeKind(
  deals: readonly Deal[],
  kindIndex: number,
  fit: KindFit,
  stages: readonly StageConversion[] | null,
): KindHistory {
  const kind = KINDS[kindIndex]!;
  // Without a single loss any share may be the true one: the data can't have shown another.
  const hasLosses = deals.some((deal) => deal.outcome === 'lost');
  const conversionEstimate = (share: Share, cases: number): Estimate =>
    hasLosses ? shareEstimate(share, cases) : { value: share.mean, low: 0, high: 1, n: Math.round(cases) };
  const own = deals.filter((deal) => deal.kind === kind);
  const countOf = (outcome: Deal['outcome']): number => own.filter((deal) => deal.outcome === outcome).length;
  const time = winTimeOfHazards(fit.hazards) ?? { meanDays: 0, sdDays: 0 };
  const timeDoubt = time.meanDays > 0 ? time.sdDays / time.meanDays / Math.sqrt(fit.wins + 1) : 0;
  return {
    kind,
    deals: own.length,
    open: countOf('open'),
    won: countOf('won'),
    lost: countOf('lost'),
    leadsPerMonth: positiveEstimate(fit.arrivals.perMonth, fit.arrivals.doubt, fit.arrivals.effectiveLeads),
    conversion: conversionEstimate(fit.conversion, fit.closings),
    daysToWin: positiveEstimate(time.meanDays, timeDoubt, fit.wins),
    dealValue: positiveEstimate(fit.value.mean, fit.value.doubt, fit.value.effectiveDeals),
    valueVariation: fit.value.variation,
    ...(stages && {
      stages: stages.map(({ stage, conversion, n }) => ({
        stage,
        conversion: conversionEstimate(conversion, n),
      })),
    }),
  };
}

/** A positive quantity with a log-normal 80 % interval. `doubt` is the sd of its log. */
function positiveEstimate(value: number, doubt: number, cases: number): Estimate {
  return {
    value,
    low: value * Math.exp(-Z80 * doubt),
    high: value * Math.exp(Z80 * doubt),
    n: Math.round(cases),
  };
}

/** A share with Wilson's interval (1927), at 80 %: it stays within 0 and 1 however few the cases. */
function shareEstimate(share: Share, cases: number): Estimate {
  const n = share.cases ?? Infinity;
  const squared = (Z80 * Z80) / n;
  const centre = (share.mean + squared / 2) / (1 + squared);
  const half = (Z80 / (1 + squared)) * Math.sqrt((share.mean * (1 - share.mean)) / n + squared / (4 * n));
  return {
    value: share.mean,
    low: Math.max(0, Math.min(share.mean, centre - half)),
    high: Math.min(1, Math.max(share.mean, centre + half)),
    n: Math.round(cases),
  };
}
