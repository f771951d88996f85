import { ASSUMPTION_RULES, defaultPlan, type AssumptionName } from '../../engine';
import { PLAN_LIMITS } from '../../workspace/limits';
import { evenStops, roundOff, widerStops, type Stops } from './sliderStops';

export type FigureUnit =
  | 'perMonth'
  | 'percent'
  | 'percentPerMonth'
  | 'percentPerYear'
  | 'days'
  | 'people'
  | 'customers'
  | 'money'
  | 'moneyPerMonth'
  | 'power';

/** How a figure is typed and slid: all in the unit that is shown (per cent, days, money), not as it is stored. */
export interface FigureField {
  unit: FigureUnit;
  /** Lowest and highest that may be typed; the slider covers less. */
  min: number;
  max: number;
  /** Decimals shown at most. */
  decimals: number;
  stops: Stops;
  /** True where only whole numbers make sense. */
  isWhole?: boolean;
}

/** People who join in a month. */
export const HEADS_FIELD: FigureField = {
  unit: 'people',
  decimals: 0,
  isWhole: true,
  stops: evenStops(1, 20, 1),
  ...PLAN_LIMITS.headsPerHire,
};

type Shown = Omit<FigureField, 'min' | 'max'>;

const LEADS: Shown = { unit: 'perMonth', decimals: 2, stops: widerStops(1, 1000) };
const SHARE: Shown = { unit: 'percent', decimals: 2, stops: evenStops(0, 100, 1) };
const MONTHLY_SHARE: Shown = { unit: 'percentPerMonth', decimals: 2, stops: evenStops(0, 20, 0.5) };
const MONTHLY_GROWTH: Shown = { unit: 'percentPerMonth', decimals: 2, stops: evenStops(-10, 20, 0.5) };
const PEOPLE: Shown = { unit: 'people', decimals: 1, stops: evenStops(0, 40, 1) };

const FIELDS: Readonly<Record<AssumptionName, Shown | 'money' | 'moneyPerMonth'>> = {
  leadsPerMonth: LEADS,
  growthPerMonth: MONTHLY_GROWTH,
  referralsPerCustomer: { unit: 'perMonth', decimals: 4, stops: evenStops(0, 0.5, 0.01) },
  spendToday: 'moneyPerMonth',
  spendPerMonth: 'moneyPerMonth',
  elasticity: { unit: 'power', decimals: 2, stops: evenStops(0, 1.2, 0.05) },
  prospectors: PEOPLE,
  leadsPerProspector: { unit: 'perMonth', decimals: 2, stops: widerStops(1, 200) },
  attritionPerMonth: MONTHLY_SHARE,
  ramp: { unit: 'percent', decimals: 1, stops: evenStops(0, 120, 5) },
  conversion: SHARE,
  days: { unit: 'days', decimals: 1, stops: widerStops(1, 400) },
  dealValue: 'money',
  variation: { unit: 'percent', decimals: 1, stops: evenStops(0, 300, 5) },
  valueGrowthPerYear: { unit: 'percentPerYear', decimals: 2, stops: evenStops(-20, 40, 1) },
  discount: { unit: 'percent', decimals: 2, stops: evenStops(0, 60, 1) },
  costPerLead: 'money',
  activeCustomers: { unit: 'customers', decimals: 0, stops: widerStops(1, 10_000) },
  churnPerMonth: MONTHLY_SHARE,
  revenueToday: 'moneyPerMonth',
  expansionPerMonth: { unit: 'percentPerMonth', decimals: 2, stops: evenStops(-2, 5, 0.1) },
  seasonStrength: { unit: 'percent', decimals: 0, stops: evenStops(0, 200, 5) },
  costPerProspector: 'moneyPerMonth',
  sellers: PEOPLE,
  costPerSeller: 'moneyPerMonth',
};

const PER_CENT: ReadonlySet<FigureUnit> = new Set<FigureUnit>([
  'percent',
  'percentPerMonth',
  'percentPerYear',
]);

/** How a figure of this name is typed and slid; amounts of money in the currency's usual size. */
export function fieldOf(name: AssumptionName, currency: string): FigureField {
  const shown = FIELDS[name];
  const { min, max } = ASSUMPTION_RULES[name];
  if (typeof shown === 'string') return { unit: shown, decimals: 2, stops: moneyStops(currency), min, max };
  const scale = PER_CENT.has(shown.unit) ? 100 : 1;
  return { ...shown, min: roundOff(min * scale), max: roundOff(max * scale) };
}

/** From the value in the plan (0.05) to the one shown (5). */
export function shownValue(stored: number, { unit }: FigureField): number {
  return PER_CENT.has(unit) ? roundOff(stored * 100) : stored;
}

/** From the value shown (5) to the one in the plan (0.05). */
export function storedValue(shown: number, { unit }: FigureField): number {
  return PER_CENT.has(unit) ? roundOff(shown / 100) : shown;
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
