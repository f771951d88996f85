import type { FunnelModel } from '../funnel/model';
import { roundedDeep } from './rounding';

/** Digits that a link carries: a model from a link must give the numbers it was made from. */
const SIGNIFICANT_DIGITS = 6;

function roundDeep<T>(data: T): T {
  return roundedDeep(data, SIGNIFICANT_DIGITS);
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
