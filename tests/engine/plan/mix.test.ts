import { describe, expect, it } from 'vitest';
import { build, defaultPlan, dayFromDate, fit, mix, withAssumption } from '../../../src/engine';
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

  it('lets a kind that closes as planned keep the history’s rhythm until the plan draws one', () => {
    const drawn = { ...PLAN.season, quarter: [0.5, 1, 1.5] as const, quarterFrom: 'typed' as const };
    const netOf = (plan: Plan) => mix(fitted, plan).kinds.find(({ kind }) => kind === 'net');
    const closing = planWith('net', { closing: 'plan' });
    expect(netOf(closing)?.quarterRhythm).toBeUndefined();
    expect(netOf({ ...closing, season: drawn })?.quarterRhythm).toEqual([0.5, 1, 1.5]);
    expect(netOf({ ...planWith('net', { leads: 'plan' }), season: drawn })?.quarterRhythm).toBeUndefined();
    expect(mix(fitted, { ...closing, season: drawn }).quarterRhythm).toEqual(fitted.quarterRhythm);
  });

  it('has the plan’s value growth only where values are the plan’s', () => {
    const growing = {
      ...PLAN.kinds.net,
      valueGrowthPerYear: { value: 0.1, doubt: 'sure', from: 'typed' } as const,
    };
    const levelOf = (basis: Partial<KindPlan['basis']>) => {
      const net = { ...growing, basis: { ...growing.basis, ...basis } };
      const mixed = mix(fitted, { ...PLAN, kinds: { ...PLAN.kinds, net } });
      return mixed.kinds.find(({ kind }) => kind === 'net')?.level;
    };
    expect(levelOf({ value: 'plan' })?.wins).toEqual(fittedNet?.level?.wins);
    expect(levelOf({ value: 'plan' })?.value[11]).toBeCloseTo(1.1 ** (11 / 12), 9);
    expect(levelOf({ value: 'plan', leads: 'plan' })?.wins).toEqual([]);
    expect(levelOf({ leads: 'plan' })).toBeUndefined();
  });

  it('counts customers where leads are planned to be referred, or customers go on paying', () => {
    expect(mix(fitted, PLAN).customers).toBeNull();
    expect(mix(fitted, planWith('seed', { leads: 'plan' })).customers).toMatchObject({ active: 40 });
    const recurring = { ...PLAN.recurring, isOn: true };
    const paying = mix(fitted, { ...PLAN, recurring });
    expect(paying.customers).toMatchObject({ active: 40, monthlyChurn: 0.015 });
    expect(paying.recurring).toMatchObject({ monthsInDealValue: 12 });
  });

  it('has costs only of what somebody has said, for the kinds it has', () => {
    const said = withAssumption(PLAN, { kind: null, of: 'costPerSeller' }, { from: 'typed' });
    expect(mix(fitted, said).costs.map(({ kind }) => kind)).toEqual([null]);
    const spent = withAssumption(said, { kind: 'net', of: 'spendPerMonth' }, { from: 'typed' });
    const prospectors = withAssumption(spent, { kind: null, of: 'costPerProspector' }, { from: 'typed' });
    expect(mix(fitted, prospectors).costs.map(({ kind }) => kind)).toEqual(['net', null]);
  });
});
