import { describe, expect, it } from 'vitest';
import { build, dayFromDate, doubtAsLogSd, exactMean, isoDay, planStartDay } from '../../../src/engine';
import type { BuildOptions } from '../../../src/engine';
import { shareFromAssumption } from '../../../src/engine/plan/doubt';
import { between, guessed, planWith, roughly, SURE_SEED, sure } from './surePlan';

const JULY_1 = dayFromDate(2025, 7, 1) ?? 0;
const JULY_25 = dayFromDate(2025, 7, 25) ?? 0;
const OPTIONS: BuildOptions = { startDay: JULY_1, horizonMonths: 3, fiscalYearStart: 1, currency: 'EUR' };

/** Each number within 1e-9 of its expectation: the same products in another order. */
function close(numbers: readonly number[]): unknown[] {
  return numbers.map((number) => expect.closeTo(number, 9) as unknown);
}

describe('build(plan, options)', () => {
  it('matches a table worked by hand', () => {
    const model = build(planWith({}), OPTIONS);
    expect(model).toMatchObject({
      currency: 'EUR',
      start: JULY_1,
      months: ['2025-07', '2025-08', '2025-09'],
      open: [],
      customers: null,
      quarterRhythm: [1, 1, 1],
      levelVariance: [0, 0, 0],
      history: [],
    });
    expect(model.kinds.map(({ kind }) => kind)).toEqual(['seed', 'net', 'spear']);
    expect(model.kinds[0]).toEqual({
      kind: 'seed',
      arrivals: {
        monthly: close([31, 34.1, 37.51]),
        before: [],
        doubt: 0,
        overdispersion: 0,
        perCustomer: 0,
      },
      closing: {
        by: 'stages',
        stages: [
          { name: 'First', conversion: { mean: 0.5, cases: null }, days: { mean: 10, shape: 1, doubt: 0 } },
          {
            name: 'Second',
            // sd = 0.2 · 0.5 ÷ 1.2816 = 0.07803, cases = 0.16 ÷ sd² − 1.
            conversion: { mean: 0.2, cases: expect.closeTo(25.28, 2) as unknown },
            days: { mean: 20, shape: 1, doubt: expect.closeTo(0.1582, 4) as unknown },
          },
        ],
      },
      value: { mean: 900, variation: 0.7, doubt: expect.closeTo(0.1582, 4) as unknown },
    });
  });

  it('counts only what is left of the first month', () => {
    const model = build(planWith({}), { ...OPTIONS, startDay: JULY_25 });
    expect(model.kinds[0]?.arrivals.monthly).toEqual(close([7, 34.1, 37.51]));
  });

  it('brings the leads of two years along when the company is running, at the pace that leads to today’s', () => {
    const before = build({ ...planWith({}), isRunning: true }, { ...OPTIONS, startDay: JULY_25 }).kinds[0]
      ?.arrivals.before;
    expect(before).toHaveLength(25);
    expect(before?.slice(0, 3)).toEqual(close([24, 31 / 1.1, 31 / 1.21]));
  });

  it('lets doubt about growth grow with the months', () => {
    const seed = { ...SURE_SEED, growthPerMonth: roughly(0.1) };
    const [arrivals] = build(planWith({ seed }), OPTIONS).kinds.map((kind) => kind.arrivals);
    // 0.0156055; month h: h · (ln(1.1 + sd) − ln(1.1 − sd)) ÷ 2.
    const sd = (0.2 * 0.1) / 1.2816;
    const tilt = (Math.log(1.1 + sd) - Math.log(1.1 - sd)) / 2;
    expect(arrivals?.doubt).toBe(0);
    const taken = arrivals?.tilts?.filter((months) => months.length > 0);
    expect(taken?.map((months) => months.map((ofMonth) => ofMonth.toFixed(6)))).toEqual([
      ['0.000000', tilt.toFixed(6), (2 * tilt).toFixed(6)],
    ]);
  });

  it('stays finite at the ends: no leads, shrinking to nothing, certain stages, no days', () => {
    const seed = {
      ...SURE_SEED,
      leadsPerMonth: guessed(0),
      growthPerMonth: guessed(-1),
      stages: [
        { conversion: guessed(1), days: guessed(0) },
        { conversion: roughly(0), days: guessed(0) },
      ],
    };
    const model = build({ ...planWith({ seed }), isRunning: true }, OPTIONS);
    expect(model.kinds[0]?.arrivals).toMatchObject({ monthly: [0, 0, 0], before: [] });
    expect(model.kinds[0]?.closing).toMatchObject({
      stages: [{ conversion: { mean: 1, cases: null } }, { conversion: { mean: 0, cases: null } }],
    });
    expect(JSON.stringify(model)).not.toContain('null,null');
  });
});

describe('the value of a deal', () => {
  const seed = { ...SURE_SEED, dealValue: sure(1_000), discount: sure(0.2), valueGrowthPerYear: sure(0.21) };

  it('is what is left after discount, and grows from the first month on', () => {
    const [kind] = build(planWith({ seed }), { ...OPTIONS, horizonMonths: 13 }).kinds;
    expect(kind?.value).toEqual({ mean: 800, variation: 0.7, doubt: 0 });
    expect(kind?.level?.wins).toEqual([]);
    expect(kind?.level?.value[0]).toBe(1);
    expect(kind?.level?.value[6]).toBeCloseTo(1.1, 9);
    expect(kind?.level?.value[12]).toBeCloseTo(1.21, 9);
  });

  it('carries the doubts of value, discount and growth in one factor', () => {
    const doubted = {
      ...seed,
      dealValue: roughly(1_000),
      discount: roughly(0.2),
      valueGrowthPerYear: roughly(0.21),
    };
    const [kind] = build(planWith({ seed: doubted }), { ...OPTIONS, horizonMonths: 13 }).kinds;
    const ofDiscount = (0.2 * 0.2) / 1.2816 / 0.8;
    // Of growth: half a year of the twelve months between first and last month.
    const ofGrowth = ((0.2 * 0.21) / 1.2816 / 1.21) * 0.5;
    expect(kind?.value.doubt).toBeCloseTo(Math.hypot(0.158187, ofDiscount, ofGrowth), 4);
  });
});

