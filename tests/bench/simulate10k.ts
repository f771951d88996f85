import { execFileSync } from 'node:child_process';
import { firstDayOfMonth, monthRange, simulate, type FunnelModel, type KindModel } from '../../src/engine';
import { emptyOutcomes } from '../../src/engine/simulate/outcomes';
import { PathWalk } from '../../src/engine/simulate/pathWalk';
import { prepareModel } from '../../src/engine/simulate/preparedModel';
import { spreadOf } from '../../src/engine/simulate/spread';
import type { SpeedResult } from './speedResult.ts';
import { medianOf, timeRuns } from './timeRuns.ts';

const MONTHS = 24;
const PATHS = 10_000;
const RUNS = 15;
const WARM_UPS = 3;
/** Ours and theirs in turn: a ratio of neighbours stands when the machine's speed drifts. */
const ROUNDS = 5;

// The funnel of simulate_numpy.py. Its factors exp(0.1 z) have a mean of exp(0.005), ours of 1: put into the means.
const FACTOR_MEAN = Math.exp(0.1 ** 2 / 2);
const KINDS = [
  {
    kind: 'seed',
    leads: 40,
    growth: 0.01,
    conversion: [0.6, 0.6, 0.6, 0.4],
    cases: 40,
    days: [10, 15, 20, 15],
    mu: 9,
    sigma: 0.8,
  },
  {
    kind: 'net',
    leads: 300,
    growth: 0.03,
    conversion: [0.3, 0.4, 0.5, 0.25],
    cases: 80,
    days: [10, 20, 30, 20],
    mu: 9,
    sigma: 0.9,
  },
  {
    kind: 'spear',
    leads: 150,
    growth: 0.02,
    conversion: [0.2, 0.5, 0.5, 0.2],
    cases: 50,
    days: [20, 30, 40, 40],
    mu: 10,
    sigma: 1,
  },
] as const;

export function yardstickFunnel(): FunnelModel {
  const months = monthRange('2026-01', MONTHS);
  return {
    currency: 'USD',
    start: firstDayOfMonth('2026-01'),
    months,
    fiscalYearStart: 1,
    kinds: KINDS.map(({ kind, leads, growth, conversion, cases, days, mu, sigma }): KindModel => ({
      kind,
      arrivals: {
        monthly: months.map((_, month) => FACTOR_MEAN * leads * (1 + growth) ** month),
        before: [],
        doubt: 0.1,
        overdispersion: 0,
        perCustomer: 0,
      },
      closing: {
        by: 'stages',
        stages: conversion.map((mean, stage) => ({
          name: `stage ${stage + 1}`,
          conversion: { mean, cases },
          days: { mean: days[stage] ?? 0, shape: 1, doubt: 0 },
        })),
      },
      value: {
        mean: FACTOR_MEAN * Math.exp(mu + sigma ** 2 / 2),
        variation: Math.sqrt(Math.expm1(sigma ** 2)),
        doubt: 0.1,
      },
    })),
    open: [],
    customers: null,
    recurring: null,
    costs: [],
    quarterRhythm: [1, 1, 1],
    levelVariance: [],
    history: [],
    notes: [],
  };
}

interface NumpyTimes {
  simulateMs: number;
  quantilesMs: number;
  meanLastMonth: number;
}

function runNumpy(script: string): NumpyTimes | string {
  // One thread, as ours.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  try {
    return JSON.parse(
      execFileSync('python3', [script], { encoding: 'utf8', env, stdio: 'pipe' }),
    ) as NumpyTimes;
  } catch (error) {
    return `python3 with NumPy did not run: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
}

/**
 * 10,000 paths × 24 months × 3 kinds and the percentage points of every month, against the same funnel in NumPy.
 * As there, what does not depend on the draws (times to win by month) is worked out before the clock starts.
 */
export function benchmarkSimulate10k(numpyScript: string): SpeedResult {
  const prepared = prepareModel(yardstickFunnel());
  let meanLastMonth = 0;
  const run = (seed: number): void => {
    const outcomes = emptyOutcomes(PATHS, MONTHS, prepared.kinds.length);
    const walk = new PathWalk(prepared, outcomes, seed);
    for (let path = 0; path < PATHS; path++) walk.walk(path);
    for (let month = 0; month < MONTHS; month++) {
      const spread = spreadOf(outcomes.value.slice(month * PATHS, (month + 1) * PATHS));
      if (month === MONTHS - 1) meanLastMonth = spread.mean;
    }
  };
  const times: number[] = [];
  const ratios: number[] = [];
  let reason: string | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const medianMs = timeRuns(RUNS, WARM_UPS, run);
    times.push(medianMs);
    const numpy = runNumpy(numpyScript);
    if (typeof numpy === 'string') {
      reason = numpy;
      break;
    }
    requireSameMean(meanLastMonth, numpy.meanLastMonth);
    ratios.push(medianMs / (numpy.simulateMs + numpy.quantilesMs));
  }
  const wholeForecastMs = timeRuns(RUNS, WARM_UPS, (seed) =>
    simulate(yardstickFunnel(), { paths: PATHS, seed }),
  );
  const result = { name: 'simulate-10k', medianMs: medianOf(times), wholeForecastMs };
  return reason === undefined
    ? { ...result, versus: { numpy: medianOf(ratios) } }
    : { ...result, versus: { numpy: null }, reason };
}

function requireSameMean(ours: number, theirs: number): void {
  // Both means have a standard error near 0.6 %, and NumPy's months are of equal length where ours have 28 to 31 days.
  if (Math.abs(ours / theirs - 1) > 0.03) {
    throw new Error(`simulate-10k: the last month's means differ, ${ours} and ${theirs}`);
  }
}
