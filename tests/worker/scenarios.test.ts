import { describe, expect, it } from 'vitest';
import {
  baseModel,
  simulate,
  type ScenarioChange,
  type ScenarioComparison,
  type Variant,
} from '../../src/engine';
import { planOptions } from '../../src/worker/modelling';
import type { ScenariosRequest } from '../../src/worker/protocol';
import { longHistoryCsv } from './longHistory';
import { csvFile, forecastRequest, importFile, openTestService } from './testService';

const MORE: ScenarioChange = {
  what: 'leads',
  kind: 'all',
  factor: 1.2,
  id: 'more',
  isOn: true,
  from: '2026-10',
  months: null,
  shock: null,
};
const variantOf = (id: string, factor: number): Variant => ({
  id,
  name: id,
  changes: [{ ...MORE, factor } as ScenarioChange],
});

function requestOf(patch: Partial<ScenariosRequest> = {}): ScenariosRequest {
  const { plan, settings, today } = forecastRequest();
  return {
    of: { plan, settings, today },
    paths: 200,
    seed: 1,
    base: 'asForecast',
    variants: [variantOf('more', 1.2), variantOf('less', 0.8)],
    ...patch,
  };
}

function valueOf(
  result: { ok: true; value: ScenarioComparison } | { ok: false; reason: string },
): ScenarioComparison {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('compareScenarios', () => {
  it('starts from the forecast that the screen shows, to the last digit: of the plan alone', async () => {
    const { service } = await openTestService();
    const seen: number[] = [];
    const comparison = valueOf(await service.compareScenarios(requestOf(), (done) => seen.push(done)));
    const forecast = await service.forecast({ ...forecastRequest(), paths: 200, seed: 1 });
    expect(forecast.ok && forecast.value.forecast).toEqual(comparison.base);
    expect(comparison.variants.map(({ id }) => id)).toEqual(['more', 'less']);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it('starts from the forecast that the screen shows, to the last digit: of deals and a track record', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test, csvFile(longHistoryCsv()));
    await test.service.replay(settings);
    const request = { ...forecastRequest(), settings, paths: 200, seed: 1 };
    const { plan, today } = request;
    const of = { plan, settings, today };
    const comparison = valueOf(await test.service.compareScenarios(requestOf({ of })));
    const forecast = await test.service.forecast(request);
    expect(forecast.ok && forecast.value.calibration).not.toBeNull();
    expect(forecast.ok && forecast.value.forecast).toEqual(comparison.base);
    const [more, less] = comparison.variants;
    expect(more?.difference.nextTwelve.mean).toBeGreaterThan(0);
    expect(less?.difference.nextTwelve.mean).toBeLessThan(0);
  });

  it('answers as if nothing had been kept where one variant of several was edited, renamed or put elsewhere', async () => {
    const { service } = await openTestService();
    await service.compareScenarios(requestOf());
    const edited = requestOf({
      variants: [variantOf('less again', 0.8), variantOf('more', 1.3), variantOf('new', 1)],
    });
    const seen: number[] = [];
    const again = valueOf(await service.compareScenarios(edited, (done) => seen.push(done)));
    const fresh = valueOf(await (await openTestService()).service.compareScenarios(edited));
    expect(again).toEqual(fresh);
    expect(again.variants.map(({ id }) => id)).toEqual(['less again', 'more', 'new']);
  });

  it('lets the newest request win, and stops when told to', async () => {
    const { service } = await openTestService();
    const first = service.compareScenarios(requestOf());
    const second = service.compareScenarios(requestOf());
    expect(await first).toEqual({ ok: false, reason: 'superseded' });
    expect((await second).ok).toBe(true);
    const third = service.compareScenarios(requestOf());
    await service.cancelScenarios();
    expect(await third).toEqual({ ok: false, reason: 'cancelled' });
  });

  it('stops between two variants, and goes on from there', async () => {
    const { service } = await openTestService();
    const stopped = service.compareScenarios(requestOf(), (done) => {
      if (done > 0.4) void service.cancelScenarios();
    });
    expect(await stopped).toEqual({ ok: false, reason: 'cancelled' });
    const fresh = valueOf(await (await openTestService()).service.compareScenarios(requestOf()));
    expect(valueOf(await service.compareScenarios(requestOf()))).toEqual(fresh);
  });

  it('ends no forecast, and no forecast ends it', async () => {
    const { service } = await openTestService();
    const [scenarios, forecast] = await Promise.all([
      service.compareScenarios(requestOf()),
      service.forecast(forecastRequest({ paths: 300 })),
    ]);
    expect([scenarios.ok, forecast.ok]).toEqual([true, true]);
  });

  it.each([false, true])(
    'of a link that was made of deals (%s) are the sender’s own to the last digit, whatever else is on the device',
    async (hasDeals) => {
      const sender = await openTestService();
      const { plan, today, settings: plain } = forecastRequest();
      const settings = hasDeals ? (await importFile(sender, csvFile(longHistoryCsv()))).settings : plain;
      const of = { plan, settings, today };
      const { variants } = requestOf();
      const ticks = { companyName: false, deals: false, customers: false, sellers: false };
      const made = await sender.service.share({
        ...of,
        seed: 1,
        title: '',
        planName: '',
        scenarios: { base: 'asForecast', variants },
        view: { screen: 'scenarios', period: 'year' },
        ticks,
        passphrase: null,
      });
      if (!made.ok) throw new Error(made.problem.code);
      const receiver = await openTestService();
      await importFile(receiver, csvFile(longHistoryCsv(today - 60)));
      const opened = await receiver.service.openShared(made.value.payload, null);
      if (!opened.ok) throw new Error(opened.problem.code);
      // Ids are made anew; what is said by them is not.
      const same = opened.value.scenarios.variants;
      expect(same.map(({ name }) => name)).toEqual(variants.map(({ name }) => name));
      for (const base of ['asForecast', 'plan', 'history'] as const) {
        const request = requestOf({ base, variants: same });
        const own = valueOf(await sender.service.compareScenarios({ ...request, of }));
        const theirs = valueOf(await receiver.service.compareScenarios({ ...request, of: opened.value }));
        expect(theirs).toEqual(own);
      }
    },
  );
});

describe('extremes', () => {
  it('are changes that a variant can be made of', async () => {
    const { service } = await openTestService();
    const { of } = requestOf();
    const answer = await service.extremes({ of, base: 'asForecast', from: '2026-10', to: '2027-09' });
    const { model } = baseModel(
      { fitted: null, options: planOptions(forecastRequest()) },
      forecastRequest().plan,
      'plan',
    );
    const { worst = [], best = [] } = answer ?? {};
    const variants = [
      { id: 'worst', name: 'worst', changes: worst },
      { id: 'best', name: 'best', changes: best },
    ];
    const comparison = valueOf(await service.compareScenarios(requestOf({ variants })));
    const base = simulate(model, { paths: 200, seed: 1 }).nextTwelve.value.mean;
    const means = comparison.variants.map(({ forecast }) => forecast.nextTwelve.value.mean);
    expect(means[0]).toBeLessThan(base);
    expect(means[1]).toBeGreaterThan(base);
  });
});
