import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { monthRange, simulate } from '../../src/engine';
import { assembleShared } from '../../src/worker/sharedModel';
import { SHARED_LIMITS } from '../../src/workspace/limits';
import { sharedForecastSchema } from '../../src/workspace/schemas/sharedForecast';
import type { SharedForecast } from '../../src/workspace/sharedForecast';
import { extremeForecast } from '../share/extremeModels';

/** Places of numbers that are none. */
function findBroken(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} ${String(value)}`];
  if (ArrayBuffer.isView(value)) return findBroken(Array.from(value as Float64Array), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => findBroken(each, `${path}.${name}`));
}

describe('the forecast of a model that somebody made up', () => {
  it('is of finite numbers, whatever a link may hold', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        // As it enters: see `restore`.
        const model = assembleShared(v.parse(sharedForecastSchema, extremeForecast(seed)) as SharedForecast);
        // However many groups are sent, as few are drawn as of a forecast of one's own.
        expect(model.open.length).toBeLessThanOrEqual(20);
        expect(findBroken(simulate(model, { paths: 5, seed: 1 }))).toEqual([]);
      }),
      // Each takes about 100 ms, most of it to prepare the draws.
      { seed: 20_788, numRuns: 25, endOnFailure: true },
    );
  });

  it('is of so few months that it takes no longer than patience lasts', () => {
    const shared = extremeForecast(1);
    const months = monthRange('2026-12', SHARED_LIMITS.horizon + 1);
    const longer = { ...shared, fitted: shared.fitted && { ...shared.fitted, months } };
    expect(v.is(sharedForecastSchema, shared)).toBe(true);
    expect(v.is(sharedForecastSchema, longer)).toBe(false);
  });
});
