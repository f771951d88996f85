import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  splitByChange,
  type FunnelModel,
  type Plan,
  type ScenarioChange,
} from '../../../src/engine';
import { COSTING, modelOfPlan } from '../goal/goalCases';
import { anyPlan } from '../plan/anyPlan';
import { planWith } from '../plan/surePlan';
import { anyModel, kindOf, modelOf, stages } from '../simulate/models';
import { anyChange } from './anyChange';
import { change, costByMonth, during, finish, sum, valueByMonth } from './changeCases';

const split = (model: FunnelModel, plan: Plan, changes: readonly ScenarioChange[]) =>
  finish(splitByChange(model, plan, changes));

/** Parts by month, and what all changes make together. */
function checkSum(model: FunnelModel, plan: Plan, changes: readonly ScenarioChange[]): void {
  const parts = split(model, plan, changes);
  const changed = applyChanges(model, plan, changes).model;
  const check = (of: (each: FunnelModel) => number[], pick: 'value' | 'cost'): void => {
    const [before, after] = [of(model), of(changed)];
    after.forEach((value, month) => {
      const whole = value - (before[month] ?? NaN);
      const together = sum(parts.map((part) => part[pick][month] ?? NaN));
      // Floating point: of all the amounts that were added and taken off again.
      const size = Math.max(1, Math.abs(value), ...parts.map((part) => Math.abs(part[pick][month] ?? NaN)));
      expect(Math.abs(together - whole)).toBeLessThanOrEqual(1e-9 * size);
    });
  };
  check(valueByMonth, 'value');
  check(costByMonth, 'cost');
}

describe('what each change contributes', () => {
  const leads = change({ what: 'leads', kind: 'seed', factor: 2 });
  const winRate = change({ what: 'winRate', kind: 'seed', factor: 1.5 });
  // Won at once: 10 × 0.2 × 100 a month, to the last day.
  const model = modelOf({ count: 2, kinds: [kindOf('seed', [10, 10], stages([0.2, 0]), 100)] });
  const plan = planWith({});

  it('is worked by hand for two changes that multiply', () => {
    const parts = split(model, plan, [leads, winRate]);
    // 200 become 600: leads add 200 or 300, the win rate 100 or 200, by which comes first.
    expect(parts.map(({ changeId }) => changeId)).toEqual([leads.id, winRate.id]);
    expect(parts[0]?.value[1]).toBeCloseTo(250, 6);
    expect(parts[1]?.value[1]).toBeCloseTo(150, 6);
  });

  it('does not depend on the order of the changes', () => {
    const one = split(model, plan, [leads, winRate]);
    const other = split(model, plan, [winRate, leads]);
    expect(other.map(({ value }) => value)).toEqual([one[1]?.value, one[0]?.value]);
  });

  it('leaves out changes that are off, and is nothing for those outside the forecast', () => {
    const off: ScenarioChange = { ...winRate, isOn: false };
    const late = change({ what: 'leads', kind: 'all', factor: 3 }, during('2027-05', null));
    const parts = split(model, plan, [off, late, leads]);
    expect(parts.map(({ changeId }) => changeId)).toEqual([late.id, leads.id]);
    expect(parts[0]?.value).toEqual([0, 0]);
    expect(sum(parts[1]?.value ?? [])).toBeCloseTo(400, 6);
  });

  it('adds up in any model with any changes', { timeout: 20_000 }, () => {
    fc.assert(fc.property(anyModel, anyPlan, fc.array(anyChange, { maxLength: 4 }), checkSum), {
      numRuns: 25,
    });
  });

  it('adds up for more changes than all orders can be gone through, and is the same each time', () => {
    const company = modelOfPlan(COSTING, 6);
    const many = Array.from({ length: 11 }, (_, index) =>
      change(
        index % 3 === 0
          ? { what: 'spend', factor: 1 + index / 20 }
          : { what: index % 2 === 0 ? 'leads' : 'winRate', kind: 'all', factor: 1.02 + index / 100 },
        during('2026-01', index + 1),
      ),
    );
    checkSum(company, COSTING, many);
    expect(split(company, COSTING, many)).toEqual(split(company, COSTING, many));
  });
});
