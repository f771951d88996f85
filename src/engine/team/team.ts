import type { Day, Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { Estimate } from '../fit/summary';
import type { KindPart } from '../simulate/forecast';

/** What a manager says of a seller, as far as numbers follow from it. */
export interface SellerFacts {
  /** First day at work; null = taken from the seller's first deal. */
  startedOn: Day | null;
  /** No longer sells: counted in the past, not in what is to come. */
  hasLeft: boolean;
}

/** A period of the forecast: what sellers must add up to. A `PeriodForecast` is one. */
export interface CompanyPeriod {
  from: Month;
  to: Month;
  kinds: readonly Pick<KindPart, 'kind' | 'alreadyWon' | 'fromOpen' | 'fromNew'>[];
  /** Equally spaced quantiles of the won value. */
  distribution: readonly number[];
}

export interface TeamOptions {
  sellers: Readonly<Record<string, SellerFacts>>;
  periods: readonly CompanyPeriod[];
  /** Share of full output in the first, second, … month after joining; full output after the last. */
  ramp: readonly number[];
  /** First month whose closings are in the data (the model's note `leftEdge`); null = all. */
  leftEdge: Month | null;
}

/** Parts of the won value of a period; they add up to `value`, its mean. */
export interface SellerParts {
  alreadyWon: number;
  /** Of the own open deals. */
  fromOpen: number;
  /** Of leads still to come. */
  fromNew: number;
  value: number;
}

/** What a seller brings in a period. */
export interface SellerPeriod extends SellerParts {
  /** 80 % range. */
  low: number;
  high: number;
  /** 201 equally spaced quantiles of the won value (0 %, 0.5 %, … 100 %). */
  distribution: readonly number[];
  /** Share of full output in this period, 0 to 1: below 1 for a seller on ramp. A quota counts by this share. */
  output: number;
}

export interface OpenPipeline {
  deals: number;
  /** Sum of the amounts there are, in the forecast's currency. */
  amount: number;
  /** What the forecast expects of them over its whole horizon. */
  expected: number;
}

export interface Seller {
  name: string;
  hasLeft: boolean;
  startedOn: Day;
  /** False where the first deal speaks for the first day. */
  isStartTyped: boolean;
  /** Latest day on which one of the own deals came, closed or entered a stage. */
  lastActive: Day;
  open: OpenPipeline;
  /** Deals won and closed on record. */
  won: number;
  closed: number;
  /** Of the team's leads, were they this seller's, the share won; shrunk to the team's, with its 80 % interval. */
  conversion: Estimate | null;
  /** Mean days from lead to won, likewise. Both null for a seller alone. */
  daysToWin: Estimate | null;
  /** Expected share of each kind's leads to come, at full output; kinds without any left out. */
  leadShares: readonly { kind: Kind; share: number }[];
  /** In the order of `TeamOptions.periods`. */
  periods: readonly SellerPeriod[];
}

/** What belongs to nobody who still sells. */
export interface NobodyPeriod extends SellerParts {
  /** Of `fromOpen`: open deals of those who have left. */
  fromLeft: number;
}

/** What is missing for a part of the answer. */
export type TeamLack =
  | 'noDeals'
  /** No deal says whose it is. */
  | 'noOwners'
  /** A team of one: nobody to be compared with. */
  | 'oneSeller'
  /** Fewer than ten deals have closed: conversion and speed are the team's alone. */
  | 'fewClosed'
  /** Sellers differ by no more than chance: all are expected to sell alike. */
  | 'noDifferences';

export interface TeamAnswer {
  currency: string;
  /** First day that is forecast. */
  start: Day;
  periods: readonly { from: Month; to: Month; distribution: readonly number[]; value: number }[];
  /** By expected value of the current period, those who have left last. */
  sellers: readonly Seller[];
  nobody: readonly NobodyPeriod[];
  /** Open deals without an owner, and of those who have left. */
  unowned: OpenPipeline;
  left: OpenPipeline;
  /** The team's own. */
  conversion: Estimate | null;
  daysToWin: Estimate | null;
  lacks: readonly TeamLack[];
}

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
  /** Came in the last two weeks; `share` of new leads of its kind that are won. */
  | { code: 'newLead'; days: number; share: number };

export type ListReasonCode = ListReason['code'];

/** What own history says of a deal that is left alone. */
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
   * What two weeks take on average from a deal like it: it is lost, or still open and less likely to be won. What work on it brings no
   * history tells; more than this is not there to be saved in that time.
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
  /** The first one is why it is on the list. */
  reasons: readonly ListReason[];
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
  /** What two weeks would take from all of them on the list, shown or not. */
  atStake: number;
  /** Open deals with no realistic chance left (below 1 %): to be closed. */
  stale: number;
  goals: readonly QuotaGoal[];
  lacks: readonly ListLack[];
}

/** Deals whose scores were alike: what was predicted, and what came of them. */
export interface ScoreBand {
  /** Scores from (inclusive) to (exclusive; the last one inclusive). */
  from: number;
  to: number;
  n: number;
  /** Mean score, and share won within the months ahead, with its 80 % interval. */
  predicted: number;
  won: Estimate;
}

/** How right scores would have been, at past month ends, each with what was known by then. */
export interface ScoreCheck {
  /** Won within so many days of the month end. */
  days: number;
  origins: number;
  /** Deals × month ends. */
  n: number;
  bands: readonly ScoreBand[];
  /** Mean log loss of the scores, and of the win rate by kind and age (and stage). */
  logLoss: number;
  baseLogLoss: number;
  /** Whether the counted win rate is by stage as well. */
  isBaseByStage: boolean;
}
