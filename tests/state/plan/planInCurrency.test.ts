import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import { withFigure } from '../../../src/state/plan/figures';
import { planInCurrency } from '../../../src/state/plan/planInCurrency';

describe('planInCurrency', () => {
  it('moves defaults to the new currency and keeps what was typed', () => {
    const typed = withFigure(defaultPlan('SEK'), 'net', { of: 'dealValue' }, { value: 123 });
    const { kinds } = planInCurrency(typed, 'SEK', 'EUR');
    expect(kinds.net.dealValue.value).toBe(123);
    expect(kinds.seed).toEqual(defaultPlan('EUR').kinds.seed);
    expect(kinds.spear).toEqual(defaultPlan('EUR').kinds.spear);
  });

  it('gives the same plan where nothing is to change', () => {
    const plan = defaultPlan('SEK');
    expect(planInCurrency(plan, 'SEK', 'SEK')).toBe(plan);
  });
});
