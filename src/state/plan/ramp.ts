import type { Assumption, Doubt } from '../../engine';
import { PLAN_LIMITS } from '../../workspace/limits';

/** One half of what is missing from full output: a month more is a step on the way. */
const FIRST_MONTH: Assumption = { value: 0.5, doubt: 'guess', from: 'typed' };

/** Half-way on from here would never arrive. */
const NEARLY_FULL = 0.975;

/** False once full output is reached, or as many months as there may be. */
export function canLengthenRamp(ramp: readonly Assumption[]): boolean {
  const last = ramp.at(-1);
  return ramp.length < PLAN_LIMITS.ramp.max && (last === undefined || last.value < 1);
}

/** One more month until full output, half-way between the last one and all of it; all of it once near. */
export function lengthenRamp(ramp: readonly Assumption[]): readonly Assumption[] {
  if (!canLengthenRamp(ramp)) return ramp;
  const last = ramp.at(-1);
  if (last === undefined) return [FIRST_MONTH];
  const halfWay = Number(((last.value + 1) / 2).toPrecision(2));
  const value = halfWay > NEARLY_FULL ? 1 : halfWay;
  const doubt = typeof last.doubt === 'object' ? 'guess' : last.doubt;
  return [...ramp, { value, doubt, from: 'typed' }];
}

export function shortenRamp(ramp: readonly Assumption[]): readonly Assumption[] {
  return ramp.slice(0, -1);
}

/** The whole ramp as sure or as doubtful: nobody knows one month of it better than the next. */
export function doubtRamp(ramp: readonly Assumption[], doubt: Doubt): readonly Assumption[] {
  return ramp.map((month) => ({ ...month, doubt, from: 'typed' }));
}
