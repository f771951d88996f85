import { beforeEach, describe, expect, it } from 'vitest';
import { Forecasting } from '../../src/state/forecasting.svelte';
import type { Workspace } from '../../src/state/workspace.svelte';

/** Forecasts that are answered by hand, so that changes can come in between. */
let waiting: { plan: string; answer: (ok?: boolean) => void; fail: () => void }[];
let workspace: { plan: string; settings: { hasStarted: boolean } };

function forecasting(): Forecasting {
  workspace = { plan: 'first', settings: { hasStarted: true } };
  const service = {
    forecast: ({ plan }: { plan: string }) =>
      new Promise((resolve, reject) => {
        waiting.push({
          plan,
          answer: (ok = true) => resolve(ok ? { ok, value: plan } : { ok, reason: 'cancelled' }),
          fail: () => reject(new Error(`no forecast of ${plan}`)),
        });
      }),
  };
  // All that forecasting needs of a workspace; the plan's name stands for plan and answer.
  return new Forecasting(
    Object.assign(workspace, { service, today: 0, onChange: () => {} }) as unknown as Workspace,
  );
}

/** Lets everything that is only waiting for promises go on. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  waiting = [];
});

describe('Forecasting', () => {
  it('shows the forecast under way while changes keep coming, then forecasts only the newest', async () => {
    const forecast = forecasting();
    void forecast.refresh();
    for (const plan of ['second', 'third', 'fourth']) {
      workspace.plan = plan;
      void forecast.refresh();
    }
    expect(waiting.map(({ plan }) => plan)).toEqual(['first']);
    waiting[0]?.answer();
    await settle();
    expect(forecast.answer).toBe('first');
    expect(forecast.isBusy).toBe(true);
    expect(waiting.map(({ plan }) => plan)).toEqual(['first', 'fourth']);
    waiting[1]?.answer();
    await settle();
    expect(forecast.answer).toBe('fourth');
    expect(forecast.isBusy).toBe(false);
  });

  it('resolves once the newest state is forecast', async () => {
    const forecast = forecasting();
    let isDone = false;
    void forecast.refresh().then(() => (isDone = true));
    void forecast.refresh();
    waiting[0]?.answer();
    await settle();
    expect(isDone).toBe(false);
    waiting[1]?.answer();
    await settle();
    expect(isDone).toBe(true);
  });

  it('shows nothing of what was erased while it was forecast', async () => {
    const forecast = forecasting();
    void forecast.refresh();
    workspace.settings = { hasStarted: false };
    void forecast.refresh();
    waiting[0]?.answer();
    await settle();
    expect(forecast.answer).toBeNull();
    expect(forecast.isBusy).toBe(false);
  });

  it('keeps the last forecast when the next is cancelled or fails, and says why it failed', async () => {
    const forecast = forecasting();
    void forecast.refresh();
    waiting[0]?.answer();
    await settle();
    void forecast.refresh();
    waiting[1]?.answer(false);
    await settle();
    expect(forecast.answer).toBe('first');
    void forecast.refresh();
    waiting[2]?.fail();
    await settle();
    expect(forecast.answer).toBe('first');
    expect(forecast.failure).toBe('no forecast of first');
    expect(forecast.isBusy).toBe(false);
  });
});
