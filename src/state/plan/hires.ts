import { monthsBetween, type Hire, type Month } from '../../engine';
import { PLAN_LIMITS } from '../../workspace/limits';

/** Months before the start in which people may have joined who are not up to speed yet. */
export const MONTHS_OF_HIRES_BEFORE = 6;

/** Why a hire counts otherwise than it looks: people who joined before the forecast begins, or after it has ended. */
export type HireProblem = 'before' | 'after';

export function hireProblem(hire: Hire, months: readonly Month[]): HireProblem | null {
  const [first] = months;
  const last = months.at(-1);
  if (first !== undefined && monthsBetween(first, hire.month) < 0) return 'before';
  if (last !== undefined && monthsBetween(last, hire.month) > 0) return 'after';
  return null;
}

export function canAddHire(hires: readonly Hire[]): boolean {
  return hires.length < PLAN_LIMITS.hires.max;
}

/** One more who joins in a month; the same hires where there are as many as there may be. */
export function addHire(hires: readonly Hire[], month: Month): readonly Hire[] {
  return canAddHire(hires) ? [...hires, { month, heads: 1 }] : hires;
}

export function changeHire(hires: readonly Hire[], index: number, patch: Partial<Hire>): readonly Hire[] {
  return hires.map((hire, at) => (at === index ? { ...hire, ...patch } : hire));
}

export function removeHire(hires: readonly Hire[], index: number): readonly Hire[] {
  return hires.filter((_, at) => at !== index);
}
