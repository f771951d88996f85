import type { Day, Month } from '../calendar/calendar';
import type { MonthSpan } from '../calendar/fiscal';
import type { Kind } from '../deals/deal';
import type { PlanPlace } from '../plan/place';
import type { Spread } from '../simulate/forecast';

/** What is looked at: what is left of the current fiscal year, or twelve months from the forecast's first. */
export type BudgetPeriod = 'year' | 'nextTwelve';

/** Where a budget can go. */
export const BUDGET_PARTS = ['net', 'spear', 'retention'] as const;
export type BudgetPart = (typeof BUDGET_PARTS)[number];

/**
 * Least and most for one part, in money over the months of the split; null: no limit but 0 (for spears what is planned: nobody is let go
 * unless a lower limit is set) and the budget.
 */
export interface PartLimits {
  min: number | null;
  max: number | null;
}

export interface BudgetRequest {
  period: BudgetPeriod;
  /** Nothing is advised before it; absent: the forecast's first day. */
  today?: Day;
  /** The next so much money. */
  amount: number;
  /** Days from a win to its money; null = nobody has said. */
  paymentDelayDays: number | null;
  /** What it costs to keep one customer who would have left; null = nobody has said (`KEEPING_IN_DEALS`). */
  costPerKept: number | null;
  split: {
    /** null: a fifth more than nets and spears cost as planned, the next amount at least. */
    budget: number | null;
    limits: Readonly<Record<BudgetPart, PartLimits>>;
  };
  /** Won value wanted in the period; null = none. */
  target: number | null;
  paths: number;
  seed: number;
}

/**
 * A cost that nobody has said. `isCounted`: a default stands for it (a plan without deals counts its defaults, and one prospector
 * is there until somebody says how many); else it is in no sum.
 */
export interface LackingCost {
  place: PlanPlace;
  isCounted: boolean;
}

/** Leads of some months, what was spent on them in those very months, and what they bring whenever they are won. Means. */
export interface CohortFigures {
  leads: number;
  /** Null where nobody has said what the kind costs. */
  cost: number | null;
  wins: number;
  value: number;
}

export interface Payback {
  /**
   * Months of its payments until a won customer has covered its cost of winning: 0 = at once, with what was sold once; null =
   * never.
   */
  monthsAfterWin: number | null;
  /** Months from spending until the money that it brings has come in, wait for wins and payment included; null = not in three years. */
  monthsAfterSpending: number | null;
}

export interface KindReturns extends CohortFigures {
  /** Null: the company, with the cost of its sellers. */
  kind: Kind | null;
  /** Cost ÷ leads and ÷ wins; null without either. */
  costPerLead: number | null;
  costPerWin: number | null;
  /** Value ÷ cost; null where nothing is spent. */
  perUnit: number | null;
  /** Null where there is no cost to cover, or nothing is won. */
  payback: Payback | null;
  /** The leads of each month of the period. */
  months: readonly (CohortFigures & { month: Month })[];
}

export interface CostReturns {
  /** Forecast months of the period. */
  span: MonthSpan;
  kinds: readonly KindReturns[];
  all: KindReturns;
}

export interface CashMonth {
  month: Month;
  /** Null where no cost at all is known. */
  out: number | null;
  in: number;
  /** All that came in less all that went out, from the start of the count to the month's end. */
  running: Spread;
}

export interface CashNeed {
  /** Counted from nothing on this day. */
  start: Day;
  delayDays: number;
  isDelayAssumed: boolean;
  /** Recurring payments, or won value once. */
  isRecurring: boolean;
  months: readonly CashMonth[];
  /** Null where no cost is known. */
  low: {
    /** How far the running total goes below 0 at its lowest month's end, on each path; 0 = never below. */
    need: Spread;
    /** How far the mean of the running total goes below 0. */
    mean: number;
    /** Where that is, and between which months eight lowest points in ten lie; all of those paths that go below 0. */
    month: Month;
    earliest: Month;
    latest: Month;
    /** Share of paths that go below 0 at any month's end. */
    chanceBelow: number;
    /** First month from which the mean stays at 0 or above; null = not within the forecast. */
    backBy: Month | null;
  } | null;
  /** Won or invoiced by the forecast's end, and to be paid after it. */
  unpaidAtEnd: number;
}

export type StepName = 'spend' | 'prospector' | 'retention' | 'seller';

