import { describe, expect, it } from 'vitest';
import { build, exactMean, leversOf, simulate, withAssumption, type Plan } from '../../../src/engine';
import { aimAt, powerOf } from '../../../src/engine/goal/aim';
import { MeanCurve } from '../../../src/engine/goal/meanCurve';
import { ModelMaker } from '../../../src/engine/goal/modelMaker';
import { Probe } from '../../../src/engine/goal/probe';
import { turnLever } from '../../../src/engine/goal/turnLever';
import { valueAlong, wayOf, roundNearest, roundOnward, stepOnward } from '../../../src/engine/goal/way';
import { sure } from '../plan/surePlan';
import { COMPANY, groundsOf, modelOfPlan, requestOf } from './goalCases';

/** Nobody's leads before the start, so that faster closing can only help; customers who refer and leave. */
const STARTING: Plan = {
  ...COMPANY,
  isRunning: false,
  kinds: {
    ...COMPANY.kinds,
    seed: { ...COMPANY.kinds.seed, referralsPerCustomer: sure(0.05), discount: sure(0.2) },
    spear: { ...COMPANY.kinds.spear, attritionPerMonth: sure(0.05) },
  },
  company: { ...COMPANY.company, activeCustomers: sure(30), churnPerMonth: sure(0.04) },
};

describe('a probe', () => {
  const probe = new Probe(groundsOf(24), STARTING, requestOf({ amount: 1 }));

  it('has the exact mean of the forecast, up to the goal’s end', () => {
    const months = exactMean(modelOfPlan(STARTING, 24)).slice(0, 12);
    const mean = months.flatMap(({ kinds }) => kinds).reduce((sum, kind) => sum + kind.valueFromNew, 0);
    // Times lie on a finer grid where the forecast is shorter.
    expect(probe.meanAt((setting) => setting) / mean).toBeCloseTo(1, 4);
  });

  it('finds that no lever, turned the way that helps, ever lowers the mean', () => {
    for (const lever of leversOf(STARTING, null, '2026-01')) {
      const way = wayOf(lever, lever.usual, '2026-01');
      const means = [0, 0.2, 0.5, 1].map((share) => probe.meanAt(way.at(valueAlong(way, share))));
      for (const [index, mean] of means.entries()) {
        // Parameters are rounded to six digits before they are forecast.
        expect(mean, lever.key).toBeGreaterThanOrEqual((means[index - 1] ?? 0) * (1 - 1e-6));
      }
    }
  });

  it('draws just the paths of the forecast beside it', () => {
    const drawing = probe.draw((setting) => setting, 2_000);
    let step = drawing.next();
    while (!step.done) step = drawing.next();
    const { nextTwelve } = simulate(modelOfPlan(STARTING, 24), { paths: 2_000, seed: 1 });
    // At 80 % chance: the 20 % point lies between those two.
    expect(step.value.atChance).toBeGreaterThan(nextTwelve.value.q10);
    expect(step.value.atChance).toBeLessThan(nextTwelve.value.q25);
    expect(step.value.atChance / (nextTwelve.distribution[200] ?? NaN)).toBeCloseTo(1, 3);
  });

  it('adds what is drawn kind by kind up to the whole, where nobody refers anybody', () => {
    const apart = new Probe(groundsOf(), COMPANY, requestOf({ amount: 1 }, { paths: 500 }));
    const drawing = apart.draw((setting) => setting, 500);
    let step = drawing.next();
    while (!step.done) step = drawing.next();
    const { distribution } = simulate(modelOfPlan(COMPANY), { paths: 500, seed: 1 }).nextTwelve;
    expect(step.value.atChance).toBeCloseTo(distribution[200] ?? NaN, 3);
  });
});

describe('models of plans that differ in little', () => {
  it('are those that build makes', () => {
    const { options } = groundsOf(6) as { options: Parameters<typeof build>[1] };
    const maker = new ModelMaker(groundsOf(6), STARTING);
    const levers = leversOf(STARTING, null, '2026-01');
    for (const lever of levers) {
      const { plan } = turnLever({ plan: STARTING, factors: {} }, lever, lever.usual.max * 1.1, '2026-01');
      expect({ ...maker.modelOf(plan), costs: [] }).toEqual({ ...build(plan, options), costs: [] });
    }
    const season = withAssumption(STARTING, { kind: null, of: 'seasonStrength' }, { value: 0.5 });
    expect(maker.modelOf(season).kinds).toEqual(build(season, options).kinds);
  });
});

describe('aiming', () => {
  it('follows the power of the mean that two shots show', () => {
    const shots = [
      { mean: 100, atChance: 50 },
      { mean: 200, atChance: 50 * 2 ** 1.5 },
    ];
    expect(powerOf(200, shots)).toBeCloseTo(1.5, 12);
    expect(aimAt(50 * 3 ** 1.5, shots)).toBeCloseTo(300, 9);
  });

  it('doubles the mean where nothing is reached yet', () => {
    expect(aimAt(10, [{ mean: 40, atChance: 0 }])).toBe(80);
    expect(aimAt(10, [])).toBe(10);
  });

  it('finds where a mean is as wished, and the end where it never is', () => {
    const way = { from: 0, to: 50, isWhole: false };
    let asked = 0;
    const curve = new MeanCurve(way, (value) => {
      asked++;
      return 3 + value ** 1.7;
    });
    expect(curve.solve(203) / 200 ** (1 / 1.7)).toBeCloseTo(1, 3);
    const before = asked;
    curve.solve(203);
    expect(asked - before).toBeLessThan(4);
    expect(curve.solve(1e9)).toBe(50);
    expect(curve.solve(2)).toBe(0);
  });
});

describe('rounding', () => {
  it('keeps three digits, onward', () => {
    expect(roundOnward({ from: 0, to: 1, isWhole: false }, 0.123_01)).toBe(0.124);
    expect(roundOnward({ from: 90, to: 0, isWhole: false }, 12.39)).toBe(12.3);
    expect(roundOnward({ from: 0, to: 9e9, isWhole: false }, 123_456)).toBe(124_000);
    expect(roundOnward({ from: 0, to: 9, isWhole: true }, 2.1)).toBe(3);
    expect(roundOnward({ from: 0, to: 0.1234, isWhole: false }, 0.123_01)).toBe(0.1234);
    expect(roundOnward({ from: 0, to: 9, isWhole: false }, 0.3)).toBe(0.3);
    expect(roundNearest({ from: 0, to: 9, isWhole: false }, 1.232)).toBe(1.23);
    expect(stepOnward({ from: 5, to: 0, isWhole: true }, 3)).toBe(2);
  });
});
