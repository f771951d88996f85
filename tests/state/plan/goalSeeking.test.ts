import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Forecasting } from '../../../src/state/forecasting.svelte';
import { GoalSeeking } from '../../../src/state/plan/goalSeeking.svelte';
import type { Workspace } from '../../../src/state/workspace.svelte';
import type { GoalSeekRequest, GoalSeekResult } from '../../../src/worker/protocol';
import { sampleForecast } from '../../ui/forecast/sampleForecast';

/** Searches that are answered by hand. */
let waiting: {
  request: GoalSeekRequest;
  tell: (done: number) => void;
  answer: (result: GoalSeekResult) => void;
  fail: () => void;
}[];
let forecasting: { answer: { forecast: ReturnType<typeof sampleForecast> } | null; isBusy: boolean };

function seekingOf(): GoalSeeking {
  const service = {
    seekGoal: (request: GoalSeekRequest, tell: (done: number) => void) =>
      new Promise((resolve, reject) =>
        waiting.push({ request, tell, answer: resolve, fail: () => reject(new Error('no search')) }),
      ),
    cancelGoal: () => Promise.resolve(waiting.at(-1)?.answer({ ok: false, reason: 'cancelled' })),
  };
  const settings = { targets: { quarter: null, year: null, nextTwelve: null } };
  forecasting = { answer: { forecast: sampleForecast() }, isBusy: false };
  return new GoalSeeking(
    { service, settings, plan: {}, today: 0 } as unknown as Workspace,
    forecasting as unknown as Forecasting,
  );
}
const found = (chance: number) => ({ ok: true, value: { chance } }) as GoalSeekResult;

beforeEach(() => {
  vi.useFakeTimers();
  waiting = [];
});
afterEach(() => void vi.useRealTimers());

describe('GoalSeeking', () => {
  it('asks of the forecast on screen, by its paths and seed, and is then no longer stale', async () => {
    const seeking = seekingOf();
    expect(seeking.isStale).toBe(true);
    void seeking.seek();
    const { paths, seed } = sampleForecast();
    expect(waiting[0]?.request).toMatchObject({ paths, seed, wantsLevers: true, wantsMixes: true });
    expect(seeking.isStale).toBe(false);
    waiting[0]?.answer(found(0.3));
    await vi.advanceTimersByTimeAsync(0);
    expect(seeking.answer?.chance).toBe(0.3);
    expect(seeking.isRunning).toBe(false);
  });

  it('lets the newest question win', async () => {
    const seeking = seekingOf();
    void seeking.seek();
    seeking.ask({ chance: 0.5 });
    expect(seeking.isStale).toBe(true);
    void seeking.seek();
    waiting[1]?.answer(found(0.5));
    waiting[0]?.answer(found(0.1));
    await vi.advanceTimersByTimeAsync(0);
    expect(seeking.answer?.chance).toBe(0.5);
  });

  it('keeps a suggested goal when the plan changes, so that it does not move away', () => {
    const seeking = seekingOf();
    void seeking.seek();
    const before = seeking.goal;
    const { months, ...rest } = sampleForecast();
    const doubled = months.map((month) => ({
      ...month,
      value: { ...month.value, mean: 2 * month.value.mean },
    }));
    forecasting.answer = { forecast: sampleForecast({ ...rest, months: doubled }) };
    expect(seeking.isStale).toBe(true);
    expect(seeking.goal).toEqual(before);
  });

  it('waits while a forecast is being made', () => {
    const seeking = seekingOf();
    forecasting.isBusy = true;
    expect(seeking.isStale).toBe(false);
  });

  it('shows progress once it takes long, and stops when cancelled, the old answer kept', async () => {
    const seeking = seekingOf();
    void seeking.seek();
    waiting[0]?.answer(found(0.3));
    await vi.advanceTimersByTimeAsync(0);
    seeking.choose('net.leads', { isOn: false });
    void seeking.seek();
    waiting[1]?.tell(0.4);
    expect(seeking.isSlow).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect([seeking.isSlow, seeking.done]).toEqual([true, 0.4]);
    await seeking.cancel();
    await vi.advanceTimersByTimeAsync(0);
    expect([seeking.isCancelled, seeking.isRunning, seeking.isSlow]).toEqual([true, false, false]);
    expect(seeking.answer?.chance).toBe(0.3);
    expect(seeking.isStale).toBe(false);
  });

  it('says why it failed and can be asked again', async () => {
    const seeking = seekingOf();
    void seeking.seek();
    waiting[0]?.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(seeking.failure).toBe('no search');
    void seeking.seek();
    expect(seeking.failure).toBeNull();
  });

  it('ends a search that nobody waits for, and asks anew later', () => {
    const seeking = seekingOf();
    void seeking.seek();
    seeking.leave();
    expect([seeking.isRunning, seeking.isStale]).toEqual([false, true]);
  });
});