/** What one more step costs and brings, as a difference to the forecast. */
export interface StepOutcome {
  /** Up to the forecast's end, on average. */
  cost: number;
  /** The same on the same paths: to the period's end, and to the forecast's. */
  brings: { inPeriod: Spread; inForecast: Spread };
  costInPeriod: number;
  /** Deals won in the forecast. */
  wins: number;
  leads: number;
  /** Brought ÷ cost, to the forecast's end. */
  perUnit: number | null;
  /** First month by whose end half of what it brings in the forecast is there; null where it brings nothing. */
  halfBy: Month | null;
  /** First month by whose end it has brought what it had cost by then; null = not within the forecast. */
  backBy: Month | null;
  /** Share of the paths on which it brings more than it costs on average by the forecast's end. */
  chanceToPay: number;
}

/** Why a step can't be worked out. */
export type StepObstacle =
  | 'costUnknown' // nobody has said what it costs: `places`
  | 'teamUnknown' // nobody has said how many bring the leads there are: `places`
  | 'spearsUnknown' // no deal came of prospecting and nobody has said what one would bring: `places`
  | 'noSpend' // today's spend is 0: nothing says what more would bring
  | 'kindAbsent' // the forecast has no leads of nets
  | 'noCustomers'; // nobody counts customers: churn changes nothing

export type NextStep = { what: StepName; from: Month; months: number | null } & (
  | { outcome: StepOutcome; isCostAssumed: boolean; obstacle: null }
  | { outcome: null; obstacle: StepObstacle; places: readonly PlanPlace[] }
);

export interface NextSteps {
  amount: number;
  /** Where the forecast ends. */
  to: Month;
  steps: readonly NextStep[];
  /** What keeping one customer is taken to cost, and whether that is a guess of the app. */
  costPerKept: number;
  isCostPerKeptAssumed: boolean;
  /** Churn with the amount spent on keeping customers ÷ churn without, while it lasts; null without customers. */
  churnFactor: number | null;
  /** A seller costs so much a month and brings nothing of its own in this model; deals a month that would pay it. */
  seller: { costPerMonth: number; dealsPerMonth: number; isAssumed: boolean } | null;
}

export interface SplitPart {
  part: BudgetPart;
  /** Money over the months of the split: as planned, and suggested. */
  planned: number;
  suggested: number;
  /** What the next unit of money would bring here; for spears what the next hire brings ÷ its cost. */
  marginal: number;
}

export interface BudgetSplit {
  outcome: 'split' | 'limitsTooHigh' | 'nothingToSplit';
  span: MonthSpan;
  budget: number;
  parts: readonly SplitPart[];
  /** Parts that money could go to but for what nobody has said. */
  missing: readonly { part: BudgetPart; obstacle: StepObstacle; places: readonly PlanPlace[] }[];
  /** Prospectors more (less) than planned from the first month of the split on. */
  heads: number;
  /** What one prospector more than suggested would cost, whole; null without spears in the split. */
  hireCost: number | null;
  /** What limits and whole people leave over. */
  left: number;
  /** What the split brings against the plan by the forecast's end: on the mean, and on the same paths. */
  gain: number;
  simulated: Spread | null;
  /** Money up to which each further unit still brings at least its cost; the budget itself where all of it does. */
  wellUsed: number;
}

export interface HireStart {
  month: Month;
  /** By the period's end, of one prospector who starts then: won value, deals, cost (null: unknown). */
  value: number;
  wins: number;
  cost: number | null;
  /** So many who start then make the target on average; null: a thousand would not do, or no target. */
  heads: number | null;
}

export interface LastHire {
  span: MonthSpan;
  /** Last month on whose first day a hire is still expected to win more by the end of the fiscal year than it costs by then. */
  pays: Day | null;
  /** Last month on whose first day a hire still wins a deal by then, more likely than not. */
  wins: Day | null;
}

export interface HiringPlan {
  obstacle: StepObstacle | null;
  places: readonly PlanPlace[];
  span: MonthSpan;
  target: number | null;
  /** As things are: the period's mean, and the chance to make the target. */
  expected: number;
  chance: number | null;
  starts: readonly HireStart[];
  /** The earliest start: heads, and the chance of the target with them on simulated paths. */
  suggestion: { month: Month; heads: number; chance: number } | null;
  /** This fiscal year and, where it lies wholly in the forecast, the next. */
  last: readonly LastHire[];
}

export interface BudgetAnswer {
  lacking: readonly LackingCost[];
  /** False: not one cost is known. */
  areCostsKnown: boolean;
  returns: CostReturns;
  cash: CashNeed;
  next: NextSteps;
  hiring: HiringPlan;
  split: BudgetSplit;
}
