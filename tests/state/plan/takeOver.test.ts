import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import { PLAN_PARTS, withBasis } from '../../../src/state/plan/figures';
import { kindYield } from '../../../src/state/plan/kindYield';
import { takeOverPart } from '../../../src/state/plan/takeOver';
import { bookWith } from '../../../src/workspace/planBook';
import { restore } from '../../../src/workspace/restore';
import { deepFreeze } from './deepFreeze';
import { historyOf, kindHistory } from './kindHistory';

const plan = deepFreeze(defaultPlan('SEK'));
const net = kindHistory();
const history = deepFreeze(historyOf(net));

describe('takeOverPart', () => {
  it('sets one part to the history, makes it the user’s own, and leaves the rest', () => {
    const taken = takeOverPart(plan, history, 'net', 'leads').kinds.net;
    expect(taken.leadsPerMonth.value).toBe(31.5);
    expect(taken.basis).toEqual({ leads: 'plan', closing: 'history', value: 'history' });
    expect(taken.stages).toEqual(plan.kinds.net.stages);
    expect(taken.dealValue).toEqual(plan.kinds.net.dealValue);
  });

  it('makes the whole funnel convert and last as the history did, but for rounding', () => {
    const taken = takeOverPart(plan, history, 'net', 'closing');
    const { conversion, daysToWin } = kindYield(taken, 'net', null);
    // Four conversions rounded to three digits each: at most 4 × 0.5 %; four times rounded to 0.1 day.
    expect(Math.abs(conversion / 0.1444 - 1)).toBeLessThan(0.02);
    expect(Math.abs(daysToWin - 74.3)).toBeLessThanOrEqual(0.2 + 1e-9);
  });

  it('gives a plan that may be stored', () => {
    for (const part of PLAN_PARTS) {
      const taken = takeOverPart(plan, history, 'net', part);
      expect(restore('plan', bookWith(taken))).toEqual({ ok: true, value: bookWith(taken) });
    }
  });
});

describe('kindYield', () => {
  it('multiplies the plan’s figures from lead to value', () => {
    const { conversion, daysToWin, winsPerMonth, valuePerMonth } = kindYield(plan, 'net', null);
    expect(conversion).toBeCloseTo(0.3 * 0.5 * 0.4 * 0.5, 12);
    expect(daysToWin).toBe(76);
    expect(winsPerMonth).toBeCloseTo(60 * 0.03, 12);
    expect(valuePerMonth).toBeCloseTo(60 * 0.03 * plan.kinds.net.dealValue.value, 6);
  });

  it('takes the history’s figures for the parts that rest on it, and only those', () => {
    const mixed = withBasis(plan, 'net', ['leads'], 'plan');
    expect(kindYield(mixed, 'net', net)).toMatchObject({
      leadsPerMonth: 60,
      conversion: 0.1444,
      daysToWin: 74.3,
      dealValue: 118_234,
    });
  });
});
