import { describe, expect, it } from 'vitest';
import {
  baseModel,
  compareScenarios,
  mix,
  simulate,
  type FunnelModel,
  type Plan,
  type ScenarioChange,
  type Variant,
} from '../../../src/engine';
import { COSTING, modelOfPlan, smallHistory } from '../goal/goalCases';
import { planWith, sure } from '../plan/surePlan';
import { change, during, finish } from './changeCases';

const REQUEST = { paths: 1_500, seed: 5 };
const variantOf = (id: string, ...changes: ScenarioChange[]): Variant => ({ id, name: id, changes });
const compare = (model: FunnelModel, plan: Plan, variants: readonly Variant[], request = REQUEST) =>
  finish(compareScenarios({ model, plan }, variants, request));

describe('compareScenarios', () => {
  const model = modelOfPlan(COSTING, 24);
  const variants = [
    variantOf('as it is'),
    variantOf('more', change({ what: 'leads', kind: 'net', factor: 1.3 }, during('2026-03', null))),
    variantOf(
      'worse',
      change({ what: 'winRate', kind: 'all', factor: 0.85 }, during('2026-04', 6)),
      change({ what: 'prospectors', heads: 2 }, during('2026-05', null)),
      change({ what: 'days', kind: 'spear', factor: 1.2 }),
    ),
  ];
  const comparison = compare(model, COSTING, variants);

  it('forecasts base and variants as `simulate` does', () => {
    expect(comparison.base).toEqual(simulate(model, REQUEST));
    expect(comparison.variants.map(({ id }) => id)).toEqual(['as it is', 'more', 'worse']);
    expect(comparison.variants[0]?.forecast).toEqual(comparison.base);
  });

  it('has differences whose means are the differences of the means, in every period', () => {
    for (const { forecast, difference } of comparison.variants) {
      const { base } = comparison;
      expect(difference.quarters).toHaveLength(base.quarters.length);
      expect(difference.years).toHaveLength(base.years.length);
      difference.quarters.forEach(({ mean }, index) => {
        const [after, before] = [forecast.quarters[index], base.quarters[index]];
        expect(mean).toBeCloseTo((after?.value.mean ?? NaN) - (before?.value.mean ?? NaN), 6);
      });
      expect(difference.years[0]?.mean).toBeCloseTo(
        (forecast.years[0]?.value.mean ?? NaN) - (base.years[0]?.value.mean ?? NaN),
        6,
      );
      const nextTwelve = forecast.nextTwelve.value.mean - base.nextTwelve.value.mean;
      expect(difference.nextTwelve.mean).toBeCloseTo(nextTwelve, 6);
    }
  });

  it('tells a variant without changes by nothing at all', () => {
    const { nextTwelve } = comparison.variants[0]?.difference ?? {};
    expect(Object.values(nextTwelve ?? { mean: 1 }).every((each) => each === 0)).toBe(true);
  });

  it('has far less chance in a difference than two runs of their own have', () => {
    const small = variantOf('small', change({ what: 'leads', kind: 'net', factor: 1.05 }));
    const [together] = compare(model, COSTING, [small]).variants;
    const [alone] = compare(model, COSTING, [small], { ...REQUEST, seed: 6 }).variants;
    if (together === undefined || alone === undefined) throw new Error('a variant is missing');
    const width = together.difference.nextTwelve.q90 - together.difference.nextTwelve.q10;
    const base = comparison.base.nextTwelve.value;
    // Independent runs differ by √2 times the spread of one.
    expect(width).toBeLessThan((Math.SQRT2 * (base.q90 - base.q10)) / 4);
    expect(together.difference.nextTwelve.q05).toBeGreaterThanOrEqual(0);
    expect(alone.difference.nextTwelve.mean / together.difference.nextTwelve.mean).toBeCloseTo(1, 0);
  });

  it('tells how far it is, and gives the same answer again', () => {
    const steps: number[] = [];
    const running = compareScenarios({ model, plan: COSTING }, variants, REQUEST);
    for (let step = running.next(); !step.done; step = running.next()) steps.push(step.value);
    expect(steps.every((done, index) => done > 0 && done <= 1 && done >= (steps[index - 1] ?? 0))).toBe(true);
    expect(compare(model, COSTING, variants)).toEqual(comparison);
  });

  it('works on a model without any months', () => {
    const none = modelOfPlan(COSTING, 0);
    expect(compare(none, COSTING, variants.slice(0, 2)).variants).toHaveLength(2);
  });
});

describe('baseModel', () => {
  const { fitted } = smallHistory();
  const onPlan = { leads: 'plan', closing: 'plan', value: 'plan' } as const;
  const plan = planWith({});
  const seedsAsPlanned = planWith({ seed: { ...plan.kinds.seed, basis: { ...onPlan, closing: 'history' } } });

  it('as the forecast has it: what `mix` makes', () => {
    expect(baseModel({ fitted }, seedsAsPlanned, 'asForecast').model).toEqual(mix(fitted, seedsAsPlanned));
  });

  it('of history: all parts of the kinds there are deals of, the others as in the forecast', () => {
    const { model } = baseModel({ fitted }, seedsAsPlanned, 'history');
    expect(model.kinds).toEqual(fitted.kinds);
    const withNets = planWith({
      seed: seedsAsPlanned.kinds.seed,
      net: { ...plan.kinds.net, basis: onPlan },
    });
    expect(baseModel({ fitted }, withNets, 'history').model.kinds.map(({ kind }) => kind)).toEqual([
      'seed',
      'net',
    ]);
  });

  it('of the plan alone: from the same day on, without open deals, with what has happened', () => {
    const { model, plan: based } = baseModel({ fitted }, plan, 'plan');
    expect(model.open).toEqual([]);
    expect(model.history).toBe(fitted.history);
    expect([model.start, model.months]).toEqual([fitted.start, fitted.months]);
    expect(model.kinds.map(({ kind }) => kind)).toEqual(['seed', 'net', 'spear']);
    expect(based.kinds.spear.basis).toEqual(onPlan);
  });

  it('of the plan alone has the costs that somebody has said', () => {
    const unsaid = { ...sure(1_000), from: 'default' as const };
    const cheap = planWith({ net: { ...plan.kinds.net, spendPerMonth: unsaid } });
    expect(baseModel({ fitted }, cheap, 'plan').model.costs).toEqual([]);
    expect(baseModel({ fitted }, plan, 'plan').model.costs).toHaveLength(1);
  });

  it('is the plan where there are no deals', () => {
    const options = { startDay: fitted.start, horizonMonths: 24, fiscalYearStart: 1, currency: 'EUR' };
    const bases = (['asForecast', 'plan', 'history'] as const).map(
      (base) => baseModel({ fitted: null, options }, plan, base).model,
    );
    expect(bases[1]).toEqual(bases[0]);
    expect(bases[2]).toEqual(bases[0]);
  });
});
