import { describe, expect, it } from 'vitest';
import { defaultPlan, SHOCK_RULES, SHOCKS } from '../../../src/engine';
import { changesOf, firstChoice, shockField } from '../../../src/state/scenarios/shockChoice';
import { storedValue } from '../../../src/state/plan/figureField';
import { sampleForecast } from '../../ui/forecast/sampleForecast';

const plan = defaultPlan('SEK');

describe('a ready-made change as it is offered', () => {
  it.each(SHOCKS)('%s starts within its limits and makes changes that say where they come from', (shock) => {
    const choice = firstChoice(shock, sampleForecast(), plan);
    if (!choice) throw new Error('the forecast has months');
    const { min, max } = SHOCK_RULES[shock].strength;
    expect(choice.strength).toBeGreaterThanOrEqual(min);
    expect(choice.strength).toBeLessThanOrEqual(max);
    const changes = changesOf(shock, choice);
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

  it('takes a seller to be one of those the plan has', () => {
    const sellers = { ...plan.company.sellers, value: 8 };
    const withSellers = { ...plan, company: { ...plan.company, sellers } };
    expect(firstChoice('sellerLeaves', sampleForecast(), withSellers)?.strength).toBe(0.13);
  });

  it('begins a season in the month with most leads a day', () => {
    const forecast = sampleForecast();
    const months = forecast.months.map((month) =>
      month.from === '2027-04'
        ? { ...month, kinds: month.kinds.map((kind) => ({ ...kind, leads: 20 })) }
        : month,
    );
    expect(firstChoice('seasonalPeak', { ...forecast, months }, plan)?.from).toBe('2027-04');
  });

  it('is not offered where nothing is forecast', () => {
    expect(firstChoice('downturn', sampleForecast({ months: [] }), plan)).toBeNull();
  });
});
