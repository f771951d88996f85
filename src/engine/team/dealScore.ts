import type { Deal } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { expectedValue } from '../fit/dealOutlook';
import { cohortFinder } from '../fit/openGroups';
import type { RunStep } from '../funnel/hazards';
import type { Hazards } from '../funnel/model';
import type { DealScore } from './team';

const SOON_DAYS = 30;
/** How long waiting is looked at. */
export const WAIT_DAYS = 14;

/**
 * Scores open deals of the chances given (see `scoringChances`): kind, age, stage and time in it, seller; their value by size as well.
 *
 * @example dealScorer(scoringChances(deals, fitted.chances))(deal).chance // 0.31
 */
export function dealScorer(chances: DealChances): (deal: Deal) => DealScore {
  const now = outlookOf(chances);
  const soon = outlookOf({ ...chances, steps: stepsWithin(chances.steps, SOON_DAYS) });
  const wait = { ...chances, steps: stepsWithin(chances.steps, WAIT_DAYS) };
  const lost = outlookOf({
    ...wait,
    kinds: wait.kinds.map((kind) => ({ ...kind, hazards: swapped(kind.hazards) })),
    steps: wait.steps.map(({ days, rhythm, lostRhythm = 1 }) => ({
      days,
      rhythm: lostRhythm,
      lostRhythm: rhythm,
    })),
    stages: chances.stages && {
      ...chances.stages,
      factors: chances.stages.factors.map((factor) => ({ ...factor, won: factor.lost, lost: factor.won })),
    },
    sellers: chances.sellers.map((seller) => ({ ...seller, won: seller.lost, lost: seller.won })),
  });
  const won = outlookOf(wait);
  return (deal) => {
    const { chance, value } = now(deal);
    const chanceLater = now(agedBy(deal, WAIT_DAYS)).chance;
    const lostSoon = lost(deal).chance;
    const stays = Math.max(0, 1 - lostSoon - won(deal).chance);
    return {
      chance,
      soon: soon(deal).chance,
      value,
      expected: chance * value,
      lostSoon,
      chanceLater,
      atStake: value * (lostSoon * chance + stays * Math.max(0, chance - chanceLater)),
    };
  };
}

function outlookOf(chances: DealChances): (deal: Deal) => { chance: number; value: number } {
  const cohortOf = cohortFinder(chances);
  return (deal) => {
    const { total, valueAtAge } = cohortOf(deal);
    return { chance: total, value: expectedValue(chances, deal, valueAtAge) };
  };
}

/** The first so many days of the forecast. */
function stepsWithin(steps: readonly RunStep[], days: number): RunStep[] {
  let left = days;
  return steps.flatMap((step) => {
    const own = Math.min(left, step.days);
    left -= own;
    return own > 0 ? [{ ...step, days: own }] : [];
  });
}

/** Won and lost in each other's place: the chance to win is then that to lose. */
function swapped({ ageFrom, won, lost }: Hazards): Hazards {
  return { ageFrom, won: lost, lost: won };
}

/** The same deal so many days later, nothing having happened to it: it came, and entered its stages, so much earlier. */
function agedBy(deal: Deal, days: number): Deal {
  return {
    ...deal,
    created: deal.created - days,
    stageEntries: deal.stageEntries.map((entry) => ({ ...entry, day: entry.day - days })),
  };
}
