import { KINDS, type Kind } from '../deals/deal';
import type { Closing, FunnelModel, KindModel, OpenGroup } from '../funnel/model';
import type { ChangeNotes } from './changeNotes';
import { factorsByMonth, isAbout, multiplied, type FactorOfKind, type Timed } from './timedChanges';

/**
 * Wins decided in the months of the changes, of new leads and open deals. No chance to win passes 1: a new lead's factor ends
 * at 1 ÷ conversion; those of an open deal's months that rise are drawn towards 1 by one share until its chances sum to 1.
 */
export function changeWinRate(
  model: FunnelModel,
  changes: readonly Timed<FactorOfKind>[],
  notes: ChangeNotes,
): FunnelModel {
  if (changes.length === 0) return model;
  const cut = new Set<Kind>();
  const factorsOf = new Map(
    KINDS.map((kind) => [
      kind,
      factorsByMonth(
        changes.filter((change) => isAbout(change, kind)),
        model.months.length,
      ),
    ]),
  );
  const changed: FunnelModel = {
    ...model,
    kinds: model.kinds.map((kind) => {
      const factors = factorsOf.get(kind.kind) ?? null;
      return factors === null ? kind : withWins(kind, factors, cut);
    }),
    open: model.open.map((group) => {
      const factors = factorsOf.get(group.kind) ?? null;
      return factors === null ? group : withChances(group, factors, cut);
    }),
  };
  for (const timed of changes) {
    if (!(timed.change.factor > 1)) continue;
    for (const kind of cut) if (isAbout(timed, kind)) notes.add(timed.change.id, 'winRateAtMost', { kind });
  }
  return changed;
}

function withWins(kind: KindModel, factors: readonly number[], cut: Set<Kind>): KindModel {
  const most = Math.max(1, 1 / conversionOf(kind.closing));
  if (factors.some((factor) => factor > most)) cut.add(kind.kind);
  const within = factors.map((factor) => Math.min(most, factor));
  return {
    ...kind,
    level: { wins: multiplied(kind.level?.wins, within), value: kind.level?.value ?? [] },
  };
}

/** Chance to win of a new lead at the means; 0 for one that cannot be won. */
function conversionOf(closing: Closing): number {
  if (closing.by === 'hazards') return closing.conversion.mean;
  return closing.stages.reduce((product, { conversion }) => product * conversion.mean, 1);
}

function withChances(group: OpenGroup, factors: readonly number[], cut: Set<Kind>): OpenGroup {
  const chances = group.winChance.map((chance, month) => chance * Math.min(1, factors[month] ?? 1));
  const rises = group.winChance.map((chance, month) => chance * Math.max(0, (factors[month] ?? 1) - 1));
  const total = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0);
  const rise = total(rises);
  const room = Math.max(0, 1 - total(chances));
  const share = rise > room ? room / rise : 1;
  if (share < 1) cut.add(group.kind);
  return { ...group, winChance: chances.map((chance, month) => chance + share * (rises[month] ?? 0)) };
}
