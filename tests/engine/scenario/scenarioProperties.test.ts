import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  exactMean,
  simulate,
  type FunnelModel,
  type ScenarioChange,
} from '../../../src/engine';
import { COSTING, modelOfPlan } from '../goal/goalCases';
import { anyPlan } from '../plan/anyPlan';
import { anyModel, deepFreeze } from '../simulate/models';
import { anyChange } from './anyChange';
import { change, during, sum, valueByMonth } from './changeCases';

/** Every number of a model, by its place. */
function numbersOf(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(numbersOf);
}

const cases = fc.record({ model: anyModel, plan: anyPlan, changes: fc.array(anyChange, { maxLength: 5 }) });

describe('any changes of any model', () => {
  it('touch nothing they are given, give numbers everywhere, no chance above 1 and no leads below 0', () => {
    fc.assert(
      fc.property(cases, ({ model, plan, changes }) => {
        const sums = (of: FunnelModel) => of.open.map(({ winChance }) => sum(winChance));
        const { model: changed } = applyChanges(deepFreeze(model), deepFreeze(plan), deepFreeze(changes));
        expect(numbersOf(changed).every(Number.isFinite)).toBe(true);
        for (const total of sums(changed)) expect(total).toBeLessThanOrEqual(1 + 1e-9);
        for (const { winChance } of changed.open)
          for (const chance of winChance) expect(chance).toBeGreaterThanOrEqual(0);
        for (const { arrivals } of changed.kinds)
          for (const leads of arrivals.monthly) expect(leads).toBeGreaterThanOrEqual(0);
        for (const cost of changed.costs)
          for (const each of cost.monthly) expect(each).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 120 },
    );
  });

  it('make the same model in any order, to the last digit', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ model, plan, changes }, keys) => {
        const shuffled = changes
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ each }) => each);
        const made = applyChanges(model, plan, changes);
        const again = applyChanges(model, plan, shuffled);
        expect(again.model).toEqual(made.model);
        const byChange = (notes: typeof made.notes) => notes.map((note) => JSON.stringify(note)).sort();
        expect(byChange(again.notes)).toEqual(byChange(made.notes));
      }),
      { numRuns: 30 },
    );
  });

  it('simulate to numbers', () => {
    fc.assert(
      fc.property(cases, ({ model, plan, changes }) => {
        const forecast = simulate(applyChanges(model, plan, changes).model, { paths: 5, seed: 1 });
        expect(numbersOf(forecast).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['leads', 'winRate', 'value', 'days', 'spend', 'churn'] as const)(
    'simulate to numbers where as many as a variant can have change %s as far as they can',
    (what) => {
      const model = modelOfPlan(COSTING, 12);
      for (const factor of [0, 10]) {
        const most = Array.from({ length: 40 }, () =>
          change(
            what === 'spend' || what === 'churn' ? { what, factor } : { what, kind: 'all' as const, factor },
          ),
        );
        const forecast = simulate(applyChanges(model, COSTING, most).model, { paths: 20, seed: 1 });
        expect(numbersOf(forecast).every(Number.isFinite)).toBe(true);
      }
    },
  );

  it('that are all off or say nothing leave the very same model', () => {
    fc.assert(
      fc.property(cases, ({ model, plan, changes }) => {
        const off = changes.map((each): ScenarioChange => ({ ...each, isOn: false }));
        expect(applyChanges(model, plan, off)).toEqual({ model, notes: [] });
        expect(applyChanges(model, plan, off).model).toBe(model);
      }),
      { numRuns: 30 },
    );
  });
});

describe('more of what sells', () => {
  it.each(['leads', 'winRate', 'value'] as const)('%s never lowers the mean of any model', (what) => {
    const kind = fc.constantFrom('seed' as const, 'net' as const, 'all' as const);
    const factor = fc.double({ min: 1, max: 10, noNaN: true });
    const months = fc.constantFrom(null, 2);
    fc.assert(
      fc.property(anyModel, anyPlan, kind, factor, months, (model, plan, of, times, length) => {
        const [from = '2026-01'] = model.months;
        const more = change({ what, kind: of, factor: times }, during(from, length));
        const before = sum(valueByMonth(model));
        const after = sum(valueByMonth(applyChanges(model, plan, [more]).model));
        // A model's parameters are rounded to six digits.
        expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-5) - 1e-6);
      }),
      { numRuns: 80 },
    );
  });

  it('less churn never leaves fewer customers', () => {
    fc.assert(
      fc.property(anyModel, anyPlan, fc.double({ min: 0, max: 1, noNaN: true }), (model, plan, factor) => {
        const [from = '2026-01'] = model.months;
        const less = applyChanges(model, plan, [change({ what: 'churn', factor }, during(from, null))]).model;
        const before = exactMean(model).map(({ customers }) => customers ?? 0);
        exactMean(less).forEach(({ customers }, month) =>
          expect(customers ?? 0).toBeGreaterThanOrEqual((before[month] ?? NaN) * (1 - 1e-5)),
        );
      }),
      { numRuns: 30 },
    );
  });
});
