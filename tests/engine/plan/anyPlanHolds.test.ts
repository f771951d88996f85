import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASSUMPTION_RULES,
  assumptionAt,
  build,
  exactMean,
  placesOf,
  withAssumption,
  type AssumptionName,
  type BuildOptions,
  type Plan,
  type PlanPlace,
} from '../../../src/engine';
import { bookWith } from '../../../src/workspace/planBook';
import { restore } from '../../../src/workspace/restore';
import { anyPlan } from './anyPlan';
import { planWith, sure, SURE_NET, SURE_SEED, SURE_SPEAR } from './surePlan';

const anyOptions: fc.Arbitrary<BuildOptions> = fc.record({
  // Any day of 2026 and 2027.
  startDay: fc.integer({ min: 20_454, max: 21_183 }),
  horizonMonths: fc.integer({ min: 1, max: 36 }),
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  currency: fc.constant('SEK'),
});

/** Numbers in a model that may be below 0: a drain, a lean month, and what only moves up or down. */
const MAY_BE_NEGATIVE = new Set(['monthlyExpansion', 'tilts']);

function checkNumbers(value: unknown, name: string, isSigned: boolean): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${name} is ${value}`);
    if (value < 0 && !isSigned) throw new Error(`${name} is ${value}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      checkNumbers(inner, `${name}.${key}`, isSigned || MAY_BE_NEGATIVE.has(key));
    }
  }
}

/** Won value of all months together. */
function meanValue(plan: Plan, options: BuildOptions): number {
  return exactMean(build(plan, options))
    .flatMap(({ kinds }) => kinds)
    .reduce((sum, { valueFromNew, valueFromOpen }) => sum + valueFromNew + valueFromOpen, 0);
}

function meanWins(plan: Plan, options: BuildOptions): number {
  return exactMean(build(plan, options))
    .flatMap(({ kinds }) => kinds)
    .reduce((sum, { winsFromNew, winsFromOpen }) => sum + winsFromNew + winsFromOpen, 0);
}

