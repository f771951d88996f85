import { describe, expect, it } from 'vitest';
import { longHistoryCsv } from './longHistory';
import { csvFile, forecastRequest, importFile, openTestService } from './testService';

describe('team', () => {
  it('adds up to the forecast that is handed over, and answers a list, the same for the same question', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test, csvFile(longHistoryCsv()));
    const forecast = await test.service.forecast(forecastRequest({ settings, paths: 100 }));
    if (!forecast.ok) throw new Error(forecast.reason);
    const periods = forecast.value.forecast.quarters.slice(0, 2);
    const request = { settings, periods, ramp: [0.5] };
    const team = await test.service.team(request);
    const sum = (team?.sellers ?? []).reduce((total, seller) => total + seller.periods[0]!.value, 0);
    const { mean } = periods[0]!.value;
    expect(sum + team!.nobody[0]!.value).toBeCloseTo(mean, 4);
    const list = await test.service.myList({ ...request, seller: null, most: 5 });
    expect(list?.seller).toBeNull();
    expect(list!.items.length).toBeLessThanOrEqual(5);
    expect(list!.open).toBeGreaterThan(0);
  });

  it('checks scores with progress, and ends when asked to', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test, csvFile(longHistoryCsv()));
    const seen: number[] = [];
    const checked = await test.service.checkScores(settings, (done) => seen.push(done));
    expect(checked.ok).toBe(true);
    expect(seen.at(-1)).toBe(1);
    const ended = test.service.checkScores(settings);
    await test.service.cancelScoreCheck();
    expect(await ended).toEqual({ ok: false, reason: 'cancelled' });
  });

  it('has no answer without deals', async () => {
    const { service } = await openTestService();
    const { settings } = forecastRequest();
    expect(await service.team({ settings, periods: [], ramp: [] })).toBeNull();
    expect(await service.checkScores(settings)).toEqual({ ok: true, value: null });
  });
});
