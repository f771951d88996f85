import { describe, expect, it } from 'vitest';
import { dayFromDate, defaultPlan, SHOCK_RULES, SHOCKS } from '../../../src/engine';
import {
  changesOf,
  firstChoice,
  payOfSeller,
  sellersOf,
  shockField,
} from '../../../src/state/scenarios/shockChoice';
import { storedValue } from '../../../src/state/plan/figureField';
import { sampleForecast } from '../../ui/forecast/sampleForecast';

const plan = defaultPlan('SEK');
const today = dayFromDate(2026, 11, 23) ?? 0;

describe('a ready-made change as it is offered', () => {
  it.each(SHOCKS)('%s starts within its limits and makes changes that say where they come from', (shock) => {
    const choice = firstChoice(shock, sampleForecast(), today, null);
    if (!choice) throw new Error('the forecast has months');
    const { min, max } = SHOCK_RULES[shock].strength;
    expect(choice.strength).toBeGreaterThanOrEqual(min);
    expect(choice.strength).toBeLessThanOrEqual(max);
    const changes = changesOf(shock, choice, null);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change).toMatchObject({ shock, isOn: true, from: choice.from });
  });

  it.each(SHOCKS)('%s can be slid to every stop within its limits', (shock) => {
    const field = shockField(shock);
    const { min, max } = SHOCK_RULES[shock].strength;
    for (const stop of field?.stops ?? []) {
      const stored = field ? storedValue(stop, field) : min;
      expect(stored).toBeGreaterThanOrEqual(min);
      expect(stored).toBeLessThanOrEqual(max);
    }
    const stops = [...(field?.stops ?? [])];
    expect(stops).toEqual([...new Set(stops)].sort((one, other) => one - other));
  });

  it('takes a seller to be one of those of the deals, else of a plan that tells, and knows none by default', () => {
    const typed = { ...plan.company.sellers, value: 8, from: 'typed' as const };
    const told = { ...plan, company: { ...plan.company, sellers: typed } };
    expect(sellersOf(5, told, false)).toEqual({ count: 5, from: 'deals' });
    expect(sellersOf(null, told, false)).toEqual({ count: 8, from: 'plan' });
    expect(sellersOf(0, plan, false)).toBeNull();
    // A forecast of the plan alone is made of its defaults.
    expect(sellersOf(null, plan, true)).toEqual({
      count: Math.round(plan.company.sellers.value),
      from: 'plan',
    });
    expect(firstChoice('sellerLeaves', sampleForecast(), today, { count: 8, from: 'deals' })?.strength).toBe(
      0.13,
    );
    expect(firstChoice('sellerLeaves', sampleForecast(), today, null)?.strength).toBe(
      SHOCK_RULES.sellerLeaves.strength.usual,
    );
  });

  it('pays a seller who has left no more, where somebody has said what one costs', () => {
    const choice = { strength: 0.2, from: '2026-12' as const, months: 6 };
    const pay = payOfSeller(plan, true);
    expect(pay).toBe(plan.company.costPerSeller.value);
    expect(payOfSeller(plan, false)).toBeNull();
    expect(changesOf('sellerLeaves', choice, pay)).toMatchObject([
      { what: 'winRate' },
      { what: 'cost', kind: null, perMonth: -(pay ?? NaN), from: '2026-12' as const, months: 6 },
    ]);
    expect(changesOf('sellerLeaves', choice, null)).toHaveLength(1);
    expect(changesOf('downturn', choice, pay).some(({ what }) => what === 'cost')).toBe(false);
  });

  it('begins in a month to come, however early the forecast began', () => {
    const later = dayFromDate(2027, 2, 10) ?? 0;
    expect(firstChoice('downturn', sampleForecast(), later, null)?.from).toBe('2027-03');
    const last = sampleForecast().months.at(-1)?.from;
    expect(firstChoice('downturn', sampleForecast(), dayFromDate(2040, 1, 1) ?? 0, null)?.from).toBe(last);
  });

  it('begins a season in the month with most leads a day', () => {
    const forecast = sampleForecast();
    const months = forecast.months.map((month) =>
      month.from === '2027-04'
        ? { ...month, kinds: month.kinds.map((kind) => ({ ...kind, leads: 20 })) }
        : month,
    );
    expect(firstChoice('seasonalPeak', { ...forecast, months }, today, null)?.from).toBe('2027-04');
  });

  it('is not offered where nothing is forecast', () => {
    expect(firstChoice('downturn', sampleForecast({ months: [] }), today, null)).toBeNull();
  });
});
