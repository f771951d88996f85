import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Forecasting } from '../../src/state/forecasting.svelte';
import type { Workspace, WorkspaceChange } from '../../src/state/workspace.svelte';

/** Forecasts that are answered by hand, so that changes can come in between. */
let waiting: { plan: string; paths: number; answer: (ok?: boolean) => void; fail: () => void }[];
let workspace: { plan: string; settings: { hasStarted: boolean } };
/** As the workspace tells of a change. */
let announce: (change: WorkspaceChange) => void;

function forecasting(firstSightPaths: number | null = null): Forecasting {
  workspace = { plan: 'first', settings: { hasStarted: true } };
  const answering =
    (valueOf: (gist: { plan: string; paths: number }) => unknown) =>
    ({ plan, paths }: { plan: string; paths: number }) =>
      new Promise((resolve, reject) => {
        waiting.push({
          plan,
          paths,
          answer: (ok = true) =>
            resolve(ok ? { ok, value: valueOf({ plan, paths }) } : { ok, reason: 'cancelled' }),
          fail: () => reject(new Error(`no forecast of ${plan}`)),
        });
      });
  const service = { forecast: answering((forecast) => ({ forecast })), preview: answering((gist) => gist) };
  const onChange = (listener: typeof announce) => (announce = listener);
  // All that forecasting needs of a workspace; the plan's name stands for the plan.
  return new Forecasting(
    Object.assign(workspace, { service, today: 0, revision: 0, onChange }) as unknown as Workspace,
    firstSightPaths,
  );
}

function change(plan: string, what: WorkspaceChange): void {
  workspace.plan = plan;
  announce(what);
}

/** What is on screen, by its plan and paths: what is newest, and the newest full forecast. */
const shown = ({ newest }: Forecasting): string | null => newest && nameOf(newest);
const inFull = ({ answer }: Forecasting): string | null => answer && nameOf(answer.forecast);
const nameOf = (gist: object): string => Object.values(gist).join(' ');

const asked = (): readonly string[] => waiting.map(({ plan, paths }) => `${plan} ${paths}`);

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
    expect(inFull(forecast)).toBe('first 10000');
    expect(forecast.isBusy).toBe(true);
    expect(waiting.map(({ plan }) => plan)).toEqual(['first', 'fourth']);
    waiting[1]?.answer();
    await settle();
    expect(inFull(forecast)).toBe('fourth 10000');
    expect(shown(forecast)).toBe('fourth 10000');
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
    expect(inFull(forecast)).toBe('first 10000');
    void forecast.refresh();
    waiting[2]?.fail();
    await settle();
    expect(inFull(forecast)).toBe('first 10000');
    expect(forecast.failure).toBe('no forecast of first');
    expect(forecast.isBusy).toBe(false);
  });
});

describe('Forecasting with a first sight', () => {
  it('shows few paths first, once, and is busy until all are drawn', async () => {
    const forecast = forecasting(250);
    const listener = vi.fn();
    forecast.onShown(listener);
    void forecast.refresh();
    expect(asked()).toEqual(['first 250']);
    waiting[0]?.answer();
    await settle();
    expect(asked()).toEqual(['first 250', 'first 10000']);
    expect(inFull(forecast)).toBe('first 250');
    expect([forecast.isFirstSight, forecast.isBusy]).toEqual([true, true]);
    expect(listener).not.toHaveBeenCalled();
    waiting[1]?.answer();
    await settle();
    expect(inFull(forecast)).toBe('first 10000');
    expect([forecast.isFirstSight, forecast.isBusy]).toEqual([false, false]);
    expect(listener).toHaveBeenCalledTimes(1);
    void forecast.refresh();
    expect(asked()).toEqual(['first 250', 'first 10000', 'first 10000']);
  });

  it('goes on to all paths where the first few fail or are cancelled', async () => {
    const forecast = forecasting(250);
    void forecast.refresh();
    waiting[0]?.fail();
    await settle();
    expect(asked()).toEqual(['first 250', 'first 10000']);
    waiting[1]?.answer();
    await settle();
    expect([inFull(forecast), forecast.failure]).toEqual(['first 10000', null]);
  });
});

describe('Forecasting while a figure is being moved', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const settle = () => vi.advanceTimersByTimeAsync(0);

  it('shows previews, one at a time and of the newest state, and the full number on release', async () => {
    const forecast = forecasting();
    let times = 0;
    forecast.onShown(() => times++);
    change('second', 'moving');
    change('third', 'moving');
    change('fourth', 'moving');
    expect(asked()).toEqual(['second 300']);
    waiting[0]?.answer();
    await settle();
    expect(shown(forecast)).toBe('second 300');
    waiting[1]?.answer();
    await settle();
    expect(shown(forecast)).toBe('fourth 300');
    expect(forecast.isPreview).toBe(true);
    // Nothing that wants the whole of a forecast takes a preview for one.
    expect(forecast.answer).toBeNull();
    expect(forecast.isBusy).toBe(true);
    expect(times).toBe(0);
    change('fourth', 'rested');
    expect(asked()).toEqual(['second 300', 'fourth 300', 'fourth 10000']);
    waiting[2]?.answer();
    await settle();
    expect(forecast.isBusy).toBe(false);
    expect(forecast.isPreview).toBe(false);
    expect(inFull(forecast)).toBe('fourth 10000');
    expect(times).toBe(1);
  });

  it('sends a preview past a full forecast under way, whose answer is then dropped', async () => {
    const forecast = forecasting();
    void forecast.refresh();
    change('second', 'moving');
    expect(asked()).toEqual(['first 10000', 'second 300']);
    waiting[1]?.answer();
    waiting[0]?.answer();
    await settle();
    expect(shown(forecast)).toBe('second 300');
    change('second', 'rested');
    waiting[2]?.answer();
    await settle();
    expect(inFull(forecast)).toBe('second 10000');
    expect(asked()).toEqual(['first 10000', 'second 300', 'second 10000']);
    expect(forecast.isBusy).toBe(false);
  });

  it('sends the full forecast past a preview that is still under way on release', async () => {
    const forecast = forecasting();
    change('second', 'moving');
    change('third', 'moving');
    change('third', 'rested');
    expect(asked()).toEqual(['second 300', 'third 10000']);
    waiting[0]?.answer();
    await settle();
    expect(forecast.newest).toBeNull();
    waiting[1]?.answer();
    await settle();
    expect(inFull(forecast)).toBe('third 10000');
    expect(waiting).toHaveLength(2);
  });

  it('makes the full forecast also where the hand holds still, and on release then nothing more', async () => {
    const forecast = forecasting();
    change('second', 'moving');
    waiting[0]?.answer();
    await vi.advanceTimersByTimeAsync(500);
    expect(asked()).toEqual(['second 300', 'second 10000']);
    waiting[1]?.answer();
    await settle();
    change('second', 'rested');
    expect(waiting).toHaveLength(2);
    expect(forecast.isBusy).toBe(false);
  });

  it('makes nothing on release where nothing was moved', () => {
    forecasting();
    announce('rested');
    expect(waiting).toEqual([]);
  });
});
