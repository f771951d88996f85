import { KINDS } from '../deals/deal';
import type { FunnelModel, OpenGroup } from '../funnel/model';
import { exactMean, type MonthMean } from '../simulate/exactMean';
import type { GoalMeasure } from './goal';

/** The mean of a measure over all months of a model, every parameter at its mean (see `exactMean`). */
export function meanTotal(model: FunnelModel, measure: GoalMeasure): number {
  const months = exactMean(withMergedOpen(model));
  if (measure === 'recurring') return months.at(-1)?.recurring ?? 0;
  return months.reduce((sum, month) => sum + meanOfMonth(month, measure), 0);
}

export function meanOfMonth({ kinds }: MonthMean, measure: 'value' | 'wins'): number {
  return kinds.reduce(
    (sum, kind) =>
      sum +
      (measure === 'wins' ? kind.winsFromOpen + kind.winsFromNew : kind.valueFromOpen + kind.valueFromNew),
    0,
  );
}

const merged = new WeakMap<readonly OpenGroup[], readonly OpenGroup[]>();

/** Open deals of a kind as one group with the same expected wins and value in every month: for means as good, and quick. */
export function withMergedOpen(model: FunnelModel): FunnelModel {
  let open = merged.get(model.open);
  if (open === undefined) {
    open = KINDS.flatMap((kind) => mergeGroups(model.open.filter((group) => group.kind === kind)));
    merged.set(model.open, open);
  }
  return { ...model, open };
}

function mergeGroups(groups: readonly OpenGroup[]): OpenGroup[] {
  const [first] = groups;
  if (first === undefined) return [];
  const months = Math.max(...groups.map(({ winChance }) => winChance.length));
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (count === 0) return [];
  const wins = new Array<number>(months).fill(0);
  const worth = new Array<number>(months).fill(0);
  for (const { count: deals, winChance, value, valueByMonth } of groups) {
    winChance.forEach((chance, month) => {
      wins[month]! += deals * chance;
      worth[month]! += deals * chance * value.mean * (valueByMonth?.[month] ?? 1);
    });
  }
  return [
    {
      kind: first.kind,
      count,
      winChance: wins.map((expected) => expected / count),
      value: { mean: 1, variation: 0 },
      valueByMonth: wins.map((expected, month) => (expected > 0 ? worth[month]! / expected : 1)),
    },
  ];
}
