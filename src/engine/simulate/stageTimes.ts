import type { FunnelStage } from '../funnel/model';
import { integratedGamma } from './gammaDistribution';
import type { TimeToWin } from './timeToWin';

/** Finest grid worth having, in days: the error of a month's share goes with the square of the step. */
const FINEST_STEP_DAYS = 1;
const MAX_NODES = 2000;
/** Above this shape a gamma is a fixed time for all that shows in months. */
const FIXED_SHAPE = 10_000;
const NEGLIGIBLE = 1e-12;

/**
 * Time through all stages, each gamma distributed, added in continuous time up to `reachDays`.
 * Every stage is put on one grid in a way that keeps its mean exactly (each bit of time is shared between the two nodes
 * around it), then the stages are convolved. Nothing is rounded to months.
 */
export function timeThroughStages(stages: readonly FunnelStage[], reachDays: number): TimeToWin {
  const step = Math.max(FINEST_STEP_DAYS, reachDays / MAX_NODES);
  const nodes = Math.max(1, Math.ceil(reachDays / step)) + 1;
  let sum: Float64Array | null = null;
  let smoothStages = 0;
  for (const { days } of stages) {
    if (!(days.mean > 0)) continue;
    if (days.mean > step * Math.sqrt(days.shape)) smoothStages++;
    const stage = massOnGrid(days.mean, days.shape, step, nodes);
    sum = sum === null ? stage : convolve(sum, stage, nodes);
  }
  return integrateMass(sum ?? Float64Array.of(1), step, smoothStages);
}

/** Probability at nodes 0, step, 2·step …: second differences of the integrated distribution. */
function massOnGrid(mean: number, shape: number, step: number, nodes: number): Float64Array {
  const integrated =
    shape > FIXED_SHAPE
      ? (days: number): number => Math.max(0, days - mean)
      : (days: number): number => (mean / shape) * integratedGamma(shape, (days * shape) / mean);
  const mass: number[] = [];
  let before = 0;
  let here = 0;
  let total = 0;
  for (let node = 0; node < nodes; node++) {
    const after = integrated((node + 1) * step);
    const probability = Math.max(0, (after - 2 * here + before) / step);
    mass.push(probability);
    total += probability;
    if (total > 1 - NEGLIGIBLE) break;
    before = here;
    here = after;
  }
  return Float64Array.from(mass);
}

function convolve(first: Float64Array, second: Float64Array, nodes: number): Float64Array {
  const length = Math.min(nodes, first.length + second.length - 1);
  const [long, short] = first.length >= second.length ? [first, second] : [second, first];
  const sum = new Float64Array(length);
  for (let offset = 0; offset < short.length; offset++) {
    const weight = short[offset]!;
    if (weight === 0) continue;
    const end = Math.min(long.length, length - offset);
    for (let node = 0; node < end; node++) sum[offset + node]! += weight * long[node]!;
  }
  return sum;
}

/**
 * Sharing time between two nodes keeps a stage's mean, but each stage after the first adds step² ÷ 6 to the variance
 * (the first one's integral is exact at the nodes). Where the density is smooth over a step, the integrated distribution
 * is then too high by half that variance times the density: taken off again.
 */
function integrateMass(mass: Float64Array, step: number, smoothStages: number): TimeToWin {
  const last = mass.length - 1;
  const integrated = new Float64Array(mass.length);
  const extraStages = Math.max(0, smoothStages - 1);
  const isSmooth = smoothStages > 0;
  let share = 0;
  for (let node = 0; node <= last; node++) {
    if (node > 0) integrated[node] = integrated[node - 1]! + step * share;
    share += mass[node]!;
  }
  for (let node = 0; node <= last; node++) integrated[node]! -= (extraStages * step * mass[node]!) / 12;
  return {
    integrated(days) {
      if (days <= 0) return 0;
      const node = Math.min(last, Math.floor(days / step));
      const within = days / step - node;
      if (node === last) return integrated[last]! + within * step * share;
      const straight = integrated[node]! + within * (integrated[node + 1]! - integrated[node]!);
      if (!isSmooth) return straight;
      const nearby = mass[node]! + within * (mass[node + 1]! - mass[node]!);
      return straight - 0.5 * within * (1 - within) * step * nearby;
    },
  };
}
