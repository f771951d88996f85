import type { Kind } from '../deals/deal';
import type { Plan } from '../plan/plan';

/** Factors on what the imported deals say of a kind's leads to come; 1 = as they say. */
export interface HistoryFactors {
  leads: number;
  /** On the odds of being won. */
  odds: number;
  days: number;
  value: number;
}

export type FactorsByKind = Readonly<Partial<Record<Kind, HistoryFactors>>>;

/** How all levers stand: the plan's in the plan, those of the history as factors. */
export interface Setting {
  plan: Plan;
  factors: FactorsByKind;
  /** On the new leads of all kinds, wherever they come from; absent: 1. */
  allLeads?: number;
}

/** One setting made into another. */
export type Turn = (setting: Setting) => Setting;

export const AS_IN_HISTORY: HistoryFactors = { leads: 1, odds: 1, days: 1, value: 1 };

/** The setting with one factor changed. */
export function withFactor(
  setting: Setting,
  kind: Kind,
  factor: keyof HistoryFactors,
  value: number,
): Setting {
  const before = setting.factors[kind] ?? AS_IN_HISTORY;
  return { ...setting, factors: { ...setting.factors, [kind]: { ...before, [factor]: value } } };
}
