import type { PlannedKind } from '../deals/deal';
import { ordinaryDealValue } from './ordinaryDealValue';
import type { Assumption, KindPlan, Plan } from './plan';

/** English names of the default stages; the caller may give translated ones. */
export const DEFAULT_STAGE_NAMES: readonly string[] = ['Prospecting', 'Qualification', 'Proposal', 'Closing'];

/** A kind as it is before anybody has said anything of it. */
interface KindDefaults {
  leadsPerMonth: number;
  conversions: readonly number[];
  days: readonly number[];
  relativeValue: number;
}

/**
 * Lead to opportunity (first two stages) 25, 15 and 14 %, opportunity to won 35, 20 and 20 %, cycle 1, 2.5 and 5 months.
 * Sources: Implisit 2014 (about 500 US firms) for leads; Ross & Tyler, Predictable Revenue, for wins, cycles and the
 * spears' bigger deals. Levels differ wildly between companies, so all of it is a guess. Leads a month: a small company.
 */
const DEFAULTS: Readonly<Record<PlannedKind, KindDefaults>> = {
  seed: { leadsPerMonth: 10, conversions: [0.5, 0.5, 0.5, 0.7], days: [5, 7, 10, 8], relativeValue: 1 },
  net: { leadsPerMonth: 60, conversions: [0.3, 0.5, 0.4, 0.5], days: [10, 20, 26, 20], relativeValue: 1 },
  spear: { leadsPerMonth: 30, conversions: [0.28, 0.5, 0.4, 0.5], days: [30, 40, 46, 36], relativeValue: 3 },
};

/** Deal values spread about as much as their mean in the data tried; wide, as a default should be. */
const VALUE_VARIATION = 0.8;

/** Assumptions to start from: every one of them a guess, in round figures of the currency. */
export function defaultPlan(currency: string, stageNames: readonly string[] = DEFAULT_STAGE_NAMES): Plan {
  return {
    startMonth: null,
    isRunning: true,
    stageNames: [...stageNames],
    kinds: {
      seed: defaultKind('seed', currency),
      net: defaultKind('net', currency),
      spear: defaultKind('spear', currency),
    },
  };
}

function defaultKind(kind: PlannedKind, currency: string): KindPlan {
  const defaults = DEFAULTS[kind];
  return {
    leadsPerMonth: guess(defaults.leadsPerMonth),
    growthPerMonth: guess(0),
    stages: defaults.conversions.map((conversion, stage) => ({
      conversion: guess(conversion),
      days: guess(defaults.days[stage] ?? 0),
    })),
    dealValue: guess(ordinaryDealValue(currency) * defaults.relativeValue),
    valueVariation: VALUE_VARIATION,
    basis: { leads: 'history', closing: 'history', value: 'history' },
  };
}

function guess(value: number): Assumption {
  return { value, doubt: 'guess' };
}
