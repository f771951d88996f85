import { describe, expect, it } from 'vitest';
import { createBacktest, METHOD_VERSION, readinessOf } from '../../src/engine';
import type { Deal } from '../../src/engine';
import type { DealQuery, ForecastAnswer } from '../../src/worker/protocol';
import { StorageFailure } from '../../src/storage/problem';
import type { Settings } from '../../src/workspace/types';
import { longHistoryCsv } from './longHistory';
import { MemoryRepository } from './memoryRepository';
import {
  csvFile,
  forecastRequest,
  importFile,
  openTestService,
  SETTINGS,
  TODAY,
  type TestService,
} from './testService';

const EVERY_DEAL: DealQuery = {
  search: '',
  outcome: 'all',
  kind: 'all',
  owner: null,
  stage: null,
  only: 'all',
  sort: 'created',
  descending: true,
  offset: 0,
  limit: 100,
};

async function openLong(repository = new MemoryRepository()) {
  const test = await openTestService(repository);
  const { settings, record } = await importFile(test, csvFile(longHistoryCsv()));
  return { test, settings, record };
}

async function replayed({ service }: TestService, settings: Settings) {
  const result = await service.replay(settings);
  if (!result.ok || !result.value) throw new Error('no track record');
  return result.value;
}

function firstDealId({ repository }: TestService): string {
  return [...repository.contents.deals.values()][0]?.[0]?.id ?? '';
}

