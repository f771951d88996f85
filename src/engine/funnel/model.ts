import type { Day, Month } from '../calendar/calendar';
import type { Kind, PlannedKind } from '../deals/deal';

/** A share and how many cases it rests on: beta(mean·cases, (1−mean)·cases). `cases: null` means exactly known. */
export interface Share {
  mean: number;
  cases: number | null;
}

/** Time spent in a stage: gamma with this mean (days) and shape (1 = exponential). `doubt` is the sd of its log. */
export interface StageTime {
  mean: number;
  shape: number;
  doubt: number;
}

export interface FunnelStage {
  name: string;
  /** Share of the leads in this stage that go on to the next one (after the last stage: that are won). */
  conversion: Share;
  days: StageTime;
}

/**
 * Competing hazards of being won and lost, per deal and day, constant within age bins.
 * Bin i runs from `ageFrom[i]` to `ageFrom[i + 1]` (days since creation), the last one for ever.
 */
export interface Hazards {
  ageFrom: readonly number[];
  won: readonly number[];
  lost: readonly number[];
}

/**
 * How a lead closes. Assumed kinds go through stages, fitted kinds by hazards. Both reduce to a chance to win and a
 * distribution of the time from lead to won (see simulate/closing).
 */
export type Closing =
  { by: 'stages'; stages: readonly FunnelStage[] } | { by: 'hazards'; hazards: Hazards; conversion: Share };

export interface Arrivals {
  /** Expected leads in each forecast month; the first entry counts only what is left of that month. */
  monthly: readonly number[];
  /**
   * Leads that came before the forecast starts and may still be won, youngest month first: entry 0 is the part of the
   * first forecast month already gone, entry j the j-th month before. Empty where open deals are listed one by one.
   */
  before: readonly number[];
  /** Sd of the log of the level: one factor of mean 1 per path for all months, earlier leads included. */
  doubt: number;
  /**
   * Further doubts that touch the forecast months differently (how fast leads grow, what a spend brings): for each of
   * them the sd of the log of the leads of every forecast month; a month without one has 0. One normal per path and doubt
   * moves all its months together, and every month's factor has mean 1: exp(Σ s z − ½ Σ s²). `monthly` only: neither leads
   * from before the start nor those that customers refer are touched.
   */
  tilts?: readonly (readonly number[])[];
  /** Variance of the gamma shock (mean 1) on each month's leads; 0 = plain Poisson. */
  overdispersion: number;
  /** Extra leads a month for every active customer (the seed loop); 0 where there is none. */
  perCustomer: number;
  /** Sd of the log of `perCustomer`, a factor of mean 1 per path: `doubt` is not about referrals. Absent: 0. */
  perCustomerDoubt?: number;
  /** Factor of each forecast month on `perCustomer` (the season); a month without one has 1. */
  perCustomerByMonth?: readonly number[];
}

/** Value of a won deal: log-normal with this mean and coefficient of variation. `doubt` is the sd of the log mean. */
export interface DealValue {
  mean: number;
  variation: number;
  doubt: number;
}

/**
 * What other forecasters make of the funnel's own figures: factors on the expected wins of each forecast month, and on
 * the mean value of one. A month without a factor has 1.
 */
export interface KindLevel {
  wins: readonly number[];
  value: readonly number[];
}

export interface KindModel {
  kind: Kind;
  arrivals: Arrivals;
  closing: Closing;
  value: DealValue;
  /** For the wins of new leads (open deals have theirs in their chances); absent where the funnel speaks alone. */
  level?: KindLevel;
  /**
   * How fast time passes for its leads in each forecast month: 0.5 = what takes ten days takes twenty. A month without one
   * has 1. Open deals have theirs in their chances.
   */
  pace?: readonly number[];
  /** Instead of the model's, for a kind that closes by a rhythm of its own (as planned). */
  quarterRhythm?: readonly [number, number, number];
}

/** Open deals that share a chance and a value; a single deal is a group of one. */
export interface OpenGroup {
  kind: Kind;
  count: number;
  /** Chance that one of them is won in each forecast month; sums to at most 1. */
  winChance: readonly number[];
  value: Omit<DealValue, 'doubt'>;
  /** Value of a win in each month, in units of the mean: what is won late is worth more. A month without one has 1. */
  valueByMonth?: readonly number[];
}

