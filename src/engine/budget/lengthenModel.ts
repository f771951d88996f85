import { addMonths, monthRange } from '../calendar/month';
import type { Arrivals, FunnelModel, KindLevel, KindModel } from '../funnel/model';

/**
 * The model with more months at its end in which no leads come any more: what the leads of its own months bring late is then seen.
 * Levels and pace go on as in the last month.
 */
export function lengthenModel(model: FunnelModel, more: number): FunnelModel {
  const last = model.months.at(-1);
  if (last === undefined || more <= 0) return model;
  const months = model.months.length;
  return {
    ...model,
    months: [...model.months, ...monthRange(addMonths(last, 1), more)],
    kinds: model.kinds.map((kind) => lengthenKind(kind, months, more)),
  };
}

function lengthenKind(kind: KindModel, months: number, more: number): KindModel {
  const { level, pace } = kind;
  return {
    ...kind,
    arrivals: lengthenArrivals(kind.arrivals, months, more),
    ...(level === undefined ? {} : { level: lengthenLevel(level, months, more) }),
    ...(pace === undefined ? {} : { pace: goOn(pace, months, more) }),
  };
}

function lengthenArrivals(arrivals: Arrivals, months: number, more: number): Arrivals {
  if (!(arrivals.perCustomer > 0)) return arrivals;
  const own = Array.from({ length: months }, (_, month) => arrivals.perCustomerByMonth?.[month] ?? 1);
  return { ...arrivals, perCustomerByMonth: [...own, ...new Array<number>(more).fill(0)] };
}

function lengthenLevel(level: KindLevel, months: number, more: number): KindLevel {
  return { wins: goOn(level.wins, months, more), value: goOn(level.value, months, more) };
}

/** What is empty says nothing and stays so. */
function goOn(factors: readonly number[], months: number, more: number): readonly number[] {
  if (factors.length === 0) return factors;
  const own = Array.from({ length: months }, (_, month) => factors[month] ?? 1);
  return [...own, ...new Array<number>(more).fill(own.at(-1) ?? 1)];
}