describe('customers and recurring revenue', () => {
  const paying = { isOn: true, monthsInDealValue: 12 };
  const company = {
    ...planWith({}).company,
    activeCustomers: roughly(40),
    churnPerMonth: roughly(0.02),
    revenueToday: guessed(50_000),
    expansionPerMonth: between(0.01, 0, 0.02),
  };

  it('are counted only where customers refer others or go on paying', () => {
    const referring = planWith({ seed: { ...SURE_SEED, referralsPerCustomer: sure(0.1) } }, { company });
    expect(build(referring, OPTIONS).customers).not.toBeNull();
    expect(build(referring, OPTIONS).recurring).toBeNull();
    const onceOnly = build(planWith({}, { company }), OPTIONS);
    expect([onceOnly.customers, onceOnly.recurring]).toEqual([null, null]);
  });

  it('carry their doubts: of customers and revenue in proportion, of churn too, of expansion in points', () => {
    const { customers, recurring } = build(planWith({}, { company, recurring: paying }), OPTIONS);
    expect(customers).toMatchObject({ active: 40, monthlyChurn: 0.02 });
    expect(customers?.activeDoubt).toBeCloseTo(0.158187, 6);
    // sd = 0.2 · 0.02 ÷ 1.2816, which is 0.15606 of the mean: sd of the log √ln(1 + 0.15606²).
    expect(customers?.churnDoubt).toBeCloseTo(Math.sqrt(Math.log1p(0.15606 ** 2)), 4);
    expect(recurring).toMatchObject({ today: 50_000, monthsInDealValue: 12, monthlyExpansion: 0.01 });
    expect(recurring?.todayDoubt).toBeCloseTo(0.42861, 5);
    expect(recurring?.expansionDoubt).toBeCloseTo(0.01 / 1.2816, 9);
  });
});

describe('the rhythm of closing', () => {
  const rhythmOf = (quarter: [number, number, number]) =>
    build(planWith({}, { season: { ...planWith({}).season, quarter } }), OPTIONS).quarterRhythm;

  it('is as drawn, in units of its mean', () => {
    expect(rhythmOf([1, 2, 3])).toEqual(close([0.5, 1, 1.5]));
    expect(rhythmOf([0, 0, 0])).toEqual([1, 1, 1]);
  });

  it('leaves no month at nothing: what can close in no other must close there', () => {
    const rhythm = rhythmOf([0, 1, 2]);
    expect(rhythm[0]).toBeGreaterThan(0);
    expect(rhythm[0]).toBeLessThan(0.0011);
    const seed = { ...SURE_SEED, stages: [{ conversion: sure(0.5), days: sure(0) }] };
    const plan = planWith({ seed }, { season: { ...planWith({}).season, quarter: [0, 1, 2] } });
    // Deals that close on the day: half of each month's leads, July's too.
    const july = exactMean(build(plan, OPTIONS))[0]?.kinds[0]?.winsFromNew;
    expect(july).toBeCloseTo(15.5, 3);
  });
});

describe('planStartDay(plan, today, fiscalYearStart)', () => {
  it('is the first day of the current fiscal quarter, or of the month the plan names', () => {
    expect(isoDay(planStartDay(planWith({}), JULY_25, 1))).toBe('2025-07-01');
    expect(isoDay(planStartDay(planWith({}), JULY_25, 2))).toBe('2025-05-01');
    expect(isoDay(planStartDay({ ...planWith({}), startMonth: '2026-03' }, JULY_25, 1))).toBe('2026-03-01');
  });
});

describe('doubtAsLogSd(doubt)', () => {
  it('makes an 80 % interval as wide as ±20 % or ±50 %', () => {
    const endsRatio = (doubt: 'roughly' | 'guess'): number => Math.exp(2 * 1.2816 * doubtAsLogSd(doubt));
    expect(endsRatio('roughly')).toBeCloseTo(1.2 / 0.8, 9);
    expect(endsRatio('guess')).toBeCloseTo(1.5 / 0.5, 9);
    expect(doubtAsLogSd('sure')).toBe(0);
  });
});

describe('shareFromAssumption(assumption)', () => {
  it('has a beta whose sd is ±20 % or ±50 % of the smaller side ÷ 1.2816', () => {
    for (const value of [0.02, 0.2, 0.5, 0.9]) {
      const { mean, cases } = shareFromAssumption(guessed(value));
      const sd = Math.sqrt((mean * (1 - mean)) / ((cases ?? NaN) + 1));
      expect(sd * 1.2816).toBeCloseTo(0.5 * Math.min(value, 1 - value), 9);
    }
  });

  it('is exact when sure or certain, and never outside 0 to 1', () => {
    expect(shareFromAssumption(sure(0.3))).toEqual({ mean: 0.3, cases: null });
    expect(shareFromAssumption(guessed(1.4))).toEqual({ mean: 1, cases: null });
  });
});