/** What has already happened, by month and kind. */
export interface MonthlyActual {
  month: Month;
  kind: Kind;
  leads: number;
  wins: number;
  value: number;
}

/** Active customers at the start, and the share of them lost each month. Doubts are sds of logs, factors of mean 1. */
export interface Customers {
  active: number;
  /** 0 to 1; a drawn one is cut at 1. Recurring revenue is lost at the same rate, on the same draw. */
  monthlyChurn: number;
  activeDoubt: number;
  churnDoubt: number;
  /** Factor on `monthlyChurn` in each forecast month; a month without one has 1. */
  churnByMonth?: readonly number[];
}

/**
 * Revenue that goes on month after month. At a month's end it is what it was before, less churn, times expansion, plus
 * what the deals won in the month bring: before × (1 − churn)^share × (1 + expansion)^share + won value ÷ monthsInDealValue,
 * share being the part of the month that lies ahead (1 but in the first month).
 */
export interface Recurring {
  /** A month's recurring revenue on the day before the forecast starts. */
  today: number;
  /** Sd of its log, a factor of mean 1. */
  todayDoubt: number;
  /** Months of recurring revenue that a deal's value stands for: 12 where it is a year's worth. */
  monthsInDealValue: number;
  /** Growth a month of what customers pay who stay, −1 to 1. */
  monthlyExpansion: number;
  /** Sd, in the same units: one normal draw a path is added to it. */
  expansionDoubt: number;
}

/** What selling costs, by forecast month; what was spent before the forecast starts is in none of it. */
export interface Cost {
  /** `null`: the whole company (sellers), in a period's cost but in no kind's. */
  kind: PlannedKind | null;
  /** Fixed by month, the first entry for what is left of that month; a month without one has 0. */
  monthly: readonly number[];
  /** Sd of the log of all months together, a factor of mean 1. */
  doubt: number;
  /** For each new lead of the kind, referred ones included (`kind: null`: of any kind). */
  perLead: number;
  perLeadDoubt: number;
}

/** A remark on how the model came about, for the screens to put in words. */
export interface ModelNote {
  code:
    | 'fewWins' // { wins }
    | 'noWins'
    | 'noLosses'
    | 'wonWithoutDate' // { count }
    | 'wonWithoutAmount' // { count }
    | 'lostWithoutDate' // { count }
    | 'unsortedDeals' // { count, total }
    | 'otherCurrency' // { count }
    | 'leftEdge' // { month }: closes before this month are not in the data
    | 'excluded' // { count }
    | 'driedUp' // { kind, count, usual, expected }: leads in the last three months, a month before, a month forecast; once a kind
    | 'staleOpen' // { count, value }
    | 'sameDayWins' // { count, total }: won on the day they were created, where that is common
    | 'expectedInPast' // { count }: open deals whose expected closing day has passed
    | 'stagesFromHistory' // { count }: open deals whose stage changes their chance, learnt from stage entries
    | 'stagesFromCounts' // { count }: likewise, counted from the last stages of closed deals
    | 'stagesUnused' // { count }: open deals whose stage says nothing
    | 'sellersDiffer'; // { count }: sellers whose record changes the chances of their deals
  params: Readonly<Record<string, number | string>>;
}

/** Everything the simulator needs: plain data, in a link or a backup as it stands. */
export interface FunnelModel {
  currency: string;
  /** First day that is forecast; everything before it is known. */
  start: Day;
  /** Forecast months; the first one contains `start`. */
  months: readonly Month[];
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  kinds: readonly KindModel[];
  open: readonly OpenGroup[];
  /** `null` where nobody counts them: there are no referrals then, and recurring revenue has no churn. */
  customers: Customers | null;
  /** `null` where what is sold is sold once. */
  recurring: Recurring | null;
  costs: readonly Cost[];
  /** Multipliers on closing for the first, second and third month of a fiscal quarter; mean 1. */
  quarterRhythm: readonly [number, number, number];
  /** Variance of the log level error at each forecast month: what the method itself may be off by. */
  levelVariance: readonly number[];
  history: readonly MonthlyActual[];
  notes: readonly ModelNote[];
}
