import type { Month } from '../calendar/calendar';
import type { Lever, LeverLimits } from './lever';
import { bestEnd } from './leverLimits';
import type { Setting, Turn } from './setting';
import type { Stretch } from './stretch';
import { turnLever } from './turnLever';

/** From how things are to the furthest that helps. */
export interface Span {
  from: number;
  to: number;
  /** Only whole numbers will do. */
  isWhole: boolean;
}

/** A span of a figure on which the mean rises. */
export interface Way extends Span {
  at: (value: number) => Turn;
}

export function wayOf(lever: Lever, within: LeverLimits, start: Month): Way {
  return {
    from: lever.value,
    to: bestEnd(lever, within),
    isWhole: lever.isWhole,
    at: (value) => (setting) => turnLever(setting, lever, value, start),
  };
}

/** The levers of a mix at these values, in their order. */
export function turnAll(stretches: readonly Stretch[], values: readonly number[], start: Month): Turn {
  return (setting) =>
    stretches.reduce((turned: Setting, { lever }, index) => {
      const value = values[index] ?? lever.value;
      return value === lever.value ? turned : turnLever(turned, lever, value, start);
    }, setting);
}

/** Digits that a setting is given with. */
const DIGITS = 3;

/** A value rounded to what a person would type, onward on the way so that it does not fall short. */
export function roundOnward({ from, to, isWhole }: Span, value: number): number {
  const isUp = to > from;
  const unit = isWhole ? 1 : unitOf(value);
  const count = value / unit;
  // What is a hair off a round figure is that figure.
  const nearest = Math.round(count);
  const isRound = Math.abs(count - nearest) < 1e-6 * Math.max(1, Math.abs(count));
  const rounded = isRound ? nearest : isUp ? Math.ceil(count) : Math.floor(count);
  // The unit is a power of ten: to divide by its inverse leaves no stray digits.
  const exact = unit < 1 ? rounded / Math.round(1 / unit) : rounded * unit;
  return isUp ? Math.min(to, Math.max(from, exact)) : Math.max(to, Math.min(from, exact));
}

/** Rounded to the nearest such value within the way. */
export function roundNearest(way: Span, value: number): number {
  const onward = roundOnward(way, value);
  const back = roundOnward({ ...way, from: way.to, to: way.from }, value);
  return Math.abs(onward - value) <= Math.abs(back - value) ? onward : back;
}

/** The next rounded value after one, further on. */
export function stepOnward(way: Span, value: number): number {
  const unit = way.isWhole ? 1 : unitOf(value);
  return roundOnward(way, value + (way.to > way.from ? unit : -unit));
}

function unitOf(value: number): number {
  const size = Math.abs(value);
  return size > 0 ? Math.pow(10, Math.floor(Math.log10(size)) - DIGITS + 1) : Math.pow(10, -DIGITS);
}

/** Ratio of the far end to where a way that begins or ends at nothing is looked at. */
const FINENESS = 1e6;

/** A share of the way, 0 to 1, such that equal parts are about equal factors. */
export function valueAlong({ from, to }: Span, share: number): number {
  if (from > 0 && to > 0) return from * Math.pow(to / from, share);
  if (from === 0) return (to * (Math.pow(FINENESS, share) - 1)) / (FINENESS - 1);
  if (to === 0) return (from * (Math.pow(FINENESS, 1 - share) - 1)) / (FINENESS - 1);
  return from + (to - from) * share;
}
