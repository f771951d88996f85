import { describe, expect, it } from 'vitest';
import {
  doubtAsLogSd,
  doubtRange,
  valueOfRange,
  type Assumption,
  type DoubtRange,
} from '../../../src/engine';
import { ASSUMPTION_RULES } from '../../../src/engine/plan/assumptionRules';
import { doubtAsSd, oneSdAround, sdAsLogSd, shareFromAssumption } from '../../../src/engine/plan/doubt';
import { between, guessed, roughly, sure } from './surePlan';

/** The 10 and the 90 % point of a log-normal with this mean and sd of the log. */
function endsOf(mean: number, logSd: number): DoubtRange {
  const median = mean * Math.exp(-(logSd ** 2) / 2);
  return { low: median * Math.exp(-1.2816 * logSd), high: median * Math.exp(1.2816 * logSd) };
}

describe('a range of one’s own of a positive figure', () => {
  it.each([
    [80, 120],
    [1, 9],
    [0.5, 0.5],
    [1e5, 9e6],
  ])('from %d to %d has these ends as the 10 and the 90 %% point, exactly', (low, high) => {
    const range = { low, high };
    const value = valueOfRange(range, 'positive');
    const ends = endsOf(value, doubtAsLogSd(range));
    expect(ends.low / low).toBeCloseTo(1, 9);
    expect(ends.high / high).toBeCloseTo(1, 9);
    expect(doubtRange(between(value, low, high), 'positive')).toEqual(range);
  });

  it('has a mean between the middle of the logs and, as far as 1 to 100, its upper end', () => {
    for (const high of [1, 1.5, 10, 100]) {
      const value = valueOfRange({ low: 1, high }, 'positive');
      expect(value).toBeGreaterThanOrEqual(Math.sqrt(high) * (1 - 1e-12));
      expect(value).toBeLessThanOrEqual(high);
    }
  });

  it('from 0 is one of 1 to 100, and of nothing but 0 no doubt', () => {
    expect(doubtAsLogSd({ low: 0, high: 7 })).toBeCloseTo(Math.log(100) / 2.5632, 12);
    expect(doubtAsLogSd({ low: 0, high: Number.MIN_VALUE })).toBeCloseTo(Math.log(100) / 2.5632, 12);
    expect(doubtAsLogSd({ low: 0, high: 0 })).toBe(0);
    expect(valueOfRange({ low: 0, high: 0 }, 'positive')).toBe(0);
    expect(valueOfRange({ low: 0, high: 7 }, 'positive')).toBeLessThan(7);
  });
});

describe('a range of one’s own of a share or a signed figure', () => {
  it('has its middle for value, and half of it ÷ 1.2816 for sd', () => {
    expect(valueOfRange({ low: 0.1, high: 0.4 }, 'share')).toBeCloseTo(0.25, 12);
    expect(valueOfRange({ low: -0.02, high: 0.06 }, 'signed')).toBeCloseTo(0.02, 12);
    expect(doubtAsSd(between(0.25, 0.1, 0.4), 'share')).toBeCloseTo(0.15 / 1.2816, 12);
    expect(doubtAsSd(between(0.02, -0.02, 0.06), 'signed')).toBeCloseTo(0.04 / 1.2816, 12);
  });

  it('of a conversion is a beta with that sd, or nearly a coin where no beta is so wide', () => {
    const { mean, cases } = shareFromAssumption(between(0.25, 0.2, 0.3));
    expect(Math.sqrt((mean * (1 - mean)) / ((cases ?? NaN) + 1))).toBeCloseTo(0.05 / 1.2816, 9);
    expect(shareFromAssumption(between(0.01, 0, 1)).cases).toBe(0.5);
    expect(shareFromAssumption(between(0.3, 0.3, 0.3)).cases).toBeNull();
    expect(shareFromAssumption(between(0.3, 0.3, 0.3 + 1e-12)).cases).toBeNull();
  });
});

describe('extremes of value', () => {
  it('of a conversion of nothing or all are certain, whatever the doubt', () => {
    for (const value of [0, 1]) {
      for (const assumption of [guessed(value), roughly(value), between(value, 0.2, 0.8)]) {
        expect(shareFromAssumption(assumption)).toEqual({ mean: value, cases: null });
      }
    }
  });

  it('have no doubt in words where there is nothing to take a part of', () => {
    expect(doubtAsSd(guessed(0), 'signed')).toBe(0);
    expect(doubtAsSd(guessed(1), 'share')).toBe(0);
    expect(doubtRange(guessed(0), 'signed')).toEqual({ low: 0, high: 0 });
    expect(sdAsLogSd(0.1, 0)).toBe(0);
    expect(sdAsLogSd(1, Number.MIN_VALUE)).toBeLessThan(4);
  });

  it('stay within the limits one sd away', () => {
    expect(oneSdAround(guessed(-0.99), ASSUMPTION_RULES.growthPerMonth).low).toBe(-0.99);
    expect(oneSdAround(between(0.02, 0, 0.9), ASSUMPTION_RULES.churnPerMonth).low).toBe(0);
    const known: Assumption = sure(5);
    expect(oneSdAround(known, ASSUMPTION_RULES.leadsPerMonth)).toEqual({ low: 5, high: 5 });
  });
});
