import {
  ASSUMPTION_RULES,
  doubtRange,
  valueOfRange,
  type Assumption,
  type AssumptionName,
  type DoubtRange,
} from '../../engine';

/** Figures typed by people: the third digit is already more than anybody knows of a doubt. */
const DIGITS = 3;

/**
 * The range of one's own to start from: what the word said until now, in round figures within the limits. Being sure has no
 * width, so it starts from "roughly".
 */
export function ownRangeOf(assumption: Assumption, name: AssumptionName): DoubtRange {
  if (typeof assumption.doubt === 'object') return assumption.doubt;
  const { min, max, nature } = ASSUMPTION_RULES[name];
  const doubt = assumption.doubt === 'sure' ? 'roughly' : assumption.doubt;
  const { low, high } = doubtRange({ ...assumption, doubt }, nature);
  const { value } = assumption;
  return {
    low: Math.min(value, Math.max(min, rounded(low))),
    high: Math.max(value, Math.min(max, rounded(high))),
  };
}

/** The assumption with a range of one's own, which decides its value. `range.low` must not be above `range.high`. */
export function inRange(range: DoubtRange, name: AssumptionName): Pick<Assumption, 'value' | 'doubt'> {
  const value = rounded(valueOfRange(range, ASSUMPTION_RULES[name].nature));
  return { value: between(value, range), doubt: range };
}

/**
 * The assumption with another value, its own range moved along: in proportion for what is positive, for a share as wide
 * as its distance to the nearer end allows, else by as much as the value. Always within the limits and around the value.
 *
 * @param before as it was before the move began: a range squeezed at a limit is then wide again on the way back
 */
export function movedTo(
  value: number,
  before: Assumption,
  name: AssumptionName,
): Pick<Assumption, 'value' | 'doubt'> {
  if (typeof before.doubt !== 'object' || value === before.value) return { value, doubt: before.doubt };
  const { min, max } = ASSUMPTION_RULES[name];
  const [down, up] = widthsAt(value, before, before.doubt, name);
  const low = Math.min(value, Math.max(min, rounded(value - down)));
  const high = Math.max(value, Math.min(max, rounded(value + up)));
  return { value, doubt: { low, high } };
}

/** How far below and above the new value the moved range reaches. */
function widthsAt(
  value: number,
  before: Assumption,
  { low, high }: DoubtRange,
  name: AssumptionName,
): readonly [down: number, up: number] {
  const { nature } = ASSUMPTION_RULES[name];
  const widths = [Math.max(0, before.value - low), Math.max(0, high - before.value)] as const;
  if (nature === 'signed') return widths;
  const roomAt = (at: number): number => (nature === 'share' ? Math.min(at, 1 - at) : at);
  const room = roomAt(before.value);
  const factor = room > 0 ? roomAt(value) / room : 0;
  return [widths[0] * factor, widths[1] * factor];
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function between(value: number, { low, high }: DoubtRange): number {
  return Math.min(high, Math.max(low, value));
}
