import type { Kind } from '../deals/deal';
import { winTimeOfHazards } from '../funnel/hazards';
import type { Closing, FunnelModel, KindModel, OpenGroup } from '../funnel/model';
import { withMergedOpen } from '../goal/meanTotals';
import { changePace } from '../scenario/changePace';
import { multiplied } from '../scenario/timedChanges';
import { exactMean, type KindMean } from '../simulate/exactMean';

/** A kind's share in a leak: rates as shares of the one that the model rests on. */
export interface StakeOfKind {
  kind: Kind;
  /** Of a conversion: old and new chance to pass ÷ the model's. Of time: old and new days from lead to won ÷ the model's. */
  old: number;
  now: number;
  /** Of the wins expected of open deals, the share that still has to pass the stage. */
  openShare: number;
}

export interface Stake {
  money: number;
  wins: number;
}

interface Totals {
  money: number;
  wins: number;
}

const FASTEST = 0.2;
const SLOWEST = 5;

/**
 * Won value at the old conversion less that at the new one, by the exact mean. Every new lead has to pass every stage, so its chance to be won
 * moves with any stage's conversion in proportion, whether the kind closes by stages or by hazards; of open deals only those
 * move that have not passed yet. No chance passes 1.
 */
export function stakeOfConversion(model: FunnelModel, kinds: readonly StakeOfKind[]): Stake {
  const merged = withMergedOpen(model);
  const at = (of: (stake: StakeOfKind) => number): Totals =>
    totalsOf(exactMean(withChances(merged, kinds, of)));
  return differenceOf(
    at(({ old }) => old),
    at(({ now }) => now),
  );
}

/** Likewise for time: what takes longer than before moves wins back, some of them beyond the forecast. */
export function stakeOfTime(model: FunnelModel, kinds: readonly StakeOfKind[]): Stake {
  const merged = withMergedOpen(model);
  const plain = exactMean(merged);
  const at = (of: (stake: StakeOfKind) => number): Totals => {
    const months = exactMean(atPace(merged, kinds, of));
    const totals = totalsOf(months);
    for (const { kind, openShare } of kinds) {
      // Open deals past the stage keep their pace: their part of the change is taken back.
      const paced = openTotals(months, kind);
      const usual = openTotals(plain, kind);
      totals.money -= (1 - openShare) * (paced.money - usual.money);
      totals.wins -= (1 - openShare) * (paced.wins - usual.wins);
    }
    return totals;
  };
  return differenceOf(
    at(({ old }) => old),
    at(({ now }) => now),
  );
}

/** Mean days from lead to won, as the model has it; null where nothing is ever won. */
export function daysToWin(closing: Closing): number | null {
  if (closing.by === 'hazards') return winTimeOfHazards(closing.hazards)?.meanDays ?? null;
  return closing.stages.reduce((sum, { days }) => sum + days.mean, 0);
}

function differenceOf(old: Totals, now: Totals): Stake {
  return { money: Math.max(0, old.money - now.money), wins: Math.max(0, old.wins - now.wins) };
}

function withChances(
  model: FunnelModel,
  kinds: readonly StakeOfKind[],
  factorOf: (stake: StakeOfKind) => number,
): FunnelModel {
  const byKind = new Map(kinds.map((stake) => [stake.kind, stake]));
  return {
    ...model,
    kinds: model.kinds.map((kind) => {
      const stake = byKind.get(kind.kind);
      return stake === undefined ? kind : withWins(kind, factorOf(stake), model.months.length);
    }),
    open: model.open.map((group) => {
      const stake = byKind.get(group.kind);
      return stake === undefined ? group : withChance(group, 1 + stake.openShare * (factorOf(stake) - 1));
    }),
  };
}

function withWins(kind: KindModel, factor: number, months: number): KindModel {
  const { closing } = kind;
  const conversion =
    closing.by === 'hazards'
      ? closing.conversion.mean
      : closing.stages.reduce((product, stage) => product * stage.conversion.mean, 1);
  const within = conversion > 0 ? Math.min(factor, 1 / conversion) : factor;
  const wins = multiplied(kind.level?.wins, new Array<number>(months).fill(within));
  return { ...kind, level: { wins, value: kind.level?.value ?? [] } };
}

function withChance(group: OpenGroup, factor: number): OpenGroup {
  const total = group.winChance.reduce((sum, chance) => sum + chance, 0);
  const within = total > 0 ? Math.min(factor, 1 / total) : factor;
  return { ...group, winChance: group.winChance.map((chance) => chance * within) };
}

function atPace(
  model: FunnelModel,
  kinds: readonly StakeOfKind[],
  factorOf: (stake: StakeOfKind) => number,
): FunnelModel {
  return kinds.reduce((changed, stake) => {
    const factor = Math.min(SLOWEST, Math.max(FASTEST, factorOf(stake)));
    const [from] = changed.months;
    if (factor === 1 || from === undefined) return changed;
    const kind = stake.kind === 'unsorted' ? 'all' : stake.kind;
    return changePace(changed, [
      {
        change: { what: 'days', kind, factor, id: '', isOn: true, from, months: null, shock: null },
        first: 0,
        end: changed.months.length,
      },
    ]);
  }, model);
}

function totalsOf(months: readonly { kinds: readonly KindMean[] }[]): Totals {
  const totals = { money: 0, wins: 0 };
  for (const { kinds } of months) {
    for (const { winsFromOpen, winsFromNew, valueFromOpen, valueFromNew } of kinds) {
      totals.money += valueFromOpen + valueFromNew;
      totals.wins += winsFromOpen + winsFromNew;
    }
  }
  return totals;
}

function openTotals(months: readonly { kinds: readonly KindMean[] }[], kind: Kind): Totals {
  const totals = { money: 0, wins: 0 };
  for (const { kinds } of months) {
    for (const mean of kinds) {
      if (mean.kind !== kind) continue;
      totals.money += mean.valueFromOpen;
      totals.wins += mean.winsFromOpen;
    }
  }
  return totals;
}
