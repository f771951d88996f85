import type { PlannedKind } from '../deals/deal';
import type { Estimate, HistorySummary, KindHistory } from '../fit/summary';
import { DOUBT_HALF_WIDTH } from './doubt';
import type { Assumption, Doubt, KindPlan, Plan, PlannedStage } from './plan';

/** Shares of exactly nothing or all cannot be split over stages. */
const SMALLEST_SHARE = 0.001;

/**
 * The plan with its typed values set to what the history says, so that changing an assumption starts from the truth: leads
 * and value as estimated; stage conversions raised to one power, and days times one factor, so that the whole funnel
 * converts and lasts as the history did. Growth, stage names and `basis` stay. Kinds without history stay as they are.
 */
export function planFromHistory(summary: HistorySummary, plan: Plan): Plan {
  const kindFrom = (kind: PlannedKind): KindPlan => {
    const history = summary.kinds.find((known) => known.kind === kind);
    return history === undefined ? plan.kinds[kind] : fromHistory(history, plan.kinds[kind]);
  };
  return { ...plan, kinds: { seed: kindFrom('seed'), net: kindFrom('net'), spear: kindFrom('spear') } };
}

function fromHistory(history: KindHistory, kind: KindPlan): KindPlan {
  return {
    ...kind,
    leadsPerMonth: assume(history.leadsPerMonth),
    stages: scaledStages(history, kind.stages),
    dealValue: assume(history.dealValue),
    valueVariation: history.valueVariation,
  };
}

function scaledStages(history: KindHistory, stages: readonly PlannedStage[]): PlannedStage[] {
  const wished = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, history.conversion.value));
  const whole = stages.reduce((product, stage) => product * stage.conversion.value, 1);
  const canScale = whole > 0 && whole < 1;
  const power = canScale ? Math.log(wished) / Math.log(whole) : 1;
  const days = stages.reduce((sum, stage) => sum + stage.days.value, 0);
  return stages.map((stage) => ({
    conversion: {
      value: canScale ? Math.pow(stage.conversion.value, power) : Math.pow(wished, 1 / stages.length),
      doubt: doubtOf(history.conversion),
    },
    days: {
      value:
        days > 0
          ? stage.days.value * (history.daysToWin.value / days)
          : history.daysToWin.value / stages.length,
      doubt: doubtOf(history.daysToWin),
    },
  }));
}

function assume(estimate: Estimate): Assumption {
  return { value: estimate.value, doubt: doubtOf(estimate) };
}

/** "Roughly" where the 80 % interval is no wider than that word says, else "a guess"; history is never sure. */
function doubtOf(estimate: Estimate): Doubt {
  const half = DOUBT_HALF_WIDTH.roughly;
  return estimate.value > 0 && estimate.high / Math.max(estimate.low, 1e-12) <= (1 + half) / (1 - half)
    ? 'roughly'
    : 'guess';
}
