import { describe, expect, it } from 'vitest';
import { monthsToComeBack, monthsToCover, paybackOf, payingOf } from '../../../src/engine/budget/payback';
import { modelOf } from '../simulate/models';

const ONCE = { recurring: null, delayDays: 0 };
/** A deal of 1,200 pays 100 a month, of which a tenth is lost every month. */
const LOSING = { recurring: { perValue: 1 / 12, keptPerMonth: 0.9 }, delayDays: 0 };
const STAYING = { recurring: { perValue: 1 / 12, keptPerMonth: 1 }, delayDays: 0 };

describe('monthsToCover', () => {
  it('is 0 for what is sold once and covers its cost, and null where it never does', () => {
    expect(monthsToCover(100, 100, ONCE)).toBe(0);
    expect(monthsToCover(101, 100, ONCE)).toBeNull();
  });

  it('counts whole payments of customers who stay', () => {
    expect(monthsToCover(100, 1_200, STAYING)).toBe(1);
    expect(monthsToCover(101, 1_200, STAYING)).toBe(2);
    expect(monthsToCover(1_200, 1_200, STAYING)).toBe(12);
  });

  it('counts what churn leaves: 100 + 90 + 81 = 271, and 1,000 is never passed', () => {
    expect(monthsToCover(271, 1_200, LOSING)).toBe(3);
    expect(monthsToCover(271.5, 1_200, LOSING)).toBe(4);
    expect(monthsToCover(1_001, 1_200, LOSING)).toBeNull();
  });

  it('takes expansion on what is left: 0.9 × 1.05 a month', () => {
    const paying = payingOf(
      modelOf({
        customers: { active: 1, monthlyChurn: 0.1, activeDoubt: 0, churnDoubt: 0 },
        recurring: {
          today: 0,
          todayDoubt: 0,
          monthsInDealValue: 12,
          monthlyExpansion: 0.05,
          expansionDoubt: 0,
        },
      }),
      30,
    );
    expect(paying.recurring?.keptPerMonth).toBeCloseTo(0.945, 12);
    // 100 + 94.5 + 89.3025 = 283.8025
    expect(monthsToCover(283.8, 1_200, paying)).toBe(3);
    expect(monthsToCover(284, 1_200, paying)).toBe(4);
  });
});

describe('monthsToComeBack', () => {
  const cohort = { leads: 10, cost: 100, wins: [0, 0.5, 1], value: [0, 50, 100] };

  it('counts from the spending to the month in which the money is there, and the payment delay on top', () => {
    // 50 by the end of the second month, the other 50 half way through the third.
    expect(monthsToComeBack([cohort], ONCE)).toBeCloseTo(2.5, 12);
    expect(monthsToComeBack([cohort], { ...ONCE, delayDays: 365.25 / 12 })).toBeCloseTo(3.5, 12);
  });

  it('takes cohorts together by age', () => {
    const second = { leads: 5, cost: 60, wins: [0, 0, 1], value: [0, 0, 120] };
    // 160 spent; 50 after two months, 220 in the third: half of them are the 110 that are missing.
    expect(monthsToComeBack([cohort, second], ONCE)).toBeCloseTo(2.5, 12);
  });

  it('adds up monthly payments of customers who go on paying', () => {
    const paid = { leads: 1, cost: 250, wins: [1, 0, 0, 0], value: [1_200, 0, 0, 0] };
    expect(monthsToComeBack([paid], STAYING)).toBeCloseTo(2.5, 12);
    expect(monthsToComeBack([{ ...paid, cost: 401 }], STAYING)).toBeNull();
  });

  it('is null without a cost', () => {
    expect(monthsToComeBack([{ ...cohort, cost: 0 }], ONCE)).toBeNull();
    expect(monthsToComeBack([], ONCE)).toBeNull();
    expect(paybackOf([{ ...cohort, wins: [0], value: [0] }], ONCE)).toBeNull();
  });
});
