import type { FunnelModel } from '../funnel/model';

/** Digits that a link carries: a model from a link must give the numbers it was made from. */
const SIGNIFICANT_DIGITS = 6;

/** A number at six significant digits; what is not finite stays as it is. */
export function roundParameter(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(SIGNIFICANT_DIGITS)) : value;
}

/**
 * A copy of plain data with every number that is not an integer rounded. Integers (days, counts, months) are kept:
 * links write them out.
 */
function roundDeep<T>(data: T): T {
  if (typeof data === 'number') return (Number.isInteger(data) ? data : roundParameter(data)) as T;
  if (Array.isArray(data)) return data.map((entry: unknown) => roundDeep(entry)) as T;
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, entry]) => [key, roundDeep(entry)])) as T;
  }
  return data;
}

const roundedOpen = new WeakMap<FunnelModel['open'], FunnelModel['open']>();

/** Open deals rounded. They are most of a model's numbers and come from the fit: the same list is rounded once. */
function roundOpen(open: FunnelModel['open']): FunnelModel['open'] {
  let rounded = roundedOpen.get(open);
  if (!rounded) {
    rounded = roundDeep(open);
    roundedOpen.set(open, rounded);
  }
  return rounded;
}

/**
 * The model as a link would carry it: assumptions and estimates at six significant digits. What has happened
 * (`history`) is not a parameter and keeps every digit.
 */
export function roundModel(model: FunnelModel): FunnelModel {
  return {
    ...model,
    kinds: roundDeep(model.kinds),
    open: roundOpen(model.open),
    customers: roundDeep(model.customers),
    recurring: roundDeep(model.recurring),
    costs: roundDeep(model.costs),
    quarterRhythm: roundDeep(model.quarterRhythm),
    levelVariance: roundDeep(model.levelVariance),
  };
}
