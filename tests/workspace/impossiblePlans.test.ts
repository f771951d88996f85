import { describe, expect, it } from 'vitest';
import {
  ASSUMPTION_RULES,
  assumptionAt,
  build,
  defaultPlan,
  placeKey,
  placesOf,
  withAssumption,
  type Plan,
  type PlanPlace,
} from '../../src/engine';
import { PLAN_LIMITS } from '../../src/workspace/limits';
import { bookWith } from '../../src/workspace/planBook';
import { restore } from '../../src/workspace/restore';

const plan = defaultPlan('SEK');
const places = placesOf(plan);

/** Where a place stands in the plan as it is stored. */
function pathOf(place: PlanPlace): string {
  const owner = place.kind === null ? 'plan.company' : `plan.kinds.${place.kind}`;
  if (!('index' in place)) return `${owner}.${place.of}`;
  return place.of === 'ramp' ? `${owner}.ramp.${place.index}` : `${owner}.stages.${place.index}.${place.of}`;
}

/** Where in the one plan of a book the fault is said to be; null where there is none. */
function refusal(value: unknown): unknown {
  const restored = restore('plan', bookWith(value as Plan));
  return restored.ok ? null : String(restored.problem.params['path']).replace('plan.plans.0.', '');
}

describe('restore of a plan', () => {
  it.each(places.map((place) => [placeKey(place), place] as const))(
    'refuses %s beyond its limits, and says where',
    (_, place) => {
      const { min, max } = ASSUMPTION_RULES[place.of];
      const path = pathOf(place);
      const beyond = [min - 1e-9 * Math.max(1, Math.abs(min)), max * (1 + 1e-9), NaN, Infinity, -Infinity];
      for (const value of beyond) {
        expect(refusal(withAssumption(plan, place, { value }))).toBe(`${path}.value`);
        const doubt = { low: min, high: value };
        expect(refusal(withAssumption(plan, place, { doubt }))).toMatch(`${path}.doubt`);
      }
      expect(refusal(withAssumption(plan, place, { doubt: { low: max, high: min } }))).toBe(`${path}.doubt`);
      for (const value of [min, max]) {
        expect(
          refusal(withAssumption(plan, place, { value, doubt: { low: value, high: value } })),
        ).toBeNull();
      }
    },
  );

  it('refuses what no plan can be, and says where', () => {
    const { kinds, season } = plan;
    const withHires = (hires: unknown): unknown => ({
      ...plan,
      kinds: { ...kinds, spear: { ...kinds.spear, hires } },
    });
    const hire = { month: '2027-03', heads: 2 };
    expect(refusal({ ...plan, stageNames: [] })).toBe('plan.stageNames');
    expect(refusal({ ...plan, startMonth: '2027-00' })).toBe('plan.startMonth');
    expect(refusal(withHires([hire, { ...hire, month: '2027-13' }]))).toBe('plan.kinds.spear.hires.1.month');
    expect(refusal(withHires([{ ...hire, heads: 0 }]))).toBe('plan.kinds.spear.hires.0.heads');
    expect(refusal(withHires([{ ...hire, heads: 1.5 }]))).toBe('plan.kinds.spear.hires.0.heads');
    expect(refusal(withHires(new Array(PLAN_LIMITS.hires.max + 1).fill(hire)))).toBe(
      'plan.kinds.spear.hires',
    );
    expect(refusal({ ...plan, sellerHires: [{ ...hire, heads: -1 }] })).toBe('plan.sellerHires.0.heads');
    expect(refusal({ ...plan, recurring: { isOn: true, monthsInDealValue: 0 } })).toBe(
      'plan.recurring.monthsInDealValue',
    );
    expect(refusal({ ...plan, season: { ...season, leads: [1, 1, 1] } })).toBe('plan.season.leads');
    expect(refusal({ ...plan, season: { ...season, quarter: [1, 1, -1] } })).toBe('plan.season.quarter.2');
  });

  it('takes a plan of as many stages and months of ramp as there may be', () => {
    const stages = { length: PLAN_LIMITS.stages.max };
    const long: Plan = {
      ...plan,
      stageNames: Array.from(stages, (_, index) => `Stage ${index}`),
      kinds: {
        seed: { ...plan.kinds.seed, stages: Array.from(stages, () => plan.kinds.seed.stages[0]!) },
        net: { ...plan.kinds.net, stages: Array.from(stages, () => plan.kinds.net.stages[0]!) },
        spear: {
          ...plan.kinds.spear,
          stages: Array.from(stages, () => plan.kinds.spear.stages[0]!),
          ramp: Array.from({ length: PLAN_LIMITS.ramp.max }, () => plan.kinds.spear.ramp[0]!),
        },
      },
    };
    expect(refusal(long)).toBeNull();
    expect(placesOf(long).every((place) => assumptionAt(long, place) !== null)).toBe(true);
  });
});

describe('build of a plan for no months', () => {
  it('expects nothing', () => {
    const model = build(plan, { startDay: 20_780, horizonMonths: 0, fiscalYearStart: 1, currency: 'SEK' });
    expect(model.months).toEqual([]);
    expect(model.kinds.every(({ arrivals }) => arrivals.monthly.length === 0)).toBe(true);
  });
});
