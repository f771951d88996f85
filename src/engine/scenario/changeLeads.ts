import type { FunnelModel, KindModel } from '../funnel/model';
import { factorsByMonth, isAbout, multiplied, type FactorOfKind, type Timed } from './timedChanges';

/** Leads that come in the months of the changes, those that customers refer included; earlier ones are what they are. */
export function changeLeads(model: FunnelModel, changes: readonly Timed<FactorOfKind>[]): FunnelModel {
  if (changes.length === 0) return model;
  return {
    ...model,
    kinds: model.kinds.map((kind) => {
      const factors = factorsByMonth(
        changes.filter((change) => isAbout(change, kind.kind)),
        model.months.length,
      );
      return factors === null ? kind : withLeads(kind, factors);
    }),
  };
}

export function withLeads(kind: KindModel, factors: readonly number[]): KindModel {
  const { arrivals } = kind;
  return {
    ...kind,
    arrivals: {
      ...arrivals,
      monthly: factors.map((factor, month) => (arrivals.monthly[month] ?? 0) * factor),
      ...(arrivals.perCustomer > 0
        ? { perCustomerByMonth: multiplied(arrivals.perCustomerByMonth, factors) }
        : {}),
    },
  };
}

export function bringsLeads({ arrivals }: KindModel): boolean {
  return arrivals.perCustomer > 0 || arrivals.monthly.some((leads) => leads > 0);
}
