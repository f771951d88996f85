import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  EVIDENCE,
  SHOCK_RULES,
  shockChanges,
  SHOCKS,
  type ScenarioChange,
} from '../../../src/engine';
import { SCENARIO_LIMITS } from '../../../src/workspace/limits';
import { COSTING, modelOfPlan } from '../goal/goalCases';
import { sum, valueByMonth } from './changeCases';

const gist = (changes: readonly ScenarioChange[]) =>
  changes.map(({ id: _id, isOn: _isOn, shock: _shock, from: _from, months: _months, ...what }) => what);

describe('ready-made changes', () => {
  it.each(SHOCKS)(
    '%s says how strong, how long and on what evidence it is, within what a workspace may hold',
    (shock) => {
      const { strength, months, evidence } = SHOCK_RULES[shock];
      expect(strength.min).toBeLessThanOrEqual(strength.usual);
      expect(strength.usual).toBeLessThanOrEqual(strength.max);
      expect(months === null || (months >= 1 && months <= SCENARIO_LIMITS.months.max)).toBe(true);
      expect(evidence.length).toBeGreaterThan(0);
      for (const code of evidence) expect(code in EVIDENCE).toBe(true);
      for (const at of [strength.min, strength.usual, strength.max, -1e9, 1e9]) {
        const changes = shockChanges(shock, at, '2026-03', months);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        for (const change of changes) {
          expect(change).toMatchObject({ isOn: true, from: '2026-03', months, shock });
          if ('factor' in change) {
            expect(change.factor).toBeGreaterThanOrEqual(SCENARIO_LIMITS.factor.min);
            expect(change.factor).toBeLessThanOrEqual(SCENARIO_LIMITS.factor.max);
            expect(Number(change.factor.toFixed(3))).toBe(change.factor);
          }
        }
      }
    },
  );

  it('mean what they say', () => {
    const at = (shock: (typeof SHOCKS)[number], strength: number) =>
      gist(shockChanges(shock, strength, '2026-03', null));
    expect(at('downturn', 0.2)).toEqual([
      { what: 'leads', kind: 'all', factor: 0.8 },
      { what: 'winRate', kind: 'all', factor: 0.9 },
      { what: 'days', kind: 'all', factor: 1.1 },
    ]);
    // 0.9^0.26 and 1.05^−2.62.
    expect(at('priceCutByCompetitor', 0.1)).toEqual([{ what: 'winRate', kind: 'all', factor: 0.973 }]);
    expect(at('priceRise', 0.05)).toEqual([
      { what: 'value', kind: 'all', factor: 1.05 },
      { what: 'winRate', kind: 'all', factor: 0.88 },
    ]);
    expect(at('bonusBackfires', 0.07)).toEqual([{ what: 'value', kind: 'all', factor: 0.93 }]);
    expect(at('biggestDealLost', 2)).toEqual([{ what: 'loseBiggestDeals', deals: 2 }]);
    expect(at('sellerLeaves', 0.25)).toEqual([{ what: 'winRate', kind: 'all', factor: 0.875 }]);
    expect(at('churnHalves', 0.5)).toEqual([{ what: 'churn', factor: 0.5 }]);
    expect(at('campaign', 0.5)).toEqual([{ what: 'spend', factor: 1.5 }]);
    expect(at('seasonalPeak', 0.3)).toEqual([{ what: 'leads', kind: 'all', factor: 1.3 }]);
    expect(at('hiringFreeze', 1)).toEqual([{ what: 'hiringFreeze' }]);
  });

  it('take ids of one’s own', () => {
    const ids = shockChanges('downturn', 0.2, '2026-03', null, (index) => `mine ${index}`).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['mine 0', 'mine 1', 'mine 2']);
  });

  it('lower what a downturn, a lost seller, a price cut and a bad bonus would lower', () => {
    const model = modelOfPlan(COSTING, 12);
    const before = sum(valueByMonth(model));
    for (const shock of [
      'downturn',
      'sellerLeaves',
      'priceCutByCompetitor',
      'bonusBackfires',
      'priceRise',
    ] as const) {
      const { strength, months } = SHOCK_RULES[shock];
      const { model: changed } = applyChanges(
        model,
        COSTING,
        shockChanges(shock, strength.usual, '2026-01', months),
      );
      expect(sum(valueByMonth(changed))).toBeLessThan(before);
    }
  });
});
