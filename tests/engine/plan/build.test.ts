import { describe, expect, it } from 'vitest';
import {
  DEFAULT_STAGE_NAMES,
  assumptionAt,
  build,
  dayFromDate,
  defaultPlan,
  doubtAsLogSd,
  isoDay,
  placeKey,
  placesOf,
  planStartDay,
} from '../../../src/engine';
import type { BuildOptions, KindPlan } from '../../../src/engine';
import { shareFromAssumption } from '../../../src/engine/plan/doubt';
import { guessed, planWith, roughly, SURE_SEED, sure } from './surePlan';

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
    expect(arrivals?.tilts?.map((months) => months.map((ofMonth) => ofMonth.toFixed(6)))).toEqual([
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

describe('defaultPlan(currency, stageNames)', () => {
  it('has four stages that convert and last as the sources say, and all is a guess but what everybody knows of their own company', () => {
    const plan = defaultPlan('SEK');
    expect(plan.stageNames).toEqual(DEFAULT_STAGE_NAMES);
    const whole = (kind: KindPlan): number[] => [
      kind.stages.reduce((product, stage) => product * stage.conversion.value, 1),
      kind.stages.reduce((sum, stage) => sum + stage.days.value, 0),
    ];
    expect(whole(plan.kinds.seed)).toEqual(close([0.25 * 0.35, 30]));
    expect(whole(plan.kinds.net)).toEqual(close([0.15 * 0.2, 76]));
    expect(whole(plan.kinds.spear)).toEqual(close([0.14 * 0.2, 152]));
    const sureOf = placesOf(plan).filter((place) => assumptionAt(plan, place)?.doubt !== 'guess');
    expect(sureOf.map(placeKey)).toEqual([
      'seed.variation',
      'net.spendToday',
      'net.spendPerMonth',
      'net.variation',
      'spear.prospectors',
      'spear.variation',
      'company.seasonStrength',
      'company.sellers',
    ]);
    expect(sureOf.map((place) => assumptionAt(plan, place)?.doubt)).toEqual(sureOf.map(() => 'sure'));
  });

  it('values deals in round figures of the currency, the spears’ three times as high', () => {
    expect(defaultPlan('SEK').kinds.seed.dealValue.value).toBe(100_000);
    expect(defaultPlan('USD').kinds.spear.dealValue.value).toBe(30_000);
    // XXX is ISO 4217's code for no currency: it stands here for every one without a figure of its own.
    expect(defaultPlan('XXX').kinds.net.dealValue.value).toBe(10_000);
  });

  it('takes translated stage names', () => {
    expect(defaultPlan('SEK', ['Ett', 'Två', 'Tre', 'Fyra']).stageNames).toEqual([
      'Ett',
      'Två',
      'Tre',
      'Fyra',
    ]);
  });
});
