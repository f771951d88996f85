import type { Day, Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { Lever, LeverChoices, LeverKey } from './lever';

/** What counts towards a goal: won value, won deals, or a month's recurring revenue at the end of its last month. */
export type GoalMeasure = 'value' | 'wins' | 'recurring';

export interface Goal {
  measure: GoalMeasure;
  /** What is already won in these months included; of `recurring` what is there by then in all. */
  amount: number;
  /** First month that counts; null: the first one of the forecast. Only what is already won can lie before that. */
  from: Month | null;
  /** Last month that counts; the forecast's last at the latest. */
  by: Month;
  /** Wanted chance of reaching the amount, 0 to 1 (neither of them). */
  chance: number;
}

export interface GoalRequest {
  goal: Goal;
  choices: LeverChoices;
  /** Each lever by itself. */
  wantsLevers: boolean;
  /** The cheapest and the easiest mix. */
  wantsMixes: boolean;
  /** Paths and seed of the forecast beside which the answer is shown: it is then right for just that one. */
  paths: number;
  seed: number;
}

/** How far one lever, or a mix of them, gets. */
export type GoalOutcome = 'alreadyReached' | 'reached' | 'outOfReach';

/** One lever by itself, all others as they are. */
export interface LeverAnswer {
  lever: Lever;
  outcome: GoalOutcome;
  /** What it would have to be: rounded to three digits on the safe side; out of reach: its limit. */
  setting: number;
  /** Chance of reaching the amount with it. */
  chance: number;
  /** Cost it adds up to the end of the goal, on average; null where its cost is in no plan. */
  addedCost: number | null;
}

export interface MixSetting {
  key: LeverKey;
  from: number;
  to: number;
  /** How far, in steps of 10 %. */
  steps: number;
}

export interface Mix {
  outcome: GoalOutcome;
  /** Levers that are turned, those that move most first. Out of reach: all the way to their limits. */
  settings: readonly MixSetting[];
  chance: number;
  /** Cost added up to the end of the goal, on average: of spend, people and leads. */
  addedCost: number;
  /** Root of the sum of squared steps, one step being 10 % (see methods): 0 = nothing is asked of anybody. */
  stretch: number;
  funnel: ReverseFunnel;
}

export interface StageNeed {
  name: string;
  /** How many must enter the stage for the wins from leads. */
  entries: number;
}

export interface KindNeed {
  kind: Kind;
  /** Wins up to the end of the goal, on average: already won, from open deals, from leads. */
  alreadyWon: number;
  fromOpen: number;
  fromLeads: number;
  /** Leads that it takes for the wins from leads: those wins ÷ the share of leads that is won. */
  leads: number;
  /** In funnel order; empty where the stages of the kind are unknown. The first one's entries are the leads. */
  stages: readonly StageNeed[];
  /** New leads of each month of the goal from the forecast's first on, referrals among them. */
  leadsByMonth: readonly number[];
  /** Last day on which half, and four in five, of the leads that will be won are won by the end; null: nothing is won. */
  halfBy: Day | null;
  mostBy: Day | null;
}

/** From the goal back to the leads it takes. */
export interface ReverseFunnel {
  /** Forecast months up to the goal's last. */
  months: readonly Month[];
  kinds: readonly KindNeed[];
}

export interface GoalAnswer {
  goal: Goal;
  /** As things are. */
  chance: number;
  mean: number;
  /** What is reached with the wanted chance. */
  atChance: number;
  alreadyWon: number;
  /** Empty where not wanted. */
  levers: readonly LeverAnswer[];
  /** New leads of all kinds by one factor (1: already reached), all else as it is; null where a hundred times don't do. */
  scaledLeads: { factor: number; chance: number; funnel: ReverseFunnel } | null;
  /** By added cost, with the levers whose cost is in the plan; null where not wanted or none is on. */
  cheapest: Mix | null;
  /** By stretch, with all levers that are on; null where not wanted or none is on. */
  easiest: Mix | null;
  /** Levers that are on and could help, but whose cost nobody knows: not in the cheapest mix. */
  withoutCost: readonly LeverKey[];
  /** False: costs are the defaults of a new plan, nobody has said any. */
  areCostsKnown: boolean;
}
