import type { Day } from '../calendar/calendar';
import { addMonths, lastDayOfMonth, monthOfDay } from '../calendar/month';
import { knownAtOrigin } from '../backtest/backtest';
import { origins as originsOf } from '../backtest/origins';
import type { Deal } from '../deals/deal';
import { fit } from '../fit/fit';
import { cohortFinder } from '../fit/openGroups';
import { countedBase } from './countedBase';
import { scoreBands, type ScoredDeal } from './scoreBands';
import { scoringChances } from './scoringChances';
import type { ScoreCheck } from './team';

/** Scores are checked on what is won within three months: all that a young history can be asked for. */
export const MONTHS_CHECKED = 3;
/** Past month ends that are looked at, the latest ones: enough to see, and a second or two of work. */
const MOST_ORIGINS = 12;
/** Fewer cases show nothing. */
const FEWEST_CASES = 50;
/** A chance is never surer than this: a single surprise would else outweigh everything. */
const SUREST = 0.999;

export interface ScoreCheckOptions {
  dataDay: Day;
  fiscalYearStart: number;
  currency: string;
  stages?: readonly string[];
  /** All month ends that can be checked instead of the latest twelve. */
  allOrigins?: boolean;
}

/**
 * Scores the deals that were open at past month ends with what was known by then, and holds the scores against what was won within the
 * three months after: in bands, and by mean log loss beside the counted win rate by kind and age (`countedBase`). Amounts of deals
 * then open are hidden, as an export shows only what they became. Yields the share done; null where there is too little past.
 */
export function* checkScores(
  deals: readonly Deal[],
  options: ScoreCheckOptions,
): Generator<number, ScoreCheck | null> {
  const { dataDay, fiscalYearStart, currency, stages } = options;
  const all = originsOf(deals, dataDay);
  const days = options.allOrigins ? all : all.slice(-MOST_ORIGINS);
  const base = countedBase(deals, dataDay, MONTHS_CHECKED);
  const scored: ScoredDeal[] = [];
  let loss = 0;
  let baseLoss = 0;
  for (const [index, origin] of days.entries()) {
    yield index / days.length;
    const known = knownAtOrigin(deals, origin, dataDay);
    const fitted = fit(known, {
      ...{ dataDay: origin, horizonMonths: MONTHS_CHECKED, fiscalYearStart, currency },
      ...(stages ? { stages } : {}),
    });
    const cohortOf = cohortFinder(scoringChances(known, fitted.chances));
    const rateOf = base.at(origin);
    const end = endOfMonths(origin, MONTHS_CHECKED);
    const became = new Map(deals.map((deal) => [deal.id, deal]));
    for (const deal of known) {
      const after = became.get(deal.id);
      // When it closed is not known, so neither is whether it was open then.
      if (
        deal.outcome !== 'open' ||
        after === undefined ||
        (after.outcome !== 'open' && after.closed === null)
      )
        continue;
      const isWon = after.outcome === 'won' && after.closed !== null && after.closed <= end;
      const score = cohortOf(deal).total;
      scored.push({ score, isWon });
      loss += logLoss(score, isWon);
      baseLoss += logLoss(rateOf(deal), isWon);
    }
  }
  if (scored.length < FEWEST_CASES) return null;
  return {
    days: endOfMonths(dataDay, MONTHS_CHECKED) - dataDay,
    origins: days.length,
    n: scored.length,
    bands: scoreBands(scored, MONTHS_CHECKED),
    logLoss: loss / scored.length,
    baseLogLoss: baseLoss / scored.length,
    isBaseByStage: base.isByStage,
  };
}

/** The last day of the so many months after a month end. */
export function endOfMonths(monthEnd: Day, months: number): Day {
  return lastDayOfMonth(addMonths(monthOfDay(monthEnd + 1), months - 1));
}

function logLoss(chance: number, isWon: boolean): number {
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, chance));
  return -Math.log(isWon ? bounded : 1 - bounded);
}
