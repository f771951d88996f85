import type { Month } from '../calendar/calendar';
import type { PlannedKind } from '../deals/deal';

/** How sure someone is of an assumption. In numbers: see `doubtAsLogSd`. */
export type Doubt = 'sure' | 'roughly' | 'guess';

export interface Assumption {
  value: number;
  doubt: Doubt;
}

/** Whether a part of the forecast comes from imported deals or from what was typed. */
export type Basis = 'history' | 'plan';

export interface PlannedStage {
  /** Share that goes on, 0 to 1. */
  conversion: Assumption;
  /** Mean days spent in the stage. */
  days: Assumption;
}

export interface KindPlan {
  /** New leads a month today. */
  leadsPerMonth: Assumption;
  /** Growth of that number a month: 0.02 = 2 %. */
  growthPerMonth: Assumption;
  /** As many as `Plan.stageNames`. */
  stages: readonly PlannedStage[];
  /** Mean value of a won deal, in the workspace currency. */
  dealValue: Assumption;
  /** Coefficient of variation of deal values: 0.8 = a typical deal is 80 % off the mean. */
  valueVariation: number;
  /** Used only for kinds that have history; without it everything comes from the plan. */
  basis: Readonly<{ leads: Basis; closing: Basis; value: Basis }>;
}

/** What a founder assumes. Plain data; limits in workspace/restore. */
export interface Plan {
  /** First month of the forecast when there is no history; null = first month of the current fiscal quarter. */
  startMonth: Month | null;
  /** True: leads have come in at this pace for a year already; false: the first lead comes in the first month. */
  isRunning: boolean;
  stageNames: readonly string[];
  kinds: Readonly<Record<PlannedKind, KindPlan>>;
}