describe('replay', () => {
  it('is the engine’s own backtest of the deals in use', async () => {
    const { test, settings, record } = await openLong();
    const kept = await replayed(test, settings);
    const deals = (test.repository.contents.deals.get(record.id) ?? []).map((deal): Deal => ({
      ...deal,
      kind: settings.sourceKinds[deal.source ?? ''] ?? 'unsorted',
    }));
    const options = { dataDay: record.dataDay, fiscalYearStart: 1, currency: 'SEK' };
    const stages = record.mapping.stageOrder;
    expect(kept.result).toEqual(createBacktest(deals, { ...options, stages }).finish());
    expect(kept.result.origins.length).toBeGreaterThan(4);
    expect(kept.readiness).toEqual(readinessOf(deals, record.dataDay));
    expect(kept).toMatchObject({ importId: record.id, method: METHOD_VERSION, currency: 'SEK' });
  });

  it('is kept over a reload and answered at once, without reading deals', async () => {
    const { test, settings } = await openLong();
    const first = await replayed(test, settings);
    const again = await openTestService(test.repository);
    const readsBefore = test.repository.dealReads;
    expect(await again.service.trackRecord(settings)).toEqual(first);
    const seen: number[] = [];
    expect(await again.service.replay(settings, (done) => seen.push(done))).toEqual({
      ok: true,
      value: first,
      isNew: false,
    });
    expect(seen).toEqual([]);
    expect(test.repository.dealReads).toBe(readsBefore);
  });

  it('widens or narrows the ranges of later forecasts by what it has learnt, and leaves their means', async () => {
    const { test, settings } = await openLong();
    const request = forecastRequest({ settings });
    const forecastOf = async (): Promise<ForecastAnswer> => {
      const result = await test.service.forecast(request);
      if (!result.ok) throw new Error(result.reason);
      return result.value;
    };
    const before = await forecastOf();
    const { result } = await replayed(test, settings);
    const after = await forecastOf();
    expect(before.calibration).toBeNull();
    expect(after.calibration).toEqual(result.calibration);
    expect(result.calibration.origins).toBe(result.origins.length);
    const widthOf = ({ forecast }: ForecastAnswer): number => {
      const { q10, q90 } = forecast.nextTwelve.value;
      return q90 - q10;
    };
    const { wins, revenue, quarter } = result.calibration;
    expect(Math.sign(widthOf(after) - widthOf(before))).toBe(Math.sign((wins + revenue + quarter) / 3 - 1));
    const [mean, meanBefore] = [after, before].map(({ forecast }) => forecast.nextTwelve.value.mean);
    // Sampling error of 2,000 paths.
    expect(Math.abs((mean ?? NaN) / (meanBefore ?? NaN) - 1)).toBeLessThan(0.02);
    // Excluding a deal leaves the learnt ranges until the next replay is done.
    await test.service.setExcluded(firstDealId(test), true);
    expect((await forecastOf()).calibration).toEqual(result.calibration);
  });

  it('is made anew when a deal is excluded, a source sorted, or the fiscal year moved, and not for looks', async () => {
    const { test, settings } = await openLong();
    const { key } = await replayed(test, settings);
    expect(await test.service.trackRecord({ ...settings, theme: 'dark', locale: 'en' })).not.toBeNull();
    expect(await test.service.trackRecord({ ...settings, fiscalYearStart: 4 })).toBeNull();
    const sorted = { ...settings, sourceKinds: { ...settings.sourceKinds, Outbound: 'net' as const } };
    expect(await test.service.trackRecord(sorted)).toBeNull();
    await test.service.setExcluded('1000', true);
    expect(await test.service.trackRecord(settings)).toBeNull();
    expect((await replayed(test, settings)).key).not.toBe(key);
    await test.service.setExcluded('1000', false);
    expect((await replayed(test, settings)).key).toBe(key);
  });

  it('goes on where a cancelled one stopped', async () => {
    const { test, settings } = await openLong();
    const seen: number[] = [];
    const cancelled = await test.service.replay(settings, (done) => {
      seen.push(done);
      if (done > 0.4) void test.service.cancelReplay();
    });
    expect(cancelled).toEqual({ ok: false, reason: 'cancelled' });
    expect(await test.service.trackRecord(settings)).toBeNull();
    const stoppedAt = seen.at(-1) ?? 0;
    const resumed: number[] = [];
    expect(await test.service.replay(settings, (done) => resumed.push(done))).toMatchObject({ ok: true });
    expect(resumed[0]).toBeGreaterThanOrEqual(stoppedAt);
    expect(resumed.at(-1)).toBe(1);
  });

  it('is cancelled also before its first month end, and begins when asked again', async () => {
    const { test, settings } = await openLong();
    const asked = test.service.replay(settings);
    await test.service.cancelReplay();
    expect(await asked).toEqual({ ok: false, reason: 'cancelled' });
    expect(await test.service.trackRecord(settings)).toBeNull();
    expect((await replayed(test, settings)).result.origins.length).toBeGreaterThan(4);
  });

  it('runs once for all who ask for the same', async () => {
    const { test, settings } = await openLong();
    const [one, other] = await Promise.all([test.service.replay(settings), test.service.replay(settings)]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ ok: true });
  });

  it('ends when what it rests on changes', async () => {
    const { test, settings } = await openLong();
    const ended = await test.service.replay(settings, (done) => {
      if (done > 0 && done < 0.3) void test.service.setExcluded('1001', true);
    });
    expect(ended).toEqual({ ok: false, reason: 'superseded' });
    const one = test.service.replay(settings);
    const other = test.service.replay({ ...settings, fiscalYearStart: 2 });
    expect(await one).toEqual({ ok: false, reason: 'superseded' });
    expect(await other).toMatchObject({ ok: true });
  });

  it('lets forecasts through and waits while they are made', async () => {
    const { test, settings } = await openLong();
    const order: string[] = [];
    let forecasts: Promise<void> | null = null;
    const replay = test.service.replay(settings, (done) => {
      if (done > 0.2 && done < 1) {
        forecasts ??= (async () => {
          for (let count = 0; count < 2; count++) {
            await test.service.forecast(forecastRequest({ settings, paths: 3_000 }));
            order.push('forecast');
          }
        })();
        order.push('replay');
      }
    });
    expect(await replay).toMatchObject({ ok: true });
    await forecasts;
    // One slice was under way when the first was asked for; no other came in between.
    expect(order.slice(0, 3)).toEqual(['replay', 'forecast', 'forecast']);
  });

  it('waits while someone scrolls through the deals', async () => {
    const { test, settings } = await openLong();
    // The table is there already: what is asked of it comes at once.
    await test.service.deals(EVERY_DEAL);
    const order: string[] = [];
    let scroll: Promise<void> | null = null;
    const replay = test.service.replay(settings, (done) => {
      if (done > 0.2 && done < 1) {
        scroll ??= (async () => {
          for (let offset = 0; offset < 300; offset += 100) {
            await test.service.deals({ ...EVERY_DEAL, offset });
            order.push('deals');
          }
        })();
        order.push('replay');
      }
    });
    expect(await replay).toMatchObject({ ok: true });
    await scroll;
    expect(order.slice(0, 4)).toEqual(['replay', 'deals', 'deals', 'deals']);
  });

  it('waits while files are read', async () => {
    const { test, settings } = await openLong();
    const order: string[] = [];
    let reading: Promise<void> | null = null;
    const replay = test.service.replay(settings, (done) => {
      if (done > 0.2 && done < 1) {
        reading ??= (async () => {
          await test.service.inspect([csvFile()], null, TODAY);
          order.push('read');
        })();
        order.push('replay');
      }
    });
    expect(await replay).toMatchObject({ ok: true });
    await reading;
    // One slice was under way when the files came in; no other came in between.
    expect(order.slice(0, 2)).toEqual(['replay', 'read']);
  });

  it('lets go of what it holds when files are read, and is right when it has gone on', async () => {
    const undisturbed = await openLong();
    const expected = await replayed(undisturbed.test, undisturbed.settings);
    const { test, settings } = await openLong();
    const seen: number[] = [];
    let reading: Promise<unknown> | null = null;
    const replay = test.service.replay(settings, (done) => {
      seen.push(done);
      if (done > 0.4) reading ??= test.service.inspect([csvFile()], null, TODAY);
    });
    const result = await replay;
    await reading;
    expect(result).toMatchObject({ ok: true, isNew: true });
    expect(result.ok && result.value?.result).toEqual(expected.result);
    // It was prepared anew: from the first month end.
    expect(seen.lastIndexOf(0)).toBeGreaterThan(seen.findIndex((done) => done > 0.4));
    // One that was cancelled and then made room begins anew too.
    await test.service.setExcluded(firstDealId(test), true);
    const cancelled = await test.service.replay(settings, (done) => {
      if (done > 0.4) void test.service.cancelReplay();
    });
    expect(cancelled).toEqual({ ok: false, reason: 'cancelled' });
    await test.service.inspect([csvFile()], null, TODAY);
    const resumed: number[] = [];
    expect(await test.service.replay(settings, (done) => resumed.push(done))).toMatchObject({ ok: true });
    expect(resumed[0]).toBe(0);
  });

  it('says what is missing where the history is too short', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test);
    const { result, readiness } = await replayed(test, settings);
    expect(result.origins).toEqual([]);
    expect(readiness).toMatchObject({ winsNeeded: 30, readyOn: null });
    expect(readiness.datedWins).toBeLessThan(30);
  });

  it('is nothing without deals', async () => {
    const { service } = await openTestService();
    expect(await service.replay(SETTINGS)).toEqual({ ok: true, value: null, isNew: false });
    expect(await service.trackRecord(SETTINGS)).toBeNull();
    await service.cancelReplay();
  });

  it('is gone with its import', async () => {
    const { test, settings, record } = await openLong();
    await replayed(test, settings);
    expect(test.repository.trackRecord).not.toBeNull();
    await test.service.removeImport(record.id);
    expect(test.repository.trackRecord).toBeNull();
  });

  it('is answered though it can’t be stored', async () => {
    const { test, settings } = await openLong();
    test.repository.failure = new StorageFailure('quotaExceeded');
    const record = await replayed(test, settings);
    expect(test.repository.trackRecord).toBeNull();
    expect(await test.service.trackRecord(settings)).toEqual(record);
  });

  it('has the weighted pipeline of the month ends an earlier import showed', async () => {
    const test = await openTestService();
    const shown = TODAY - 200;
    await importFile(test, csvFile(longHistoryCsv(shown), 'earlier.csv'));
    const { settings } = await importFile(test, csvFile(longHistoryCsv()));
    const { origins } = (await replayed(test, settings)).result;
    const withPipeline = origins.filter(({ forecasts }) => forecasts.weightedPipeline !== null);
    expect(withPipeline).toHaveLength(1);
    const [{ origin, forecasts } = { origin: 0, forecasts: null }] = withPipeline;
    expect(origin - shown).toBeGreaterThanOrEqual(0);
    expect(origin - shown).toBeLessThanOrEqual(31);
    expect(forecasts?.weightedPipeline?.quarter).toBeGreaterThan(0);
  });
});
