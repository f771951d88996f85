import type { Lever, LeverChoice, LeverLimits, LeverName } from './lever';
import { LEVER_SHAPES } from './leverShapes';
import { scaleOdds } from './winRate';

/** More than so many times as much is no setting of the same company. */
const MOST_FACTOR = 100;
/** How far a mix may go unless the user says otherwise: to twice as much, or half where less is better. */
const USUAL_FACTOR = 2;
/** Likewise for growth: three steps, that is three points a month or thirty a year. */
const USUAL_STEPS = 3;

/**
 * As far as a lever can be turned at all, and usually is, the way that helps: nobody is asked to make things worse.
 *
 * @param ordinary what "twice as much" is counted from
 */
export function limitsOf(
  of: LeverName,
  value: number,
  ordinary: number,
): { limits: LeverLimits; usual: LeverLimits } {
  const { min, max, better, isWhole, scale } = LEVER_SHAPES[of];
  const most = scale === 'ratio' && ordinary > 0 ? Math.min(max, Math.ceil(ordinary * MOST_FACTOR)) : max;
  const limits = { min: Math.min(min, value), max: Math.max(most, value) };
  const far = usualEnd(of, ordinary);
  const end = Math.min(limits.max, Math.max(limits.min, isWhole ? Math.ceil(far) : far));
  return {
    limits,
    usual:
      better === 'more'
        ? { min: value, max: Math.max(value, end) }
        : { min: Math.min(value, end), max: value },
  };
}

function usualEnd(of: LeverName, ordinary: number): number {
  const { scale, better, pointsPerStep = 0 } = LEVER_SHAPES[of];
  const factor = better === 'more' ? USUAL_FACTOR : 1 / USUAL_FACTOR;
  switch (scale) {
    case 'ratio':
      return ordinary * factor;
    case 'odds':
      return scaleOdds(ordinary, factor);
    case 'points':
      return ordinary + USUAL_STEPS * pointsPerStep;
  }
}

/** The value a lever would have at the end that helps: of its own limits or the user's, never on the wrong side of today. */
export function bestEnd(lever: Lever, within: LeverLimits): number {
  const { value, limits, better, isWhole } = lever;
  const clip = (end: number): number => Math.min(limits.max, Math.max(limits.min, end));
  const end = clip(better === 'more' ? within.max : within.min);
  if (better === 'less') return Math.min(value, end);
  return Math.max(value, isWhole ? Math.floor(end) : end);
}

/** The limits of a lever by itself: the user's where there are any. */
export function limitsAlone(lever: Lever, choice: LeverChoice | undefined): LeverLimits {
  return { min: choice?.min ?? lever.limits.min, max: choice?.max ?? lever.limits.max };
}

/** The limits of a lever in a mix. */
export function limitsInMix(lever: Lever, choice: LeverChoice | undefined): LeverLimits {
  return { min: choice?.min ?? lever.usual.min, max: choice?.max ?? lever.usual.max };
}

export function isInMix(lever: Lever, choice: LeverChoice | undefined): boolean {
  return choice?.isOn ?? !lever.isDetail;
}
