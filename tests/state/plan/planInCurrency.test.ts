import { describe, expect, it } from 'vitest';
import { defaultPlan, withAssumption } from '../../../src/engine';
import { planInCurrency } from '../../../src/state/plan/planInCurrency';

describe('planInCurrency', () => {
  it('moves defaults to the new currency and keeps what was typed', () => {
    const place = { kind: 'net', of: 'dealValue' } as const;
    const typed = withAssumption(defaultPlan('SEK'), place, { value: 123, from: 'typed' });
    const { kinds, company } = planInCurrency(typed, 'EUR');
    expect(kinds.net.dealValue.value).toBe(123);
    expect(kinds.seed).toEqual(defaultPlan('EUR').kinds.seed);
    expect(kinds.spear).toEqual(defaultPlan('EUR').kinds.spear);
    expect(company).toEqual(defaultPlan('EUR').company);
    expect(kinds.net.spendPerMonth).toEqual(defaultPlan('EUR').kinds.net.spendPerMonth);
  });

  it('gives the same plan where nothing is to change', () => {
    const plan = defaultPlan('SEK');
    expect(planInCurrency(plan, 'SEK')).toBe(plan);
  });
});