describe('build of any plan within the limits', () => {
  it('gives finite numbers, none below 0, and means of the same', () => {
    fc.assert(
      fc.property(anyPlan, anyOptions, (plan, options) => {
        expect(restore('plan', bookWith(plan))).toEqual({ ok: true, value: bookWith(plan) });
        const model = build(plan, options);
        checkNumbers(model, 'model', false);
        checkNumbers(exactMean(model), 'mean', false);
        for (const { closing } of model.kinds) {
          if (closing.by !== 'stages') throw new Error('assumed kinds close by stages');
          for (const { conversion } of closing.stages) expect(conversion.mean).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('leaves the plan as it is', () => {
    fc.assert(
      fc.property(anyPlan, anyOptions, (plan, options) => {
        const before = structuredClone(plan);
        build(plan, options);
        expect(plan).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

/** What may only help, and what less of may only help. */
const MORE_HELPS: readonly AssumptionName[] = [
  'leadsPerMonth',
  'referralsPerCustomer',
  'spendPerMonth',
  'elasticity',
  'prospectors',
  'leadsPerProspector',
  'ramp',
  'conversion',
  'dealValue',
  'activeCustomers',
];
const LESS_HELPS: readonly AssumptionName[] = ['attritionPerMonth', 'discount', 'churnPerMonth'];

function isLever(plan: Plan, { of }: PlanPlace): boolean {
  // More diminishing returns are worse where less is spent than today.
  const { spendPerMonth, spendToday } = plan.kinds.net;
  if (of === 'elasticity') return spendPerMonth.value >= spendToday.value;
  return MORE_HELPS.includes(of) || LESS_HELPS.includes(of);
}

/** Parameters have six digits where they are simulated, and months are summed in another order. */
const ROUNDED = 1e-5;

function expectNoLess(after: number, before: number): void {
  expect(after).toBeGreaterThanOrEqual(before * (1 - ROUNDED) - 1e-9);
}

describe('the mean won value over the horizon', () => {
  it('is never lowered by more spend, heads, leads, conversion, value or referrals, nor by less churn, attrition or discount', () => {
    const anyMove = fc.record({
      plan: anyPlan,
      options: anyOptions,
      which: fc.nat(),
      by: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anyMove, ({ plan, options, which, by }) => {
        const levers = placesOf(plan).filter((place) => isLever(plan, place));
        const place = levers[which % levers.length]!;
        const value = assumptionAt(plan, place)?.value ?? NaN;
        const { min, max } = ASSUMPTION_RULES[place.of];
        const end = MORE_HELPS.includes(place.of) ? max : min;
        const moved = withAssumption(plan, place, { value: value + (end - value) * by });
        expectNoLess(meanValue(moved, options), meanValue(plan, options));
      }),
      { numRuns: 200 },
    );
  });

  it('is never lowered by a hire', () => {
    fc.assert(
      fc.property(anyPlan, anyOptions, fc.integer({ min: 1, max: 12 }), (plan, options, month) => {
        const { spear } = plan.kinds;
        const hire = {
          month: `2026-${String(month).padStart(2, '0')}` as const,
          heads: 2,
        } as (typeof spear.hires)[number];
        const hired = {
          ...plan,
          kinds: { ...plan.kinds, spear: { ...spear, hires: [...spear.hires, hire] } },
        };
        expectNoLess(meanValue(hired, options), meanValue(plan, options));
      }),
    );
  });
});

describe('fewer days in a stage', () => {
  /** Nobody refers anybody, values stay, and deals close as well in one month as in the next. */
  function plain(plan: Plan): Plan {
    const { seed, net, spear } = plan.kinds;
    const valueGrowthPerYear = sure(0);
    return {
      ...plan,
      isRunning: false,
      kinds: {
        seed: { ...seed, valueGrowthPerYear, referralsPerCustomer: sure(0) },
        net: { ...net, valueGrowthPerYear },
        spear: { ...spear, valueGrowthPerYear },
      },
      season: { ...plan.season, quarter: [1, 1, 1] },
    };
  }

  function faster(plan: Plan, share: number): Plan {
    return placesOf(plan)
      .filter(({ of }) => of === 'days')
      .reduce(
        (changed, place) =>
          withAssumption(changed, place, { value: (assumptionAt(plan, place)?.value ?? NaN) * share }),
        plan,
      );
  }

  it('win less for a running company whose leads fall: older, larger cohorts have closed by then', () => {
    const options = { startDay: 20_454, horizonMonths: 12, fiscalYearStart: 1, currency: 'EUR' };
    const winsWith = (growthPerMonth: number, days: number): number => {
      const stages = SURE_SEED.stages.map(() => ({ conversion: sure(0.5), days: sure(days) }));
      const seed = { ...SURE_SEED, growthPerMonth: sure(growthPerMonth), stages };
      const net = { ...SURE_NET, leadsPerMonth: sure(0) };
      const spear = { ...SURE_SPEAR, prospectors: sure(0) };
      return meanWins(planWith({ seed, net, spear }, { isRunning: true }), options);
    };
    expect(winsWith(-0.1, 30)).toBeLessThan(0.8 * winsWith(-0.1, 60));
    expect(winsWith(0.03, 30)).toBeGreaterThan(winsWith(0.03, 60));
    // At a constant pace what comes in earlier is missing later: 31 · 0.25 a month, but for cohorts of over two years ago.
    expect(winsWith(0, 30)).toBeCloseTo(12 * 31 * 0.25, 2);
    expect(winsWith(0, 60)).toBeCloseTo(12 * 31 * 0.25, 2);
  });

  it('never win less for a company that starts, without a rhythm', () => {
    fc.assert(
      fc.property(anyPlan, anyOptions, fc.double({ min: 0, max: 1, noNaN: true }), (plan, options, share) => {
        const before = meanWins(plain(plan), options);
        // Stage times lie on a grid of days: month shares agree with the exact ones to 1e-5 of a cohort.
        const leads = build(plain(plan), options).kinds.flatMap(({ arrivals }) => arrivals.monthly);
        const grid = 1e-5 * leads.reduce((sum, ofMonth) => sum + ofMonth, 0);
        expect(meanWins(faster(plain(plan), share), options)).toBeGreaterThanOrEqual(
          before * (1 - ROUNDED) - grid - 1e-9,
        );
      }),
    );
  });
});
