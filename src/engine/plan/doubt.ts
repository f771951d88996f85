import type { Share } from '../funnel/model';
import type { Assumption, Doubt, DoubtRange } from './assumption';
import type { AssumptionNature, AssumptionRule } from './assumptionRules';

/** Half-width of an assumption's 80 % interval, as a share of its value: "roughly" is ±20 %, "a guess" ±50 %. */
export const DOUBT_HALF_WIDTH: Readonly<Record<Exclude<Doubt, DoubtRange>, number>> = {
  sure: 0,
  roughly: 0.2,
  guess: 0.5,
};

/** Standard normal quantile that leaves 80 % inside. */
const Z80 = 1.2816;

/** A log-normal never reaches 0: a range from 0 is read as one whose upper end is so many times the lower one. */
const WIDEST_RANGE = 100;

function isRange(doubt: Doubt): doubt is DoubtRange {
  return typeof doubt === 'object';
}

/**
 * Sd of the log of a positive assumption. A word means an interval whose ends have the ratio (1 + d) ÷ (1 − d): 0 when
 * sure, 0.158 when roughly, 0.429 when a guess. A range of one's own has the ratio of its ends.
 */
export function doubtAsLogSd(doubt: Doubt): number {
  if (!isRange(doubt)) {
    const half = DOUBT_HALF_WIDTH[doubt];
    return Math.log((1 + half) / (1 - half)) / (2 * Z80);
  }
  const high = Math.max(doubt.low, doubt.high);
  if (!(high > 0)) return 0;
  return Math.log(Math.min(WIDEST_RANGE, high / Math.min(doubt.low, doubt.high))) / (2 * Z80);
}

/**
 * Sd of a share or of a signed figure: half the 80 % interval ÷ 1.2816. A word is a part of the value, for a share of what
 * passes or of what does not, whichever is smaller (±50 % of 90 % would pass 100 %).
 */
export function doubtAsSd(
  { value, doubt }: Assumption,
  nature: Exclude<AssumptionNature, 'positive'>,
): number {
  if (isRange(doubt)) return Math.abs(doubt.high - doubt.low) / (2 * Z80);
  const size = nature === 'share' ? Math.max(0, Math.min(value, 1 - value)) : Math.abs(value);
  return (size * DOUBT_HALF_WIDTH[doubt]) / Z80;
}

/**
 * A conversion with the beta that says its doubt. From the variance of a beta, m(1 − m) ÷ (cases + 1). Values outside 0 to
 * 1 are brought to the nearer end; 0, 1 and "sure" are exact, and so is who doubts less than a billion cases would let. A
 * range too wide for any beta gets half a case: nearly a coin.
 *
 * @example shareFromAssumption({ value: 0.2, doubt: 'guess', from: 'typed' }).cases // about 25
 */
export function shareFromAssumption(assumption: Assumption): Share {
  const mean = Math.min(1, Math.max(0, assumption.value));
  const sd = doubtAsSd({ ...assumption, value: mean }, 'share');
  const cases = (mean * (1 - mean)) / (sd * sd) - 1;
  if (sd === 0 || mean === 0 || mean === 1 || cases > MOST_CASES) return { mean, cases: null };
  return { mean, cases: Math.max(FEWEST_CASES, cases) };
}

const FEWEST_CASES = 0.5;
const MOST_CASES = 1e9;

/** Sd of a log with the same sd in proportion to the mean: 0 where there is no mean or no doubt. */
export function sdAsLogSd(sd: number, mean: number): number {
  return mean > 0 && sd > 0 ? Math.sqrt(Math.log1p(Math.min(WIDEST_RANGE, sd / mean) ** 2)) : 0;
}

/** One standard deviation below and above, within the limits: where an assumption may well lie. */
export function oneSdAround(
  assumption: Assumption,
  { nature, min, max }: Pick<AssumptionRule, 'nature' | 'min' | 'max'>,
): DoubtRange {
  const { value } = assumption;
  if (nature === 'positive') {
    const logSd = doubtAsLogSd(assumption.doubt);
    return { low: value * Math.exp(-logSd), high: value * Math.exp(logSd) };
  }
  const sd = doubtAsSd(assumption, nature);
  return { low: Math.max(min, value - sd), high: Math.min(max, value + sd) };
}

/** The 80 % interval that an assumption's doubt means. */
export function doubtRange(assumption: Assumption, nature: AssumptionNature): DoubtRange {
  const { value, doubt } = assumption;
  if (isRange(doubt)) return doubt;
  if (nature === 'positive') {
    const logSd = doubtAsLogSd(doubt);
    const median = value * Math.exp(-0.5 * logSd * logSd);
    return { low: median * Math.exp(-Z80 * logSd), high: median * Math.exp(Z80 * logSd) };
  }
  const half = doubtAsSd(assumption, nature) * Z80;
  return { low: value - half, high: value + half };
}

/** The value that goes with a range of one's own: the mean of the log-normal with these ends, else the middle. */
export function valueOfRange(range: DoubtRange, nature: AssumptionNature): number {
  if (nature !== 'positive') return (range.low + range.high) / 2;
  const logSd = doubtAsLogSd(range);
  const high = Math.max(range.low, range.high);
  return high > 0 ? high * Math.exp(-Z80 * logSd + 0.5 * logSd * logSd) : 0;
}
