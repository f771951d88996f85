import type { LeverAnswer } from '../../../engine';

/** Points of growth that count as much as 10 % of another figure: one a month, ten a year. */
const POINTS: Readonly<Partial<Record<LeverAnswer['lever']['terms'], number>>> = {
  growthPerMonth: 0.01,
  growthPerYear: 0.1,
};

/**
 * How much is asked of somebody, in steps of 10 %: of the value, of the odds of shares; from nothing without end, as there is
 * no proportion to go by. The measure of methods, "Goal seek".
 */
export function stretchOf({ lever, setting }: Pick<LeverAnswer, 'lever' | 'setting'>): number {
  const { value, terms, usual } = lever;
  if (setting === value) return 0;
  const points = POINTS[terms];
  if (points !== undefined) return Math.abs(setting - value) / points;
  if (lever.isWhole && !(value > 0)) return Math.abs(setting) / (Math.max(1, usual.max) / 20);
  const isShare = terms === 'share' || terms === 'sharePerMonth';
  const size = (at: number): number => (isShare ? Math.log(at / (1 - at)) : Math.log(at));
  const steps = Math.abs(size(setting) - size(value)) / Math.log(1.1);
  return Number.isNaN(steps) ? Infinity : steps;
}

/** Those that would do it, easiest first; those that would not, the nearest first. */
export function sortAnswers(answers: readonly LeverAnswer[]): {
  reached: readonly LeverAnswer[];
  outOfReach: readonly LeverAnswer[];
} {
  const reached = answers.filter(({ outcome }) => outcome === 'reached');
  const outOfReach = answers.filter(({ outcome }) => outcome === 'outOfReach');
  return {
    reached: [...reached].sort(
      (one, other) => stretchOf(one) - stretchOf(other) || other.chance - one.chance,
    ),
    outOfReach: [...outOfReach].sort((one, other) => other.chance - one.chance),
  };
}
