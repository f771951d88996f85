import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASSUMPTION_RULES,
  assumptionAt,
  defaultPlan,
  isSamePlace,
  partOf,
  placeKey,
  placesOf,
  withAssumption,
} from '../../../src/engine';
import { fieldOf, storedValue } from '../../../src/state/plan/figureField';
import { parseFigure } from '../../../src/state/plan/parseFigure';
import { bookWith } from '../../../src/workspace/planBook';
import { restore } from '../../../src/workspace/restore';
import { deepFreeze } from '../../state/plan/deepFreeze';
import { anyPlan } from './anyPlan';

const plan = deepFreeze(defaultPlan('SEK'));
const places = placesOf(plan);
const anyPlace = fc.constantFrom(...places);

/** Every object in a plan that is an assumption, found by its shape. */
function assumptionsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('doubt' in value && 'value' in value) return [value];
  return Object.values(value).flatMap(assumptionsIn);
}

describe('placesOf(plan)', () => {
  it('names every assumption of any plan once', () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        const found = placesOf(any).map((place) => assumptionAt(any, place));
        expect(new Set(found)).toEqual(new Set(assumptionsIn(any)));
        const keys = placesOf(any).map(placeKey);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBe(assumptionsIn(any).length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('placeKey(place)', () => {
  it('reads as a path', () => {
    expect(placeKey({ kind: 'net', of: 'conversion', index: 2 })).toBe('net.conversion.2');
    expect(placeKey({ kind: null, of: 'sellers' })).toBe('company.sellers');
    expect(isSamePlace({ kind: null, of: 'sellers' }, { of: 'sellers', kind: null })).toBe(true);
    expect(isSamePlace({ kind: 'net', of: 'days', index: 0 }, { kind: 'net', of: 'days', index: 1 })).toBe(
      false,
    );
  });
});

describe('withAssumption(plan, place, patch)', () => {
  it('changes the one figure and nothing else', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const changed = withAssumption(plan, place, { value: 0.123 });
        expect(assumptionAt(changed, place)?.value).toBe(0.123);
        const before = assumptionAt(plan, place)?.value ?? NaN;
        expect(withAssumption(changed, place, { value: before })).toEqual(plan);
      }),
    );
  });

  it('changes the doubt and keeps the value', () => {
    const leads = withAssumption(plan, { kind: 'net', of: 'leadsPerMonth' }, { doubt: 'sure' });
    expect(leads.kinds.net.leadsPerMonth).toEqual({ ...plan.kinds.net.leadsPerMonth, doubt: 'sure' });
  });

  it('leaves the plan as it is where there is no such stage or month, or nothing changes', () => {
    expect(withAssumption(plan, { kind: 'seed', of: 'days', index: 9 }, { value: 1 })).toBe(plan);
    expect(withAssumption(plan, { kind: 'spear', of: 'ramp', index: 9 }, { value: 1 })).toBe(plan);
    expect(assumptionAt(plan, { kind: 'seed', of: 'days', index: 9 })).toBeNull();
    expect(withAssumption(plan, { kind: 'net', of: 'dealValue' }, { doubt: 'guess' })).toBe(plan);
  });

  it('keeps the plan one that may be stored, whatever is typed into a field', () => {
    fc.assert(
      fc.property(anyPlace, fc.oneof(fc.string(), fc.double().map(String)), (place, text) => {
        const field = fieldOf(place.of, 'SEK');
        const parsed = parseFigure(text, field, { language: 'en', decimalMark: '.' });
        if (!parsed.ok) return;
        const changed = withAssumption(plan, place, { value: storedValue(parsed.value, field) });
        expect(restore('plan', bookWith(changed))).toEqual({ ok: true, value: bookWith(changed) });
      }),
    );
  });
});

describe('partOf(place)', () => {
  it('says which part of the forecast a figure belongs to, and which belong to none', () => {
    expect(partOf({ kind: 'seed', of: 'days', index: 0 })).toBe('closing');
    expect(partOf({ kind: 'spear', of: 'ramp', index: 0 })).toBe('leads');
    expect(partOf({ kind: 'net', of: 'discount' })).toBe('value');
    expect(partOf({ kind: 'net', of: 'costPerLead' })).toBeNull();
    const ofCompany = places.filter(({ kind }) => kind === null);
    expect(ofCompany.map(partOf).every((part) => part === null)).toBe(true);
  });

  it('has limits around every default', () => {
    for (const place of places) {
      const { min, max } = ASSUMPTION_RULES[place.of];
      const value = assumptionAt(plan, place)?.value;
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  });
});
