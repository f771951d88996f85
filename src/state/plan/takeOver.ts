import {
  planFromHistory,
  type Assumption,
  type HistorySummary,
  type Plan,
  type PlannedKind,
} from '../../engine';
import type { PlanPart } from './figures';
import { withBasis } from './figures';

/**
 * The plan with one part of a kind set to what the history says, to be changed from there: the part counts as the
 * user's own from now on. Figures are rounded to what a person would type; the history knows no more.
 */
export function takeOverPart(plan: Plan, history: HistorySummary, kind: PlannedKind, part: PlanPart): Plan {
  const taken = planFromHistory(history, plan).kinds[kind];
  const before = plan.kinds[kind];
  const parts = {
    leads: () => ({ leadsPerMonth: roundedTo(3, taken.leadsPerMonth) }),
    closing: () => ({
      stages: taken.stages.map(({ conversion, days }) => ({
        conversion: roundedTo(3, conversion),
        days: { ...days, value: Math.round(days.value * 10) / 10 },
      })),
    }),
    value: () => ({
      dealValue: roundedTo(3, taken.dealValue),
      valueVariation: Math.round(taken.valueVariation * 100) / 100,
    }),
  };
  const changed: Plan = { ...plan, kinds: { ...plan.kinds, [kind]: { ...before, ...parts[part]() } } };
  return withBasis(changed, kind, [part], 'plan');
}

function roundedTo(digits: number, { value, doubt }: Assumption): Assumption {
  return { value: Number(value.toPrecision(digits)), doubt };
}
