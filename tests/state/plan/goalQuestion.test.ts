import { describe, expect, it } from 'vitest';
import { FIRST_DRAFT, goalOf, meanBy, roundUp } from '../../../src/state/plan/goalQuestion';
import { part, period, sampleForecast, spread } from '../../ui/forecast/sampleForecast';

const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'] as const;
const NONE = { quarter: null, year: null, nextTwelve: null };
/** 100 a month from November 2026 to May 2027, and 50 won in October; the first fiscal year ends in December. */
const forecast = sampleForecast({
  past: [{ month: '2026-10', kind: 'net', leads: 4, value: 50, wins: 1 }],
  months: MONTHS.map((month) =>
    period(month, month, [part('net', 0, 100)], { value: spread(100), wins: spread(2) }),
  ),
  years: [
    period('2026-01', '2026-12', [part('net', 50, 200)]),
    period('2027-01', '2027-05', [part('net', 0, 500)]),
  ],
});

describe('goalOf', () => {
  it('suggests a fifth above what is expected by the end of a fiscal year that is not too near', () => {
    expect(goalOf(forecast, NONE, FIRST_DRAFT)).toEqual({
      measure: 'value',
      amount: 840,
      from: null,
      by: '2027-05',
      chance: 0.8,
    });
  });

  it('takes over a target typed for the year, and counts all of that year', () => {
    const goal = goalOf(forecast, { ...NONE, year: 1_000 }, FIRST_DRAFT);
    expect(goal).toMatchObject({ amount: 1_000, by: '2026-12', from: '2026-01' });
  });

  it('keeps what the user has said', () => {
    const draft = { measure: 'wins', amount: 77, by: '2027-02', chance: 0.5 } as const;
    expect(goalOf(forecast, { ...NONE, year: 1_000 }, draft)).toEqual({ ...draft, from: null });
  });

  it('counts deals in whole numbers', () => {
    expect(goalOf(forecast, NONE, { ...FIRST_DRAFT, measure: 'wins' })?.amount).toBe(17);
  });

  it('asks for a month of recurring revenue at the end, and counts nothing that was won before', () => {
    const recurring = MONTHS.map((_, index) => spread(1_000 + 100 * index));
    const draft = { ...FIRST_DRAFT, measure: 'recurring', by: '2026-12' } as const;
    const goal = goalOf({ ...forecast, recurring }, { ...NONE, year: 1_000 }, draft);
    expect(goal).toMatchObject({ amount: 1_400, from: null, by: '2026-12' });
  });

  it('has no question where the forecast has no months', () => {
    expect(goalOf(sampleForecast({ months: [] }), NONE, FIRST_DRAFT)).toBeNull();
  });

  it('gives up an end that the forecast no longer reaches', () => {
    expect(goalOf(forecast, NONE, { ...FIRST_DRAFT, by: '2030-01' })?.by).toBe('2027-05');
  });
});

describe('meanBy', () => {
  it('counts what is won already within the fiscal year under way only', () => {
    expect(meanBy(forecast, 'value', '2026-12')).toBe(250);
    expect(meanBy(forecast, 'value', '2027-01')).toBe(300);
  });
});

describe('roundUp', () => {
  it('keeps two digits and never falls', () => {
    expect(roundUp(4_318_000)).toBe(4_400_000);
    expect(roundUp(4_400_000)).toBe(4_400_000);
    expect(roundUp(0)).toBe(0);
  });
});
