import { describe, expect, it } from 'vitest';
import { stepShares, stepsInState, winsInPeriod } from '../../../src/engine/diagnose/funnelRun';
import { fitLevel } from '../../../src/engine/diagnose/levelFit';
import { runState, shiftedConversion, shiftedRun, USUAL } from '../../../src/engine/diagnose/shiftedState';

const TICK_DAYS = 7;
const state = runState({ ageFrom: [0, 20], passed: [0.01, 0.02], dropped: [0.03, 0.02] });

describe('runState', () => {
  it('passes the share and takes the days that competing hazards do (by hand)', () => {
    // First 20 days: leaving 0.04 a day, a quarter passes; then 0.04 a day, half passes.
    const left = Math.exp(-0.8);
    const conversion = 0.25 * (1 - left) + 0.5 * left;
    expect(state.conversion).toBeCloseTo(conversion, 12);
    expect(state.at(20).passed).toBeCloseTo(0.25 * (1 - left), 12);
    // Mean of an exponential of mean 25 cut at 20, and 20 + 25.
    const early = 25 - 20 * (left / (1 - left));
    const days = (0.25 * (1 - left) * early + 0.5 * left * 45) / conversion;
    expect(state.meanDays).toBeCloseTo(days, 10);
  });

  it('keeps the days of those who pass when odds change, and the conversion when speed does', () => {
    const odds = shiftedRun(state, { odds: -0.5, speed: 0 }, 1e6);
    expect(odds.passed).toBeCloseTo(shiftedConversion(state.conversion, -0.5), 10);
    expect(odds.passed + odds.dropped).toBeCloseTo(1, 10);
    const slow = shiftedRun(state, { odds: 0, speed: -Math.LN2 }, 40);
    expect(slow.passed).toBeCloseTo(state.at(20).passed, 12);
  });
});

describe('winsInPeriod', () => {
  const steps = stepsInState(state, TICK_DAYS);
  const shares = stepShares(state, USUAL, steps, TICK_DAYS);
  const count = 400;
  const overTime = Array.from({ length: count }, () => shares);

  it('wins in every period, of leads that always came alike, as many as of one period’s leads are ever won', () => {
    const chance = winsInPeriod([overTime], Float64Array.of(1), Float64Array.of(0, 1), {
      count,
      inPeriod: 13,
    });
    const wins = chance.reduce((sum, each) => sum + each, 0);
    expect(wins / 13).toBeCloseTo(state.conversion, 3);
  });

  it('multiplies the conversions of states in a row', () => {
    const next = Float64Array.of(0, 1, 0, 0, 0, 1);
    const chance = winsInPeriod([overTime, overTime], Float64Array.of(1, 0), next, { count, inPeriod: 13 });
    expect(chance.reduce((sum, each) => sum + each, 0) / 13).toBeCloseTo(state.conversion ** 2, 3);
  });

  it('takes as long as the states’ days: half the wins of a lead come about when they should', () => {
    const at = (inPeriod: number): number =>
      winsInPeriod([overTime], Float64Array.of(1), Float64Array.of(0, 1), { count, inPeriod })[
        count - inPeriod
      ]!;
    // A lead of the first step of a period of 8 weeks: 52.5 days on average until the period ends.
    expect(at(8)).toBeCloseTo(state.at(52.5).passed, 2);
  });
});

describe('fitLevel', () => {
  it('finds the factor that was planted, with the variance of a Poisson count', () => {
    const expected = Float64Array.of(4000, 6000);
    const seen = expected.map((mean) => mean * 0.8);
    const fit = fitLevel({ seen, expected, byOdds: Float64Array.of(1, -1), bySpeed: Float64Array.of(1, 1) });
    expect(fit.odds).toBeCloseTo(0, 3);
    expect(fit.speed).toBeCloseTo(Math.log(0.8), 3);
    // Information: Σ means on the diagonal, their difference beside it (prior of 1 on either).
    const [sum, difference] = [8000 + 1, 3200 - 4800];
    expect(fit.varSpeed).toBeCloseTo(sum / (sum * sum - difference * difference), 6);
  });
});
