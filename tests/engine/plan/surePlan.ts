import type { Assumption, Doubt, NetPlan, Plan, SeedPlan, SpearPlan } from '../../../src/engine';

function assumed(value: number, doubt: Doubt): Assumption {
  return { value, doubt, from: 'typed' };
}

export const sure = (value: number): Assumption => assumed(value, 'sure');
export const roughly = (value: number): Assumption => assumed(value, 'roughly');
export const guessed = (value: number): Assumption => assumed(value, 'guess');
export const between = (value: number, low: number, high: number): Assumption =>
  assumed(value, { low, high });

const OF_EVERY_KIND = {
  growthPerMonth: sure(0.1),
  stages: [
    { conversion: sure(0.5), days: sure(10) },
    { conversion: guessed(0.2), days: roughly(20) },
  ],
  dealValue: roughly(900),
  variation: sure(0.7),
  valueGrowthPerYear: sure(0),
  discount: sure(0),
  costPerLead: sure(0),
  basis: { leads: 'history', closing: 'history', value: 'history' },
} as const;

/** 31 leads a month today, growing by a tenth; nobody refers anybody. */
export const SURE_SEED: SeedPlan = {
  ...OF_EVERY_KIND,
  leadsPerMonth: sure(31),
  referralsPerCustomer: sure(0),
};

/** Likewise, with no more spent than today. */
export const SURE_NET: NetPlan = {
  ...OF_EVERY_KIND,
  leadsPerMonth: sure(31),
  spendToday: sure(1_000),
  spendPerMonth: sure(1_000),
  elasticity: sure(0.7),
};

/** Likewise: two prospectors who stay and bring 15.5 each. */
export const SURE_SPEAR: SpearPlan = {
  ...OF_EVERY_KIND,
  prospectors: sure(2),
  leadsPerProspector: sure(15.5),
  attritionPerMonth: sure(0),
  ramp: [],
  hires: [],
};

/** A plan of two stages in which every lead count is sure, without customers, season or costs; kinds as given. */
export function planWith(kinds: Partial<Plan['kinds']>, patch: Partial<Plan> = {}): Plan {
  return {
    startMonth: null,
    isRunning: false,
    stageNames: ['First', 'Second'],
    kinds: { seed: SURE_SEED, net: SURE_NET, spear: SURE_SPEAR, ...kinds },
    company: {
      activeCustomers: sure(0),
      churnPerMonth: sure(0),
      revenueToday: sure(0),
      expansionPerMonth: sure(0),
      seasonStrength: sure(1),
      costPerProspector: sure(0),
      sellers: sure(0),
      costPerSeller: sure(0),
    },
    recurring: { isOn: false, monthsInDealValue: 12 },
    season: {
      leads: new Array<number>(12).fill(1),
      leadsFrom: 'default',
      quarter: [1, 1, 1],
      quarterFrom: 'default',
    },
    sellerHires: [],
    ...patch,
  };
}
