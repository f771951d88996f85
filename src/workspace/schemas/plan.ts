import * as v from 'valibot';
import { PLAN_LIMITS } from '../limits';
import { assumption, assumptionSource } from './assumption';
import { between, month, name } from './values';

const basis = v.picklist(['history', 'plan']);

const hires = v.pipe(
  v.array(v.object({ month, heads: v.pipe(between(PLAN_LIMITS.headsPerHire), v.integer()) })),
  v.maxLength(PLAN_LIMITS.hires.max),
);

const ofEveryKind = {
  stages: v.pipe(
    v.array(v.object({ conversion: assumption('conversion'), days: assumption('days') })),
    v.maxLength(PLAN_LIMITS.stages.max),
  ),
  dealValue: assumption('dealValue'),
  variation: assumption('variation'),
  valueGrowthPerYear: assumption('valueGrowthPerYear'),
  discount: assumption('discount'),
  costPerLead: assumption('costPerLead'),
  basis: v.object({ leads: basis, closing: basis, value: basis }),
};

const seed = v.object({
  leadsPerMonth: assumption('leadsPerMonth'),
  growthPerMonth: assumption('growthPerMonth'),
  referralsPerCustomer: assumption('referralsPerCustomer'),
  ...ofEveryKind,
});

const net = v.object({
  leadsPerMonth: assumption('leadsPerMonth'),
  growthPerMonth: assumption('growthPerMonth'),
  spendToday: assumption('spendToday'),
  spendPerMonth: assumption('spendPerMonth'),
  elasticity: assumption('elasticity'),
  ...ofEveryKind,
});

const spear = v.object({
  prospectors: assumption('prospectors'),
  leadsPerProspector: assumption('leadsPerProspector'),
  growthPerMonth: assumption('growthPerMonth'),
  attritionPerMonth: assumption('attritionPerMonth'),
  ramp: v.pipe(v.array(assumption('ramp')), v.maxLength(PLAN_LIMITS.ramp.max)),
  hires,
  ...ofEveryKind,
});

const company = v.object({
  activeCustomers: assumption('activeCustomers'),
  churnPerMonth: assumption('churnPerMonth'),
  revenueToday: assumption('revenueToday'),
  expansionPerMonth: assumption('expansionPerMonth'),
  seasonStrength: assumption('seasonStrength'),
  costPerProspector: assumption('costPerProspector'),
  sellers: assumption('sellers'),
  costPerSeller: assumption('costPerSeller'),
});

const seasonFactor = between(PLAN_LIMITS.seasonFactor);

export const planSchema = v.pipe(
  v.object({
    startMonth: v.nullable(month),
    isRunning: v.boolean(),
    stageNames: v.pipe(
      v.array(name),
      v.minLength(PLAN_LIMITS.stages.min),
      v.maxLength(PLAN_LIMITS.stages.max),
    ),
    kinds: v.object({ seed, net, spear }),
    company,
    recurring: v.object({ isOn: v.boolean(), monthsInDealValue: between(PLAN_LIMITS.monthsInDealValue) }),
    season: v.object({
      leads: v.pipe(v.array(seasonFactor), v.length(12)),
      leadsFrom: assumptionSource,
      quarter: v.tuple([seasonFactor, seasonFactor, seasonFactor]),
      quarterFrom: assumptionSource,
    }),
    sellerHires: hires,
  }),
  v.check(
    (plan) => Object.values(plan.kinds).every(({ stages }) => stages.length === plan.stageNames.length),
    'every kind has as many stages as there are names',
  ),
);
