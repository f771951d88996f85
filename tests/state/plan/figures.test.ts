import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan, PLANNED_KINDS } from '../../../src/engine';
import { fieldOf, shownValue, storedValue } from '../../../src/state/plan/figureField';
import { figureAt, partOf, withBasis, withFigure, type Place } from '../../../src/state/plan/figures';
import { parseFigure } from '../../../src/state/plan/parseFigure';
import { restore } from '../../../src/workspace/restore';
import { deepFreeze } from './deepFreeze';

const plan = deepFreeze(defaultPlan('SEK'));

const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>(
    { of: 'leadsPerMonth' },
    { of: 'growthPerMonth' },
    { of: 'dealValue' },
    { of: 'valueVariation' },
  ),
  fc.record({
    of: fc.constantFrom('conversion', 'days' as const),
    stage: fc.integer({ min: 0, max: 3 }),
  }) as fc.Arbitrary<Place>,
);
const anyKind = fc.constantFrom(...PLANNED_KINDS);

describe('withFigure', () => {
  it('changes the one figure and nothing else', () => {
    fc.assert(
      fc.property(anyKind, anyPlace, (kind, place) => {
        const changed = withFigure(plan, kind, place, { value: 0.123 });
        expect(figureAt(changed.kinds[kind], place)?.value).toBe(0.123);
        const before = figureAt(plan.kinds[kind], place)?.value ?? NaN;
        expect(withFigure(changed, kind, place, { value: before })).toEqual(plan);
      }),
    );
  });

  it('changes the doubt and keeps the value; the spread of deal values has no doubt', () => {
    const leads = withFigure(plan, 'net', { of: 'leadsPerMonth' }, { doubt: 'sure' });
    expect(leads.kinds.net.leadsPerMonth).toEqual({ ...plan.kinds.net.leadsPerMonth, doubt: 'sure' });
    expect(withFigure(plan, 'net', { of: 'valueVariation' }, { doubt: 'sure' })).toBe(plan);
  });

  it('leaves the plan as it is where there is no such stage', () => {
    expect(withFigure(plan, 'seed', { of: 'days', stage: 9 }, { value: 1 })).toBe(plan);
    expect(figureAt(plan.kinds.seed, { of: 'days', stage: 9 })).toBeNull();
  });

  it('keeps the plan one that may be stored, whatever is typed into a field', () => {
    fc.assert(
      fc.property(anyKind, anyPlace, fc.oneof(fc.string(), fc.double().map(String)), (kind, place, text) => {
        const field = fieldOf(place, 'SEK');
        const parsed = parseFigure(text, field, '.');
        if (!parsed.ok) return;
        const changed = withFigure(plan, kind, place, { value: storedValue(parsed.value, field) });
        expect(restore('plan', changed)).toEqual({ ok: true, value: changed });
      }),
    );
  });
});

describe('withBasis', () => {
  it('sets only the named parts of the named kind', () => {
    const changed = withBasis(plan, 'seed', [partOf({ of: 'days', stage: 0 })], 'plan');
    expect(changed.kinds.seed.basis).toEqual({ leads: 'history', closing: 'plan', value: 'history' });
    expect(changed.kinds.net).toBe(plan.kinds.net);
  });
});

describe('fieldOf', () => {
  it('lets every stop of a slider be stored', () => {
    for (const currency of ['SEK', 'EUR', 'JPY', 'IDR']) {
      for (const of of ['leadsPerMonth', 'growthPerMonth', 'dealValue', 'valueVariation'] as const) {
        const field = fieldOf({ of }, currency);
        expect(field.stops[0]).toBeGreaterThanOrEqual(field.min);
        expect(field.stops.at(-1)).toBeLessThanOrEqual(field.max);
      }
    }
  });

  it('covers the default deal values with room on both sides', () => {
    for (const currency of ['SEK', 'EUR', 'JPY', 'IDR']) {
      const { stops } = fieldOf({ of: 'dealValue' }, currency);
      const { seed, spear } = defaultPlan(currency).kinds;
      expect(stops[1]).toBeLessThan(seed.dealValue.value / 5);
      expect(stops.at(-1)).toBeGreaterThan(spear.dealValue.value * 3);
      expect(stops.length).toBeLessThan(220);
    }
  });
});

describe('shownValue and storedValue', () => {
  it('shows shares as per cent without rounding dust, and back', () => {
    const field = fieldOf({ of: 'conversion', stage: 0 }, 'SEK');
    expect(shownValue(0.14, field)).toBe(14);
    expect(storedValue(14.1, field)).toBe(0.141);
    const days = fieldOf({ of: 'days', stage: 0 }, 'SEK');
    expect(storedValue(14.5, days)).toBe(14.5);
  });
});
