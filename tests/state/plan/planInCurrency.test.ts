import { describe, expect, it } from 'vitest';
import { defaultPlan, withAssumption } from '../../../src/engine';
import { planInCurrency, plansInCurrency } from '../../../src/state/plan/planInCurrency';
import { bookWith } from '../../../src/workspace/planBook';

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

describe('plansInCurrency', () => {
  const others = { id: 'b', name: 'Bold', plan: defaultPlan('SEK') };
  const plans = [{ id: 'a', name: '', plan: defaultPlan('EUR') }, others];
  const book = { ...bookWith(defaultPlan('EUR')), active: 'a', plans };

  it('changes every plan, not only the one in use', () => {
    const { active, plans } = plansInCurrency(book, 'EUR');
    expect(active).toBe('a');
    expect(plans).toEqual([book.plans[0], { ...others, plan: defaultPlan('EUR') }]);
    expect(plans[0]).toBe(book.plans[0]);
  });

  it('gives the same book where nothing is to change', () => {
    const settled = plansInCurrency(book, 'EUR');
    expect(plansInCurrency(settled, 'EUR')).toBe(settled);
  });
});
