import { describe, expect, it } from 'vitest';
import { simulate, weighAssumptions } from '../../src/engine';
import { assembleModel, planOptions } from '../../src/worker/modelling';
import type { GoalSeekRequest } from '../../src/worker/protocol';
import { csvFile, forecastRequest, importFile, openTestService } from './testService';
import { longHistoryCsv } from './longHistory';

function goalRequest(patch: Partial<GoalSeekRequest> = {}): GoalSeekRequest {
  const { plan, settings, today } = forecastRequest();
  const { model } = assembleModel(null, null, forecastRequest());
  const { mean } = simulate(model, { paths: 200, seed: 1 }).nextTwelve.value;
  const by = model.months[11] ?? '2027-12';
  return {
    plan,
    settings,
    today,
    goal: { measure: 'value', amount: mean * 1.1, from: null, by, chance: 0.7 },
    choices: { 'net.leads': { min: 10, max: 5_000 } },
    wantsLevers: true,
    wantsMixes: false,
    paths: 100,
    seed: 1,
    ...patch,
  };
}

describe('seekGoal', () => {
  it('answers from the plan alone where there are no deals, and says how far it is', async () => {
    const { service } = await openTestService();
    const seen: number[] = [];
    const result = await service.seekGoal(goalRequest(), (done) => seen.push(done));
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.levers.map(({ lever }) => lever.key)).toContain('net.leads');
    expect(result.value.levers.every(({ lever }) => lever.basis === 'plan')).toBe(true);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it('answers from the deals in use where there are some', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test, csvFile(longHistoryCsv()));
    const result = await test.service.seekGoal(goalRequest({ settings }));
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.levers.every(({ lever }) => lever.basis === 'history')).toBe(true);
  });

  it('lets the newest request win, and stops when told to', async () => {
    const { service } = await openTestService();
    const few = goalRequest({ wantsLevers: false });
    const first = service.seekGoal(few);
    const second = service.seekGoal(few);
    expect(await first).toEqual({ ok: false, reason: 'superseded' });
    expect((await second).ok).toBe(true);
    const third = service.seekGoal(few);
    await service.cancelGoal();
    expect(await third).toEqual({ ok: false, reason: 'cancelled' });
  });

  it('ends no forecast, and no forecast ends it', async () => {
    const { service } = await openTestService();
    const [goal, forecast] = await Promise.all([
      service.seekGoal(goalRequest({ wantsLevers: false })),
      service.forecast(forecastRequest({ paths: 300 })),
    ]);
    expect([goal.ok, forecast.ok]).toEqual([true, true]);
  });
});

describe('weighAssumptions', () => {
  it('is the engine’s own of the same plan', async () => {
    const { service } = await openTestService();
    const request = forecastRequest();
    const { plan } = request;
    expect(await service.weighAssumptions(request)).toEqual(
      weighAssumptions({ fitted: null, summary: null, options: planOptions(request) }, plan),
    );
  });
});
