import type { Lever, LeverChoices, LeverLimits } from './lever';
import { bestEnd, isInMix, limitsInMix } from './leverLimits';
import { LEVER_SHAPES } from './leverShapes';
import { oddsFactor, scaleOdds } from './winRate';

/** A lever in a mix: turned by steps of 10 % the way that helps, none to the most that its limits allow. */
export interface Stretch {
  lever: Lever;
  within: LeverLimits;
  most: number;
  valueAt: (steps: number) => number;
}

/** A step: 10 % more, or as much less, so that ten steps up and ten down cancel. */
const STEP = 1.1;
const LOG_STEP = Math.log(STEP);

/** Nothing is turned further: from here on shares and days are as good as at their end. */
const MOST_STEPS = 60;

/**
 * The levers of a mix: those that are on and have room. A stage by itself is left out where the win rate of its kind is in
 * it: both would turn the same.
 */
export function stretchesOf(levers: readonly Lever[], choices: LeverChoices): Stretch[] {
  const on = levers.filter((lever) => isInMix(lever, choices[lever.key]));
  return on
    .filter(
      ({ of, kind }) => of !== 'stage' || !on.some((other) => other.of === 'winRate' && other.kind === kind),
    )
    .map((lever) => stretchOf(lever, limitsInMix(lever, choices[lever.key])))
    .filter(({ most }) => most > 0);
}

/** Steps are changes by 10 %: of the value; of the odds for shares; for growths and heads so much up or down. */
export function stretchOf(lever: Lever, within: LeverLimits): Stretch {
  const { value } = lever;
  const end = bestEnd(lever, within);
  const clip = (wished: number): number =>
    end >= value ? Math.min(end, Math.max(value, wished)) : Math.max(end, Math.min(value, wished));
  const sign = end >= value ? 1 : -1;
  const { scale, pointsPerStep = 0 } = LEVER_SHAPES[lever.of];
  const stretch = (most: number, at: (steps: number) => number): Stretch => ({
    lever,
    within,
    most: Number.isNaN(most) || end === value ? 0 : Math.min(MOST_STEPS, most),
    valueAt: (steps) =>
      steps >= most ? end : clip(at(sign * (lever.of === 'days' ? inQuarters(steps) : steps))),
  });
  if (scale === 'odds' && value > 0 && value < 1) {
    return stretch(Math.abs(Math.log(oddsFactor(value, end))) / LOG_STEP, (steps) =>
      scaleOdds(value, Math.exp(steps * LOG_STEP)),
    );
  }
  if (scale === 'ratio' && value > 0 && lever.of !== 'hires') {
    return stretch(Math.abs(Math.log(end / value)) / LOG_STEP, (steps) => value * Math.exp(steps * LOG_STEP));
  }
  // From nothing there is no proportion: a step is a twentieth of the usual most, which is twice what is ordinary.
  const size = scale === 'points' ? pointsPerStep : Math.max(lever.usual.max, within.max) / 20;
  return stretch(size > 0 ? Math.abs(end - value) / size : 0, (steps) => value + steps * size);
}

/** Every number of days asks for a new distribution of times, the costly part: these few are found again. */
function inQuarters(steps: number): number {
  return Math.round(steps * 4) / 4;
}

/** How many steps lead to a value. */
export function stepsTo({ lever, most, valueAt }: Stretch, value: number): number {
  const isThere = (steps: number): boolean =>
    lever.better === 'more' ? valueAt(steps) >= value : valueAt(steps) <= value;
  if (value === lever.value) return 0;
  let low = 0;
  let high = most;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (isThere(middle)) high = middle;
    else low = middle;
  }
  return high;
}
