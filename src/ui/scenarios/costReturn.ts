import type { Forecast, Month } from '../../engine';
import type { Beside } from './differences';

export interface CostReturn {
  /** Above 0: it costs more; below: it saves. */
  cost: number;
  value: number;
  /** Value for each unit of cost, both with the same sign; null where there is nothing to divide by, or they pull apart. */
  perUnit: number | null;
  /** The month by whose end what came in has outweighed what went out for good; null where nothing had to be paid back. */
  payback: { by: Month | null } | null;
}

/** Costs less than this share of the base's costs are rounding. */
const LEAST_SHARE = 1e-9;

/** What a variant costs more than its base in a period, and what that brings; null where no costs are known. */
export function costReturn(base: Forecast, variant: Forecast, beside: Beside): CostReturn | null {
  const before = beside.base.cost;
  const after = beside.period.cost;
  if (before === null && after === null) return null;
  const cost = (after?.mean ?? 0) - (before?.mean ?? 0);
  const value = beside.difference.mean;
  const isCost = Math.abs(cost) > LEAST_SHARE * Math.max(1, Math.abs(before?.mean ?? 0));
  return {
    cost: isCost ? cost : 0,
    value,
    perUnit: isCost && Math.sign(cost) === Math.sign(value) ? value / cost : null,
    payback: paybackOf(base, variant),
  };
}

/** From the first month that costs more, the month from whose end on the sum of all extra value is above that of all extra cost. */
function paybackOf(base: Forecast, variant: Forecast): CostReturn['payback'] {
  let balance = 0;
  let isDown = false;
  let by: Month | null = null;
  variant.months.forEach((month, index) => {
    const before = base.months[index];
    const cost = (month.cost?.mean ?? 0) - (before?.cost?.mean ?? 0);
    balance += month.value.mean - (before?.value.mean ?? 0) - cost;
    if (balance < 0) [isDown, by] = [isDown || cost > 0, null];
    else if (isDown) by ??= month.to;
  });
  return isDown ? { by } : null;
}
