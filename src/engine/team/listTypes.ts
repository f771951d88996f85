import type { Day, Month } from '../calendar/calendar';
import type { Deal, Kind } from '../deals/deal';
import type { DealOutlook } from '../fit/dealOutlook';

/** Why a deal is on the list. */
export type ListReason =
  /** `chance` that it is won within the next 30 days. */
  | { code: 'likely'; chance: number }
  /**
   * Longer in its stage than four in five of the deals that were later won; `usual` is that 80 % point, of `n` deals. Where days of
   * stages are unknown `stage` is null: open for longer than four in five of the won deals of its kind were.
   */
  | { code: 'stuck'; stage: string | null; days: number; usual: number; n: number }
  /** The expected closing day has passed by so many days; `slips` how often it was put off before. */
  | { code: 'overdue'; days: number; slips: number }
  /** Came in the last two weeks and is in no late stage; `share` of new leads of its kind that are won. */
  | { code: 'newLead'; days: number; share: number };

export type ListReasonCode = ListReason['code'];

/** What own history, in which deals were worked, says of a deal. */
export interface DealScore {
  /** To be won within the horizon, within 30 days. */
  chance: number;
  soon: number;
  /** What it brings if it is won. */
  value: number;
  /** `chance · value`. */
  expected: number;
  /** Chance to be lost within two weeks, and the chance that is left to one that is still open then and has not moved. */
  lostSoon: number;
  chanceLater: number;
  /**
   * What a deal like it is worth less two weeks later, on average: it is lost, or still open and less likely to be won. What work on it
   * brings no history tells.
   */
  atStake: number;
}

/** A deal to work on. */
export interface ListItem extends DealScore {
  id: string;
  name: string;
  company: string | null;
  owner: string | null;
  kind: Kind;
  stage: string | null;
  created: Day;
  expectedClose: Day | null;
  amount: number | null;
  /** The chance as deals and forecast have it: there the oldest deals are not told apart (see `scoringChances`). */
  plainChance: number;
  /** The first one is why it is on the list. */
  reasons: readonly ListReason[];
}

/** A deal that has just come. */
export interface NewLead {
  deal: Deal;
  outlook: DealOutlook;
}

/** Leads that it takes to make a quota. */
export interface LeadGoal {
  kind: Kind;
  /** So many new leads … */
  leads: number;
  /** … by this day: of leads that come later, fewer than half of the wins come in time. */
  by: Day;
  /** Leads of this kind that come to this seller by then at the pace of late. */
  expected: number;
  /** What one of them brings by the end, on average. */
  valueEach: number;
}

export interface QuotaGoal {
  from: Month;
  to: Month;
  quota: number;
  /** What is won, and what open deals bring on average. */
  covered: number;
  /** What new leads have to bring; 0 = the quota is made without. */
  gap: number;
  /** Empty where the gap is 0, or where new leads come too late for this period. */
  leads: readonly LeadGoal[];
}

export interface ListOptions {
  /** Null = everybody's open deals, without a quota. */
  seller: string | null;
  /** For a whole quarter at full output; null = none. */
  quotaPerQuarter: number | null;
  /** Leads a month of each kind, all sellers together. */
  leadsPerMonth: Readonly<Partial<Record<Kind, number>>>;
  /** At most so many deals. */
  most: number;
  /** Open stages in funnel order; empty = unknown. */
  stages: readonly string[];
}

export type ListLack =
  /** No open deal has a day on which it entered its stage: stuck is told by age. */
  | 'noStageDays'
  /** Too few won deals to say how long is long. */
  | 'fewWon'
  /** No open deal has an expected closing day. */
  | 'noExpectedDates';

export interface SellerList {
  seller: string | null;
  items: readonly ListItem[];
  /** How many deals there are for each reason, those left off the list among them. */
  counts: Readonly<Record<ListReasonCode, number>>;
  open: number;
  /** Deals with a reason to be on the list. */
  onList: number;
  /** What all of them on the list, shown or not, are worth less in two weeks, on average. */
  atStake: number;
  /** Open deals with no realistic chance left (below 1 %): to be closed. */
  stale: number;
  goals: readonly QuotaGoal[];
  /** The ten new leads of all sellers, whosever list it is, that are expected to bring most, and how many new ones there are. */
  newLeads: readonly NewLead[];
  newCount: number;
  lacks: readonly ListLack[];
}
