import { describe, expect, it } from 'vitest';
import { dayFromDate, defaultPlan, exactMean, fit, mix, type Plan } from '../../../src/engine';
import { leadsOfMonths } from '../../../src/engine/plan/leads';
import { PLAN_PARTS, withBasis } from '../../../src/state/plan/figures';
import { kindYield } from '../../../src/state/plan/kindYield';
import { ownPart, takeOverPart } from '../../../src/state/plan/takeOver';
import { bookWith } from '../../../src/workspace/planBook';
import { restore } from '../../../src/workspace/restore';
import { simulateDeals } from '../../engine/fit/simulatedDeals';
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

describe('seeds whose leads become the user’s own, with nothing else touched', () => {
  const dataDay = dayFromDate(2025, 6, 30) ?? 0;
  const deals = simulateDeals(
    [{ kind: 'seed', leadsPerDay: 0.5, wonPerDay: 0.01, lostPerDay: 0.015, value: 500 }],
    dataDay,
    900,
    3,
  );
  const options = { horizonMonths: 24, fiscalYearStart: 1, currency: 'SEK' };
  const { model, summary } = fit(deals, { ...options, dataDay });

  it('are forecast about as before, in leads and in what is won', () => {
    const monthsOf = (changed: Plan) => exactMean(mix(model, changed)).map(({ kinds: [seeds] }) => seeds);
    const before = monthsOf(plan);
    const after = monthsOf(ownPart(plan, summary, 'seed', 'leads'));
    expect(after).toHaveLength(24);
    after.forEach((month, index) => {
      // Level and season are rounded by up to half a per cent each; the months of a plan are all of one length.
      expect(Math.abs((month?.leads ?? NaN) / (before[index]?.leads ?? NaN) - 1)).toBeLessThan(0.03);
    });
    // By month they differ by up to a twentieth: the fit's corrections of wins go with leads that are fitted.
    const winsOf = (months: typeof before): number =>
      months.reduce((sum, month) => sum + (month?.winsFromNew ?? NaN), 0);
    expect(Math.abs(winsOf(after) / winsOf(before) - 1)).toBeLessThan(0.01);
  });
});

describe('the season of leads that become the user’s own', () => {
  const year = [0.4, 0.6, 0.9, 1, 1.1, 1.2, 0.5, 0.8, 1.3, 1.4, 1.5, 1.3];
  const { calendar } = history;
  const seasonal = deepFreeze({ ...history, calendar: { ...calendar, leads: { ...calendar.leads, year } } });

  it('is the history’s, so that the months keep their shape', () => {
    for (const change of [takeOverPart, ownPart]) {
      const taken = change(plan, seasonal, 'net', 'leads');
      expect(taken.season).toEqual({ ...plan.season, leads: year, leadsFrom: 'history' });
      const monthly = leadsOfMonths(taken, 'net', '2026-01', [0, 1, 2, 6, 10]);
      const expected = [0.4, 0.6, 0.9, 0.5, 1.5].map((factor) => 31.5 * factor);
      monthly.forEach((leads, month) => expect(leads).toBeCloseTo(expected[month] ?? NaN, 9));
    }
  });

  it('stays as drawn, and as it is where the history tells none or another part is taken', () => {
    const drawn = { ...plan, season: { ...plan.season, leadsFrom: 'typed' as const } };
    expect(takeOverPart(drawn, seasonal, 'net', 'leads').season).toBe(drawn.season);
    expect(takeOverPart(plan, history, 'net', 'leads').season).toBe(plan.season);
    expect(takeOverPart(plan, seasonal, 'net', 'closing').season).toBe(plan.season);
    expect(takeOverPart(plan, seasonal, 'spear', 'leads').season).toBe(plan.season);
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
