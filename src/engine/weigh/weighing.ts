import type { Month } from '../calendar/calendar';
import type { Lever } from '../goal/lever';
import type { Doubt } from '../plan/assumption';
import type { PlanPlace } from '../plan/place';

/** Won value, what is already won included, at mean parameters. */
export interface WeighedValue {
  nextTwelve: number;
  /** The fiscal year that the forecast starts in. */
  year: number;
}

/** One figure put elsewhere, everything else as it is. */
export interface WeighedPoint extends WeighedValue {
  /** What the figure is put at, within its limits. */
  at: number;
}

/** An assumption of the plan, or what the imported deals say of a kind. */
export type Weighed = { basis: 'plan'; place: PlanPlace; doubt: Doubt } | { basis: 'history'; lever: Lever };

export interface WeighedRow {
  what: Weighed;
  /** `net.conversion.1` or `history.net.leads`: stable, to key lists by. */
  key: string;
  value: number;
  /** Size of a step: 0.1 of the value, or so much up and down for growths (0.01 a month, 0.1 a year). */
  step: { by: 'share' | 'points'; size: number };
  /** One step down and up. */
  less: WeighedPoint;
  more: WeighedPoint;
  /** The ends of its 80 % interval; null where it is sure. */
  low: WeighedPoint | null;
  high: WeighedPoint | null;
  /** Differences in the next twelve months: between the steps, and between the ends of the doubt. */
  stepSwing: number;
  doubtSwing: number;
}

/** What each figure does to the year, the largest swing (of step or doubt) first. Figures that do nothing are left out. */
export interface Weighing {
  base: WeighedValue;
  year: { from: Month; to: Month };
  rows: readonly WeighedRow[];
  /** True: customers refer customers, so the mean of the forecast is a little above the figures at mean parameters. */
  hasReferrals: boolean;
}
