import { drawBeta } from '../random/beta';
import { exponential } from '../random/exponential';
import { drawGamma } from '../random/gamma';
import { drawNormal } from '../random/normal';
import type { RandomStream, StreamKey } from '../random/stream';
import type { Share } from '../funnel/model';
import type { PreparedKind } from './preparedKind';

/**
 * What a substream is for. Its number within a path and kind is `purpose + STREAMS_PER_INDEX · index`, the index being
 * a month, a stage or an open group: adding a month or a stage leaves the numbers of the others as they were.
 */
export const STREAMS_PER_INDEX = 8;
export const PURPOSE = {
  conversion: 0,
  arrivals: 1,
  value: 2,
  speed: 3,
  cohort: 4,
  wins: 5,
  openWins: 6,
  openValue: 7,
} as const;

/** Places among a kind's `arrivals` streams. */
export const ARRIVALS_INDEX = { level: 0, referrals: 1, firstTilt: 2 } as const;

/** Streams of a whole path: what no kind has to itself. */
export const PATH_STREAM = {
  level: 0,
  activeCustomers: 1,
  churn: 2,
  recurringToday: 3,
  expansion: 4,
  firstCost: 64,
} as const;

/** The parameters of one kind on one path. */
export interface DrawnKind {
  /** Chance to win. */
  chance: number;
  /** That chance ÷ the mean one. */
  chanceRatio: number;
  arrivals: number;
  /** Factor on what customers refer. */
  referrals: number;
  value: number;
  speed: number;
}

/** A log-normal factor of mean 1. */
export function drawFactor(stream: RandomStream, logSd: number): number {
  return logSd > 0 ? exponential(logSd * (drawNormal(stream) - 0.5 * logSd)) : 1;
}

function drawShare(stream: RandomStream, share: Share): number {
  if (share.cases === null || share.mean <= 0 || share.mean >= 1) return share.mean;
  return drawBeta(stream, share.mean * share.cases, (1 - share.mean) * share.cases);
}

/** Draws the parameters of a kind into `into`: no object is made per path. */
export function drawKind(stream: RandomStream, key: StreamKey, kind: PreparedKind, into: DrawnKind): void {
  let chance = 1;
  for (let stage = 0; stage < kind.conversions.length; stage++) {
    const conversion = kind.conversions[stage]!;
    stream.select(key, PURPOSE.conversion + STREAMS_PER_INDEX * stage);
    chance *= drawShare(stream, conversion);
  }
  into.chance = chance;
  into.chanceRatio = kind.chance > 0 ? chance / kind.chance : 1;
  stream.select(key, PURPOSE.arrivals);
  into.arrivals = drawFactor(stream, kind.arrivalsLogSd);
  if (kind.referralsLogSd > 0) {
    stream.select(key, PURPOSE.arrivals + STREAMS_PER_INDEX * ARRIVALS_INDEX.referrals);
    into.referrals = drawFactor(stream, kind.referralsLogSd);
  }
  stream.select(key, PURPOSE.value);
  into.value = drawFactor(stream, kind.valueLogSd);
  into.speed = 0;
  if (kind.speeds > 1) {
    stream.select(key, PURPOSE.speed);
    into.speed = Math.floor(stream.nextUniform() * kind.speeds);
  }
}

/** One gamma shock of mean 1 for every cohort, which stays with it for all its later wins. */
export function drawCohortShocks(
  stream: RandomStream,
  key: StreamKey,
  kind: PreparedKind,
  into: Float64Array,
): void {
  if (!(kind.overdispersion > 0)) {
    into.fill(1);
    return;
  }
  const shape = 1 / kind.overdispersion;
  for (let cohort = 0; cohort < into.length; cohort++) {
    stream.select(key, PURPOSE.cohort + STREAMS_PER_INDEX * cohort);
    into[cohort] = drawGamma(stream, shape) * kind.overdispersion;
  }
}
