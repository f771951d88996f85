import { KINDS } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { factorsByMonth, isAbout, multiplied, type FactorOfKind, type Timed } from './timedChanges';

/** The value of deals won in the months of the changes, of new leads and open deals. */
export function changeValue(model: FunnelModel, changes: readonly Timed<FactorOfKind>[]): FunnelModel {
  if (changes.length === 0) return model;
  const factorsOf = new Map(
    KINDS.map((kind) => [
      kind,
      factorsByMonth(
        changes.filter((change) => isAbout(change, kind)),
        model.months.length,
      ),
    ]),
  );
  return {
    ...model,
    kinds: model.kinds.map((kind) => {
      const factors = factorsOf.get(kind.kind) ?? null;
      if (factors === null) return kind;
      return {
        ...kind,
        level: { wins: kind.level?.wins ?? [], value: multiplied(kind.level?.value, factors) },
      };
    }),
    open: model.open.map((group) => {
      const factors = factorsOf.get(group.kind) ?? null;
      return factors === null ? group : { ...group, valueByMonth: multiplied(group.valueByMonth, factors) };
    }),
  };
}
