import { describe, expect, it } from 'vitest';
import { build, defaultPlan, dayFromDate, fit, mix } from '../../../src/engine';
import type { Basis, KindPlan, Plan, PlannedKind } from '../../../src/engine';
import { simulateDeals } from '../fit/simulatedDeals';

const DATA_DAY = dayFromDate(2025, 6, 30) ?? 0;
const DEALS = simulateDeals(
  [
    { kind: 'net', leadsPerDay: 2, wonPerDay: 0.005, lostPerDay: 0.015, value: 500 },
    { kind: 'unsorted', leadsPerDay: 1, wonPerDay: 0.01, lostPerDay: 0.01, value: 500 },
  ],
  DATA_DAY,
  600,
  1,
);
const OPTIONS = { horizonMonths: 12, fiscalYearStart: 1, currency: 'SEK' };
const { model: fitted } = fit(DEALS, { ...OPTIONS, dataDay: DATA_DAY });
const PLAN = defaultPlan('SEK');
const built = build({ ...PLAN, isRunning: false }, { ...OPTIONS, startDay: DATA_DAY + 1 });

function planWith(kind: PlannedKind, basis: Partial<KindPlan['basis']>): Plan {
  const changed = { ...PLAN.kinds[kind], basis: { ...PLAN.kinds[kind].basis, ...basis } };
  return { ...PLAN, kinds: { ...PLAN.kinds, [kind]: changed } };
}

describe('mix(fitted, plan)', () => {
  const fittedNet = fitted.kinds.find(({ kind }) => kind === 'net');
  const builtNet = built.kinds.find(({ kind }) => kind === 'net');

  it('is the fit itself where everything rests on history', () => {
    expect(mix(fitted, PLAN)).toEqual(fitted);
  });

  it.each<[keyof KindPlan['basis'], 'arrivals' | 'closing' | 'value']>([
    ['leads', 'arrivals'],
    ['closing', 'closing'],
    ['value', 'value'],
  ])('takes %s from the plan alone when its basis says so', (part, field) => {
    const basis: Basis = 'plan';
    const mixed = mix(fitted, planWith('net', { [part]: basis }));
    const net = mixed.kinds.find(({ kind }) => kind === 'net');
    // The factors on wins correct leads and closing together; those on values, values.
    const level = part === 'value' ? { level: { wins: fittedNet?.level?.wins, value: [] } } : {};
    const { level: _, ...withoutLevel } = fittedNet!;
    expect(net).toEqual({ ...withoutLevel, [field]: builtNet?.[field], ...level });
    expect(mixed).toEqual({ ...fitted, kinds: mixed.kinds });
  });

  it('brings no earlier leads: those are listed as open deals', () => {
    const mixed = mix(fitted, { ...planWith('net', { leads: 'plan' }), isRunning: true });
    expect(mixed.kinds.every(({ arrivals }) => arrivals.before.length === 0)).toBe(true);
    expect(mixed.open).toBe(fitted.open);
  });

  it('leaves out a kind without deals, and takes it wholly from the plan where its leads are planned', () => {
    expect(mix(fitted, PLAN).kinds.map(({ kind }) => kind)).toEqual(['net', 'unsorted']);
    const mixed = mix(fitted, planWith('spear', { leads: 'plan' }));
    expect(mixed.kinds.map(({ kind }) => kind)).toEqual(['net', 'spear', 'unsorted']);
    expect(mixed.kinds[1]).toEqual(built.kinds.find(({ kind }) => kind === 'spear'));
  });
});
