import { describe, expect, it, vi } from 'vitest';
import {
  asOf,
  build,
  createSimulation,
  firstDayOfMonth,
  fit,
  mix,
  portableModel,
  simulate,
} from '../../src/engine';
import type { Deal, Forecast } from '../../src/engine';
import { Forecaster } from '../../src/worker/forecasting';
import { HORIZON_MONTHS } from '../../src/worker/modelling';
import { createSecondThread } from '../../src/worker/secondThread';
import type { SecondThread } from '../../src/worker/secondThread';
import { forecastRequest, importFile, openTestService, SETTINGS, TODAY } from './testService';

const NO_THREAD = new Error('no thread');
const stands = () => Promise.resolve(true);

/** As much of a forecast as a preview tells. */
function gistOf({ past, running, ...told }: Forecast): unknown {
  expect(running).toHaveLength(told.months.length);
  expect(past.length).toBeGreaterThan(0);
  return {
    ...told,
    months: told.months.map(({ wins, distribution, ...month }) => {
      expect(wins.mean).toBeGreaterThanOrEqual(0);
      expect(distribution).toEqual([]);
      return month;
    }),
    quarters: told.quarters.slice(0, 1),
    years: told.years.slice(0, 1),
  };
}

describe('forecast', () => {
  it('of a plan alone begins with the fiscal quarter and is the engine’s own', async () => {
    const { service } = await openTestService();
    const request = forecastRequest();
    const result = await service.forecast(request);
    const startDay = firstDayOfMonth('2026-10');
    const options = { startDay, horizonMonths: HORIZON_MONTHS, fiscalYearStart: 1, currency: 'EUR' };
    const expected = simulate(build(request.plan, options), { paths: request.paths, seed: request.seed });
    expect(result).toEqual({ ok: true, value: { forecast: expected, history: null, calibration: null } });
  });

  it('is the same whether or not another thread draws half of it', async () => {
    const { service } = await openTestService();
    const request = forecastRequest({ paths: 5_000 });
    const alone = await service.forecast(request);
    // A preview starts the second thread; the full run after it is shared out.
    await service.preview({ ...request, paths: 600 });
    expect(await service.forecast(request)).toEqual(alone);
  });

  it.each<[string, () => SecondThread]>([
    ['ends', () => ({ stand: stands, drawSecondHalf: () => Promise.resolve(null) })],
    ['fails', () => ({ stand: stands, drawSecondHalf: () => Promise.reject(new Error('no memory')) })],
    ['can’t say that it stands', () => ({ ...createSecondThread(), stand: () => Promise.reject(NO_THREAD) })],
    [
      'can’t be started',
      () => {
        throw NO_THREAD;
      },
    ],
  ])('goes on alone where the second thread %s', async (_, startSecondThread) => {
    const forecaster = new Forecaster({ build: 'test', startSecondThread });
    const request = forecastRequest({ paths: 5_000 });
    const alone = await forecaster.forecast(null, request);
    await forecaster.preview(null, { ...request, paths: 600 });
    expect(await forecaster.forecast(null, request)).toEqual(alone);
  });

  it('does not ask a second thread again that has failed', async () => {
    const drawSecondHalf = vi.fn(() => Promise.reject(new Error('no memory')));
    const forecaster = new Forecaster({
      build: 'test',
      startSecondThread: () => ({ stand: stands, drawSecondHalf }),
    });
    const request = forecastRequest({ paths: 5_000 });
    await forecaster.preview(null, { ...request, paths: 600 });
    await forecaster.forecast(null, request);
    await forecaster.forecast(null, request);
    expect(drawSecondHalf).toHaveBeenCalledOnce();
  });

  it('is shared out only once the second thread stands, and never waits for one that does not', async () => {
    let asked = 0;
    let starts = 0;
    let sayThatItStands = (): void => undefined;
    const forecaster = new Forecaster({
      build: 'test',
      startSecondThread: () => {
        starts += 1;
        const { drawSecondHalf } = createSecondThread();
        return {
          stand: () => new Promise((resolve) => (sayThatItStands = () => resolve(true))),
          drawSecondHalf: async (...half) => {
            asked += 1;
            return await drawSecondHalf(...half);
          },
        };
      },
    });
    const request = forecastRequest({ paths: 5_000 });
    await forecaster.preview(null, { ...request, paths: 600 });
    const alone = await forecaster.forecast(null, request);
    expect([starts, asked]).toEqual([1, 0]);
    sayThatItStands();
    await forecaster.preview(null, { ...request, paths: 600 });
    expect(await forecaster.forecast(null, request)).toEqual(alone);
    expect([starts, asked]).toEqual([1, 1]);
  });

  it('is previewed by the first of its paths, and of these only the gist is told', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test);
    const request = forecastRequest({ settings, paths: 600 });
    const preview = await test.service.preview(request);
    const forecast = await test.service.forecast(request);
    if (!preview.ok || !forecast.ok) throw new Error('ended');
    expect(preview.value).toEqual(gistOf(forecast.value.forecast));
  });

  it('and previews end each other', async () => {
    const { service } = await openTestService();
    const results = await Promise.all([
      service.forecast(forecastRequest()),
      service.preview(forecastRequest({ paths: 600 })),
    ]);
    expect(results).toMatchObject([
      { ok: false, reason: 'superseded' },
      { ok: true, value: { paths: 600 } },
    ]);
  });

  it('of an import rests on its deals as of the data day, mixed with the plan', async () => {
    const test = await openTestService();
    const { record, settings } = await importFile(test);
    const request = forecastRequest({ settings });
    const result = await test.service.forecast(request);
    const records = test.repository.contents.deals.get(record.id) ?? [];
    const deals = records.map((deal): Deal => ({
      ...deal,
      kind: settings.sourceKinds[deal.source ?? ''] ?? 'unsorted',
    }));
    const { model, summary } = fit(asOf(deals, record.dataDay), {
      dataDay: record.dataDay,
      horizonMonths: HORIZON_MONTHS,
      fiscalYearStart: 1,
      currency: 'SEK',
    });
    const expected = createSimulation(mix(portableModel(model), request.plan), {
      paths: 2_000,
      seed: 1,
    }).finish();
    expect(result).toEqual({ ok: true, value: { forecast: expected, history: summary, calibration: null } });
    expect(expected.start).toBe(record.dataDay + 1);
  });

  it('leaves out excluded deals and says how many', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test);
    await test.service.forecast(forecastRequest({ settings }));
    await test.service.setExcluded('1000', true);
    const result = await test.service.forecast(forecastRequest({ settings }));
    if (!result.ok) throw new Error(result.reason);
    const { history } = result.value;
    expect(history?.kinds.reduce((sum, { deals }) => sum + deals, 0)).toBe(39);
    expect(history?.notes).toContainEqual({ code: 'excluded', params: { count: 1 } });
  });

  it('follows the sorting of sources at once, reading the deals again but not twice', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test);
    await test.service.forecast(forecastRequest({ settings }));
    await test.service.forecast(forecastRequest({ settings }));
    expect(test.repository.dealReads).toBe(1);
    const sorted = { ...settings, sourceKinds: { ...settings.sourceKinds, constructor: 'spear' as const } };
    const result = await test.service.forecast(forecastRequest({ settings: sorted }));
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.history?.kinds.map(({ kind }) => kind)).toContain('spear');
  });

  it('answers `superseded` to all but the newest request', async () => {
    const { service } = await openTestService();
    const results = await Promise.all([1, 2, 3].map((seed) => service.forecast(forecastRequest({ seed }))));
    expect(results.map((result) => (result.ok ? result.value.forecast.seed : result.reason))).toEqual([
      'superseded',
      'superseded',
      3,
    ]);
  });

  it('stops between slices for a newer request, and when it is cancelled', async () => {
    const { service } = await openTestService();
    let newer: Promise<unknown> | null = null;
    const older = await service.forecast(forecastRequest({ paths: 5_000 }), (done) => {
      if (done > 0.3) newer ??= service.forecast(forecastRequest());
    });
    expect(older).toEqual({ ok: false, reason: 'superseded' });
    expect(await newer).toMatchObject({ ok: true });
    const cancelled = await service.forecast(forecastRequest({ paths: 5_000 }), (done) => {
      if (done > 0.3) void service.cancelForecast();
    });
    expect(cancelled).toEqual({ ok: false, reason: 'cancelled' });
    // A cancel with nothing running must not end the next one.
    await service.cancelForecast();
    expect(await service.forecast(forecastRequest())).toMatchObject({ ok: true });
  });

  it('reports progress from nothing to all done', async () => {
    const { service } = await openTestService();
    const seen: number[] = [];
    await service.forecast(forecastRequest({ paths: 2_500 }), (done) => seen.push(done));
    expect(seen).toEqual([0, 0.4, 0.8, 1]);
  });

  it('falls back on the plan where the active import is gone', async () => {
    const { service } = await openTestService();
    const settings = { ...SETTINGS, activeImport: 'pruned elsewhere' };
    expect(await service.forecast(forecastRequest({ settings, today: TODAY }))).toMatchObject({
      ok: true,
      value: { history: null },
    });
  });
});
