import { describe, expect, it } from 'vitest';
import type { Closing, FunnelModel } from '../../../src/engine';
import { reduceClosing } from '../../../src/engine/simulate/closing';
import { winShares } from '../../../src/engine/simulate/cohorts';
import { horizonOf } from '../../../src/engine/simulate/horizon';
import { timeUnderHazards } from '../../../src/engine/simulate/hazardTimes';
import { speedGrid } from '../../../src/engine/simulate/speedGrid';
import { stretchTime } from '../../../src/engine/simulate/timeToWin';
import references from '../../fixtures/engine-simulate/references.json';
import { kindOf, modelOf, stages } from './models';

/** Shares of a cohort by month; `cohort` counts from the first forecast month, −1 the gone part, −2 the month before. */
function sharesOf(model: FunnelModel, closing: Closing, cohort: number): number[] {
  const horizon = horizonOf(model);
  const time = reduceClosing(closing).timeWithin(2000);
  const row = (horizon.monthsBefore + 1 + cohort) * horizon.months;
  return [...winShares(time, horizon).slice(row, row + horizon.months)];
}

function expectShares(actual: readonly number[], expected: readonly number[]): void {
  // What is left of the error of a one-day grid after its variance is taken off: below 1e-5 of a cohort here.
  actual.forEach((share, month) => expect(Math.abs(share - expected[month]!)).toBeLessThan(1e-5));
}

const before = {
  monthly: new Array<number>(12).fill(1),
  before: [1, 1],
  doubt: 0,
  overdispersion: 0,
  perCustomer: 0,
};

describe('winShares', () => {
  const { exponential, gamma } = references.stageShares;

  it('of exponential stages agree with SciPy’s integral of the hypoexponential distribution', () => {
    const closing = stages(...exponential.means.map((days): [number, number] => [0.5, days]));
    expectShares(sharesOf(modelOf({}), closing, 0), exponential.january);
  });

  it('of gamma stages agree with SciPy, earlier months and the rest of a begun month too', () => {
    const closing = stages([0.5, 18, 2], [0.5, 18, 2], [0.5, 18, 2]);
    const model = modelOf({ kinds: [{ ...kindOf('net', [], closing), arrivals: before }] });
    expectShares(sharesOf(model, closing, 0), gamma.january);
    expectShares(sharesOf(model, closing, -2), gamma.december);
    const [first = 0, ...later] = sharesOf({ ...model, start: model.start + 19 }, closing, 0);
    expectShares([first, ...later], gamma.fromTwentieth);
  });

  it('does not round stage times to months: four stages of half a month take two', () => {
    const shares = sharesOf(modelOf({ count: 24 }), stages([1, 15], [1, 15], [1, 15], [1, 15]), 0);
    const meanMonth = shares.reduce((sum, share, month) => sum + share * (month + 0.5), 0);
    // Half a month to arrive on average, 60 days to close, a month of 30.4 days: 2.47 months after the first of January.
    expect(Math.abs(meanMonth - 0.5 - 60 / 30.4)).toBeLessThan(0.06);
  });

  it('of hazards agree with their closed form: one bin is an exponential', () => {
    const closing: Closing = {
      by: 'hazards',
      hazards: { ageFrom: [0], won: [0.01], lost: [0.03] },
      conversion: { mean: 0.25, cases: null },
    };
    expectShares(sharesOf(modelOf({}), closing, 0), sharesOf(modelOf({}), stages([0.25, 25]), 0));
    expect(timeUnderHazards(closing.hazards).chance).toBeCloseTo(0.25, 12);
  });

  it('of hazards do not change where a bin is split in two', () => {
    const whole = { ageFrom: [0, 30], won: [0.02, 0.004], lost: [0.01, 0.02] };
    const split = {
      ageFrom: [0, 11, 30, 77],
      won: [0.02, 0.02, 0.004, 0.004],
      lost: [0.01, 0.01, 0.02, 0.02],
    };
    expect(timeUnderHazards(split).chance).toBeCloseTo(timeUnderHazards(whole).chance, 12);
    for (const days of [-3, 0, 1, 11, 29, 60, 500]) {
      expect(timeUnderHazards(split).time.integrated(days)).toBeCloseTo(
        timeUnderHazards(whole).time.integrated(days),
        9,
      );
    }
  });

  it('count what is won in the gone part of the first month as gone', () => {
    const model = modelOf({
      startDay: 15,
      kinds: [{ ...kindOf('net', [], stages([1, 1])), arrivals: before }],
    });
    const [first = 0] = sharesOf(model, stages([1, 1]), -2);
    expect(first).toBeLessThan(1e-3);
  });

  it('tilted by the rhythm move wins between months and keep each cohort’s total', () => {
    const closing = stages([0.5, 20], [0.5, 30]);
    const flat = modelOf({ count: 36 });
    const tilted = modelOf({ count: 36, quarterRhythm: [0.7, 0.8, 1.5] });
    const sum = (shares: number[]): number => shares.reduce((total, share) => total + share, 0);
    const [plain, moved] = [sharesOf(flat, closing, 4), sharesOf(tilted, closing, 4)];
    expect(sum(moved)).toBeCloseTo(sum(plain), 6);
    // Cohort 4 is May; its share of June (the third month of the quarter) against July (the first of the next) grows by 1.5 ÷ 0.7.
    expect(moved[5]! / moved[6]! / (plain[5]! / plain[6]!)).toBeCloseTo(1.5 / 0.7, 6);
    // The last month of the horizon is tilted as well, though nothing after it is forecast.
    const december = 11;
    const short = { count: 12 };
    const shortPlain = sharesOf(modelOf(short), closing, december)[december]!;
    const shortMoved = sharesOf(modelOf({ ...short, quarterRhythm: [0.7, 0.8, 1.5] }), closing, december)[
      december
    ]!;
    expect(shortMoved / shortPlain).toBeGreaterThan(1.3);
  });

  it('of stretched times have the stretched mean; the speeds average 1', () => {
    const factors = speedGrid(0.4);
    expect(factors.reduce((total, factor) => total + factor, 0) / factors.length).toBeCloseTo(1, 12);
    expect(speedGrid(0)).toEqual([1]);
    const time = reduceClosing(stages([1, 10])).timeWithin(3000);
    const slow = reduceClosing(stages([1, 20])).timeWithin(3000);
    for (const days of [5, 40, 300]) {
      expect(Math.abs(stretchTime(time, 2).integrated(days) - slow.integrated(days))).toBeLessThan(0.005);
    }
  });
});
