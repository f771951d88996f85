import { describe, expect, it } from 'vitest';
import { baseModel, planBudget, type BudgetAnswer, type BudgetRequest } from '../../src/engine';
import { planOptions } from '../../src/worker/modelling';
import type { BudgetQuestion } from '../../src/worker/protocol';
import { longHistoryCsv } from './longHistory';
import { csvFile, forecastRequest, importFile, openTestService } from './testService';

const NO_LIMIT = { min: null, max: null };

function questionOf(patch: Partial<BudgetRequest> = {}): BudgetQuestion {
  const { plan, settings, today } = forecastRequest();
  return {
    plan,
    settings,
    today,
    period: 'nextTwelve',
    amount: 1_000,
    paymentDelayDays: null,
    costPerKept: null,
    split: { budget: null, limits: { net: NO_LIMIT, spear: NO_LIMIT, retention: NO_LIMIT } },
    target: null,
    paths: 200,
    seed: 1,
    ...patch,
  };
}

describe('budget', () => {
  it('rests on the forecast that the screen shows, and answers part by part', async () => {
    const { service } = await openTestService();
    const seen: number[] = [];
    let soFar: Partial<BudgetAnswer> = {};
    const result = await service.budget(questionOf(), (done, answered) => {
      seen.push(done);
      soFar = { ...soFar, ...answered };
    });
    if (!result.ok) throw new Error(result.reason);
    const forecast = await service.forecast({ ...forecastRequest(), paths: 200, seed: 1 });
    const shown = forecast.ok ? forecast.value.forecast : null;
    expect(result.value.hiring.expected).toBeCloseTo(shown?.nextTwelve.value.mean ?? NaN, 6);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    const { split: _, ...others } = result.value;
    expect(soFar).toEqual(others);

    const question = questionOf();
    const start = baseModel({ fitted: null, options: planOptions(question) }, question.plan, 'asForecast');
    const steps = planBudget(start, question);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(result.value).toEqual(step.value);
  });

  it('takes the deals where there are some', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test, csvFile(longHistoryCsv()));
    const result = await test.service.budget({ ...questionOf(), settings });
    const forecast = await test.service.forecast({ ...forecastRequest(), settings, paths: 200, seed: 1 });
    if (!result.ok || !forecast.ok) throw new Error('no answer');
    expect(result.value.hiring.expected).toBeCloseTo(forecast.value.forecast.nextTwelve.value.mean, 4);
  });

  it('works out anew only what a change touches', async () => {
    const { service } = await openTestService();
    const first = await service.budget(questionOf());
    const second = await service.budget(questionOf({ paymentDelayDays: 60 }));
    if (!first.ok || !second.ok) throw new Error('no answer');
    expect(second.value.cash).not.toEqual(first.value.cash);
    expect(second.value.next).toEqual(first.value.next);
    expect(second.value.split).toEqual(first.value.split);
  });

  it('lets the newest question win, and ends when it is told to', async () => {
    const { service } = await openTestService();
    const older = service.budget(questionOf({ paths: 5_000 }));
    const newer = service.budget(questionOf());
    expect(await older).toEqual({ ok: false, reason: 'superseded' });
    expect((await newer).ok).toBe(true);
    const cancelled = service.budget(
      questionOf({ paths: 5_000, seed: 2 }),
      () => void service.cancelBudget(),
    );
    expect(await cancelled).toEqual({ ok: false, reason: 'cancelled' });
  });
});
