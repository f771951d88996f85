import type { AssumptionName } from './place';
import type { KindPlan } from './plan';

/**
 * `positive`: doubted in proportion (a log-normal). `share`: between 0 and 1, doubted towards the nearer end. `signed`:
 * may be below nothing, doubted by so much up and down (a normal).
 */
export type AssumptionNature = 'positive' | 'share' | 'signed';

export interface AssumptionRule {
  /** Limits of the value, both ends allowed. */
  min: number;
  max: number;
  nature: AssumptionNature;
  /** False for the spread of deal values, which is itself a doubt. */
  hasDoubt: boolean;
  /** The part of the forecast that comes from history or from the plan as one; null for company and costs. */
  part: keyof KindPlan['basis'] | null;
}

const LEADS = { min: 0, max: 10_000_000, nature: 'positive', hasDoubt: true, part: 'leads' } as const;
const SHARE = { min: 0, max: 1, nature: 'share', hasDoubt: true, part: null } as const;
const GROWTH = { min: -0.99, max: 10, nature: 'signed', hasDoubt: true, part: null } as const;
const MONEY = { min: 0, max: 1e12, nature: 'positive', hasDoubt: true, part: null } as const;
const HEADS = { min: 0, max: 100_000, nature: 'positive', hasDoubt: true, part: null } as const;

/** What each figure of a plan may be. Wide enough for anything real, narrow enough that no number can overflow a sum. */
export const ASSUMPTION_RULES: Readonly<Record<AssumptionName, AssumptionRule>> = {
  leadsPerMonth: LEADS,
  growthPerMonth: { ...GROWTH, part: 'leads' },
  referralsPerCustomer: { ...LEADS, max: 100 },
  spendToday: { ...MONEY, part: 'leads' },
  spendPerMonth: { ...MONEY, part: 'leads' },
  elasticity: { ...LEADS, max: 2 },
  prospectors: { ...HEADS, part: 'leads' },
  leadsPerProspector: { ...LEADS, max: 100_000 },
  attritionPerMonth: { ...SHARE, part: 'leads' },
  ramp: { ...LEADS, max: 2 },
  conversion: { ...SHARE, part: 'closing' },
  days: { min: 0, max: 3_650, nature: 'positive', hasDoubt: true, part: 'closing' },
  dealValue: { ...MONEY, part: 'value' },
  variation: { min: 0, max: 20, nature: 'positive', hasDoubt: false, part: 'value' },
  valueGrowthPerYear: { ...GROWTH, max: 100, part: 'value' },
  discount: { ...SHARE, part: 'value' },
  costPerLead: MONEY,
  activeCustomers: { ...HEADS, max: 1e9 },
  churnPerMonth: SHARE,
  revenueToday: MONEY,
  expansionPerMonth: { ...GROWTH, max: 1 },
  seasonStrength: { min: 0, max: 5, nature: 'positive', hasDoubt: true, part: null },
  costPerProspector: MONEY,
  sellers: HEADS,
  costPerSeller: MONEY,
};
