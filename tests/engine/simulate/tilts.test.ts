import { describe, expect, it } from 'vitest';
import { exactMean, type FunnelModel } from '../../../src/engine';
import { emptyOutcomes } from '../../../src/engine/simulate/outcomes';
import { PathWalk } from '../../../src/engine/simulate/pathWalk';
import { prepareModel } from '../../../src/engine/simulate/preparedModel';
import { kindOf, modelOf, stages } from './models';

const PATHS = 20_000;
const MONTHS = 4;
const FIRST = [0, 0.1, 0.2, 0.3];
const SECOND = [0.15, 0.15, -0.15];

/** A billion leads a month, all won at once: what varies is the leads' factor alone. */
function tilted(tilts: readonly (readonly number[])[], changes: object = {}): FunnelModel {
  const net = kindOf('net', new Array<number>(MONTHS).fill(1e9), stages([1, 0]));
  return modelOf({ count: MONTHS, kinds: [{ ...net, arrivals: { ...net.arrivals, tilts, ...changes } }] });
}

/** Log of the leads of each month, path by path. */
function logsOf(model: FunnelModel): Float64Array[] {
  const prepared = prepareModel(model);
  const outcomes = emptyOutcomes(PATHS, MONTHS, prepared.kinds.length);
  const walk = new PathWalk(prepared, outcomes, 41);
  for (let path = 0; path < PATHS; path++) walk.walk(path);
  return Array.from({ length: MONTHS }, (_, month) =>
    outcomes.wins.slice(month * PATHS, (month + 1) * PATHS).map((wins) => Math.log(wins / 1e9)),
  );
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covariance(first: Float64Array, second: Float64Array): number {
  const [a, b] = [meanOf(first), meanOf(second)];
  return first.reduce((sum, value, path) => sum + (value - a) * (second[path]! - b), 0) / first.length;
}

describe('tilts', () => {
  const sdOf = (month: number): number => Math.hypot(FIRST[month] ?? 0, SECOND[month] ?? 0);
  const logs = logsOf(tilted([FIRST, SECOND]));

  it('leave the mean of every month as it was', () => {
    logs.forEach((log, month) => {
      // Standard error of the mean of a log-normal factor of mean 1; its Poisson part is 3e-5.
      const error = Math.sqrt(Math.expm1(sdOf(month) ** 2) / PATHS);
      expect(Math.abs(meanOf(log.map(Math.exp)) - 1)).toBeLessThan(4.5 * error + 1e-6);
    });
  });

  it('give each month’s log the sd of all of them together', () => {
    logs.forEach((log, month) => {
      // Standard error of an sd: 1 ÷ √(2n) of it.
      expect(Math.abs(Math.sqrt(covariance(log, log)) / sdOf(month) - 1)).toBeLessThan(
        4.5 / Math.sqrt(2 * PATHS),
      );
    });
  });

  it('move months together as one normal a tilt does', () => {
    for (let month = 0; month < MONTHS; month++) {
      for (let other = 0; other < month; other++) {
        const expected =
          ((FIRST[month] ?? 0) * (FIRST[other] ?? 0) + (SECOND[month] ?? 0) * (SECOND[other] ?? 0)) /
          (sdOf(month) * sdOf(other));
        const actual =
          covariance(logs[month]!, logs[other]!) /
          Math.sqrt(covariance(logs[month]!, logs[month]!) * covariance(logs[other]!, logs[other]!));
        // Fisher: a standard error of (1 − ρ²) ÷ √n.
        expect(Math.abs(actual - expected)).toBeLessThan(
          (4.5 * (1 - expected ** 2)) / Math.sqrt(PATHS) + 1e-6,
        );
      }
    }
  });

  it('come on top of the level’s doubt and of the months’ shocks', () => {
    const [first, , third] = logsOf(tilted([[0, 0, 0.2]], { doubt: 0.1, overdispersion: 0.01 }));
    // The log of a gamma of mean 1 and variance 0.01 has variance 0.01005; 4.5 standard errors as above.
    expect(Math.abs(covariance(first!, first!) / 0.02005 - 1)).toBeLessThan(0.05);
    expect(Math.abs(covariance(third!, third!) / 0.06005 - 1)).toBeLessThan(0.05);
  });

  it('touch neither leads from before the start nor the mean without chance', () => {
    const before = { before: [0, 1e6], monthly: [0, 0, 0, 0] };
    const slow = (tilts: readonly (readonly number[])[]): FunnelModel => {
      const model = tilted(tilts, before);
      return { ...model, kinds: [{ ...model.kinds[0]!, closing: stages([1, 30]) }] };
    };
    expect(logsOf(slow([[1, 1, 1, 1]])).map((log) => log.slice(0, 99))).toEqual(
      logsOf(slow([])).map((log) => log.slice(0, 99)),
    );
    expect(exactMean(tilted([FIRST]))).toEqual(exactMean(tilted([])));
  });

  it('of nothing but zeros change nothing', () => {
    expect(logsOf(tilted([[], [0, 0]], { doubt: 0.1 }))).toEqual(logsOf(tilted([], { doubt: 0.1 })));
  });
});
