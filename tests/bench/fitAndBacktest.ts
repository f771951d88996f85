import { createBacktest, fit, origins, simulate } from '../../src/engine';
import { companyOfSize } from './companyOfSize.ts';
import type { SpeedResult } from './speedResult.ts';
import { timeRuns } from './timeRuns.ts';

const ORIGINS = 24;
const SETTINGS = { fiscalYearStart: 1, currency: 'USD' };

export function benchmarkFit(name: string, count: number, runs: number): SpeedResult {
  const { deals, dataDay } = companyOfSize(count);
  const medianMs = timeRuns(runs, 2, () => fit(deals, { ...SETTINGS, dataDay, horizonMonths: 24 }));
  return { name, medianMs, versus: {} };
}

/** The last 24 month ends that can be scored, as the track record replays them. */
export function benchmarkBacktest(name: string, count: number, runs: number): SpeedResult {
  const { deals, dataDay } = companyOfSize(count);
  const days = origins(deals, dataDay).slice(-ORIGINS);
  if (days.length < ORIGINS) throw new Error(`${name}: only ${days.length} origins`);
  const medianMs = timeRuns(runs, 1, () =>
    createBacktest(deals, { ...SETTINGS, dataDay, origins: days }).finish(),
  );
  return { name, medianMs, versus: {} };
}

/** From deals in memory to the first forecast, once and cold, as a visitor meets it; and what it takes in memory. */
export function benchmarkMemory(name: string, count: number): SpeedResult {
  const { deals, dataDay } = companyOfSize(count);
  const begin = performance.now();
  const { model } = fit(deals, { ...SETTINGS, dataDay, horizonMonths: 24 });
  const forecast = simulate(model, { paths: 10_000, seed: 1 });
  const medianMs = performance.now() - begin;
  globalThis.gc?.();
  const heapBytes = process.memoryUsage().heapUsed;
  // Still held: what was measured is what a session keeps.
  if (deals.length !== count || forecast.months.length === 0)
    throw new Error(`${name}: nothing was forecast`);
  return { name, medianMs, versus: {}, heapBytes };
}
