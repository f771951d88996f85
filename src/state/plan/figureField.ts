import { defaultPlan } from '../../engine';
import { PLAN_LIMITS } from '../../workspace/limits';
import type { Place } from './figures';
import { evenStops, roundOff, widerStops, type Stops } from './sliderStops';

/** How a figure is typed and slid: all in the unit that is shown (per cent, days, money), not as it is stored. */
export interface FigureField {
  unit: 'perMonth' | 'percent' | 'percentPerMonth' | 'days' | 'money';
  /** Lowest and highest that may be typed; the slider covers less. */
  min: number;
  max: number;
  /** Decimals shown at most. */
  decimals: number;
  stops: Stops;
}

const LEADS: FigureField = {
  unit: 'perMonth',
  ...PLAN_LIMITS.leadsPerMonth,
  decimals: 2,
  stops: widerStops(1, 1000),
};
const DAYS: FigureField = { unit: 'days', ...PLAN_LIMITS.days, decimals: 1, stops: widerStops(1, 400) };
const CONVERSION: FigureField = {
  unit: 'percent',
  ...asPercent(PLAN_LIMITS.conversion),
  decimals: 2,
  stops: evenStops(0, 100, 1),
};
const GROWTH: FigureField = {
  unit: 'percentPerMonth',
  ...asPercent(PLAN_LIMITS.growthPerMonth),
  decimals: 2,
  stops: evenStops(-10, 20, 0.5),
};
const VARIATION: FigureField = {
  unit: 'percent',
  ...asPercent(PLAN_LIMITS.valueVariation),
  decimals: 1,
  stops: evenStops(0, 300, 5),
};

/** How the figure at a place is typed and slid; for deal values in the currency's usual size. */
export function fieldOf(place: Place, currency: string): FigureField {
  switch (place.of) {
    case 'leadsPerMonth':
      return LEADS;
    case 'growthPerMonth':
      return GROWTH;
    case 'conversion':
      return CONVERSION;
    case 'days':
      return DAYS;
    case 'valueVariation':
      return VARIATION;
    case 'dealValue':
      return { unit: 'money', ...PLAN_LIMITS.dealValue, decimals: 2, stops: moneyStops(currency) };
  }
}

/** From the value in the plan (0.05) to the one shown (5). */
export function shownValue(stored: number, { unit }: FigureField): number {
  return isPercent(unit) ? roundOff(stored * 100) : stored;
}

/** From the value shown (5) to the one in the plan (0.05). */
export function storedValue(shown: number, { unit }: FigureField): number {
  return isPercent(unit) ? roundOff(shown / 100) : shown;
}

function isPercent(unit: FigureField['unit']): boolean {
  return unit === 'percent' || unit === 'percentPerMonth';
}

function asPercent({ min, max }: { min: number; max: number }): { min: number; max: number } {
  return { min: roundOff(min * 100), max: roundOff(max * 100) };
}

const stopsOfCurrency = new Map<string, Stops>();

/** From a fiftieth of the currency's ordinary deal, in powers of ten, to a hundred of them. */
function moneyStops(currency: string): Stops {
  let stops = stopsOfCurrency.get(currency);
  if (!stops) {
    const ordinary = defaultPlan(currency).kinds.seed.dealValue.value;
    const smallest = Math.pow(10, Math.max(0, Math.floor(Math.log10(ordinary / 50))));
    stops = widerStops(smallest, Math.pow(10, Math.ceil(Math.log10(ordinary * 20))));
    stopsOfCurrency.set(currency, stops);
  }
  return stops;
}
