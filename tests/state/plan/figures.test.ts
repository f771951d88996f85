import { describe, expect, it } from 'vitest';
import { ASSUMPTION_RULES, defaultPlan, type AssumptionName } from '../../../src/engine';
import { fieldOf, shownValue, storedValue } from '../../../src/state/plan/figureField';
import { withBasis } from '../../../src/state/plan/figures';
import { deepFreeze } from './deepFreeze';

const plan = deepFreeze(defaultPlan('SEK'));

describe('withBasis', () => {
  it('sets only the named parts of the named kind', () => {
    const changed = withBasis(plan, 'seed', ['closing'], 'plan');
    expect(changed.kinds.seed.basis).toEqual({ leads: 'history', closing: 'plan', value: 'history' });
    expect(changed.kinds.net).toBe(plan.kinds.net);
  });
});

describe('fieldOf', () => {
  it('lets every stop of a slider be stored', () => {
    for (const currency of ['SEK', 'EUR', 'JPY', 'IDR']) {
      for (const name of Object.keys(ASSUMPTION_RULES) as AssumptionName[]) {
        const field = fieldOf(name, currency);
        expect(field.stops[0]).toBeGreaterThanOrEqual(field.min);
        expect(field.stops.at(-1)).toBeLessThanOrEqual(field.max);
      }
    }
  });

  it('covers the default deal values with room on both sides', () => {
    for (const currency of ['SEK', 'EUR', 'JPY', 'IDR']) {
      const { stops } = fieldOf('dealValue', currency);
      const { seed, spear } = defaultPlan(currency).kinds;
      expect(stops[1]).toBeLessThan(seed.dealValue.value / 5);
      expect(stops.at(-1)).toBeGreaterThan(spear.dealValue.value * 3);
      expect(stops.length).toBeLessThan(220);
    }
  });
});

describe('shownValue and storedValue', () => {
  it('shows shares as per cent without rounding dust, and back', () => {
    const field = fieldOf('conversion', 'SEK');
    expect(shownValue(0.14, field)).toBe(14);
    expect(storedValue(14.1, field)).toBe(0.141);
    const days = fieldOf('days', 'SEK');
    expect(storedValue(14.5, days)).toBe(14.5);
  });
});
