import fc from 'fast-check';
import { addMonths, ASSUMPTION_RULES } from '../../../src/engine';
import type { Assumption, AssumptionName, Doubt, Hire, Month, Plan } from '../../../src/engine';
import { NAME_LENGTH, PLAN_LIMITS } from '../../../src/workspace/limits';

interface Limits {
  min: number;
  max: number;
}

/**
 * A number between two limits, both included: half of them of a size that people type, half of any size there is down to
 * the smallest number above 0. −0 is 0 once it has been JSON.
 */
export function numberWithin({ min, max }: Limits): fc.Arbitrary<number> {
  const typed = fc.nat(1_000).map((part) => Number((min + (max - min) * (part / 1_000) ** 6).toPrecision(4)));
  const any = fc.double({ min, max, noNaN: true });
  return fc.oneof(typed, any).map((value) => (value === 0 ? 0 : Math.min(max, Math.max(min, value))));
}

const anyMonth: fc.Arbitrary<Month> = fc
  .integer({ min: -24, max: 120 })
  .map((offset) => addMonths('2026-01', offset));

const anySource = fc.constantFrom('default' as const, 'typed' as const, 'history' as const);

function anyDoubt(limits: Limits): fc.Arbitrary<Doubt> {
  const range = fc
    .tuple(numberWithin(limits), numberWithin(limits))
    .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }));
  return fc.oneof(fc.constantFrom<Doubt>('sure', 'roughly', 'guess'), range);
}

/** An assumption of this name, anywhere within the limits of its rule. */
export function anyAssumption(name: AssumptionName): fc.Arbitrary<Assumption> {
  const limits = ASSUMPTION_RULES[name];
  const ends = fc.constantFrom(limits.min, limits.max);
  return fc.record({
    value: fc.oneof({ weight: 4, arbitrary: numberWithin(limits) }, { weight: 1, arbitrary: ends }),
    doubt: anyDoubt(limits),
    from: anySource,
  });
}

const anyHires: fc.Arbitrary<Hire[]> = fc.array(
  fc.record({ month: anyMonth, heads: fc.integer(PLAN_LIMITS.headsPerHire) }),
  { maxLength: 4 },
);

const anyBasisPart = fc.constantFrom('history' as const, 'plan' as const);

function ofEveryKind(stageCount: number) {
  return {
    stages: fc.array(fc.record({ conversion: anyAssumption('conversion'), days: anyAssumption('days') }), {
      minLength: stageCount,
      maxLength: stageCount,
    }),
    dealValue: anyAssumption('dealValue'),
    variation: anyAssumption('variation'),
    valueGrowthPerYear: anyAssumption('valueGrowthPerYear'),
    discount: anyAssumption('discount'),
    costPerLead: anyAssumption('costPerLead'),
    basis: fc.record({ leads: anyBasisPart, closing: anyBasisPart, value: anyBasisPart }),
  };
}

function planOfStages(stageNames: readonly string[]): fc.Arbitrary<Plan> {
  const common = ofEveryKind(stageNames.length);
  const seasonFactor = numberWithin(PLAN_LIMITS.seasonFactor);
  return fc.record({
    startMonth: fc.option(anyMonth, { nil: null }),
    isRunning: fc.boolean(),
    stageNames: fc.constant(stageNames),
    kinds: fc.record({
      seed: fc.record({
        leadsPerMonth: anyAssumption('leadsPerMonth'),
        growthPerMonth: anyAssumption('growthPerMonth'),
        referralsPerCustomer: anyAssumption('referralsPerCustomer'),
        ...common,
      }),
      net: fc.record({
        leadsPerMonth: anyAssumption('leadsPerMonth'),
        growthPerMonth: anyAssumption('growthPerMonth'),
        spendToday: anyAssumption('spendToday'),
        spendPerMonth: anyAssumption('spendPerMonth'),
        elasticity: anyAssumption('elasticity'),
        ...common,
      }),
      spear: fc.record({
        prospectors: anyAssumption('prospectors'),
        leadsPerProspector: anyAssumption('leadsPerProspector'),
        growthPerMonth: anyAssumption('growthPerMonth'),
        attritionPerMonth: anyAssumption('attritionPerMonth'),
        ramp: fc.array(anyAssumption('ramp'), { maxLength: 3 }),
        hires: anyHires,
        ...common,
      }),
    }),
    company: fc.record({
      activeCustomers: anyAssumption('activeCustomers'),
      churnPerMonth: anyAssumption('churnPerMonth'),
      revenueToday: anyAssumption('revenueToday'),
      expansionPerMonth: anyAssumption('expansionPerMonth'),
      seasonStrength: anyAssumption('seasonStrength'),
      costPerProspector: anyAssumption('costPerProspector'),
      sellers: anyAssumption('sellers'),
      costPerSeller: anyAssumption('costPerSeller'),
    }),
    recurring: fc.record({
      isOn: fc.boolean(),
      monthsInDealValue: numberWithin(PLAN_LIMITS.monthsInDealValue),
    }),
    season: fc.record({
      leads: fc.array(seasonFactor, { minLength: 12, maxLength: 12 }),
      leadsFrom: anySource,
      quarter: fc.tuple(seasonFactor, seasonFactor, seasonFactor),
      quarterFrom: anySource,
    }),
    sellerHires: anyHires,
  });
}

/** Any plan within the limits of assumptions and plans: all that may be typed, stored or sent, however odd. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .array(fc.string({ maxLength: Math.min(20, NAME_LENGTH), unit: 'binary' }), {
    minLength: PLAN_LIMITS.stages.min,
    // The most there may be is tried by itself (planLimits.test): making twelve stages a hundred times takes seconds.
    maxLength: 4,
  })
  .chain(planOfStages)
  // fast-check likes objects without a prototype; a file or a database never gives one.
  .map((plan) => structuredClone(plan));
