import type { Day, Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { Estimate } from '../fit/summary';
import type { KindPart } from '../simulate/forecast';

export type * from './listTypes';

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
