import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScenarioChange, Scenarios } from '../../../src/engine';
import type { Forecasting } from '../../../src/state/forecasting.svelte';
import { Comparing } from '../../../src/state/scenarios/comparing.svelte';
import type { Workspace } from '../../../src/state/workspace.svelte';
import type { ScenariosRequest, ScenariosResult } from '../../../src/worker/protocol';
import { sampleForecast } from '../../ui/forecast/sampleForecast';

/** Requests that are answered by hand. */
let waiting: {
  request: ScenariosRequest;
  tell: (done: number) => void;
  answer: (result: ScenariosResult) => void;
  fail: () => void;
}[];
let workspace: { plans: { scenarios: Scenarios }; isMoving: boolean };
let tellPlans: () => void;
let tellChange: (change: string) => void;
let tellShown: () => void;
let forecasting: { answer: { forecast: ReturnType<typeof sampleForecast> } | null; isBusy: boolean };

const change = (factor: number, isOn = true): ScenarioChange => ({
  ...{ what: 'leads', kind: 'net', factor },
  ...{ id: 'a', isOn, from: '2027-01', months: null, shock: null },
});
const scenariosOf = (...changes: ScenarioChange[]): Scenarios => ({
  base: 'asForecast',
  variants: [{ id: 'v', name: 'Variant', changes }],
});

function comparingOf(scenarios: Scenarios): Comparing {
  const service = {
    compareScenarios: (request: ScenariosRequest, tell: (done: number) => void) =>
      new Promise((resolve, reject) =>
        waiting.push({ request, tell, answer: resolve, fail: () => reject(new Error('broken')) }),
      ),
    cancelScenarios: () => Promise.resolve(waiting.at(-1)?.answer({ ok: false, reason: 'cancelled' })),
  };
  const stub = {
    ...{ service, settings: {}, plan: {}, today: 0, isMoving: false, plans: { scenarios } },
    onPlansChange: (listener: () => void) => (tellPlans = listener),
    onChange: (listener: (change: string) => void) => (tellChange = listener),
  };
  workspace = stub;
  const shown = { onShown: (listener: () => void) => (tellShown = listener), isPreview: false };
  forecasting = Object.assign(shown, { answer: { forecast: sampleForecast() }, isBusy: false });
  return new Comparing(stub as unknown as Workspace, forecasting as unknown as Forecasting);
}

function set(scenarios: Scenarios): void {
  workspace.plans = { scenarios };
  tellPlans();
}

const made = (name: string) => ({ ok: true, value: { name } }) as unknown as ScenariosResult;
const rest = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  waiting = [];
});
afterEach(() => void vi.useRealTimers());

describe('Comparing', () => {
  it('asks when the screen opens, by paths and seed of the forecast on screen, and not twice', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    expect(waiting).toHaveLength(0);
    comparing.open();
    const { paths, seed } = sampleForecast();
    expect(waiting[0]?.request).toMatchObject({ paths, seed, base: 'asForecast' });
    waiting[0]?.answer(made('first'));
    await rest();
    expect([comparing.answer, comparing.isRunning]).toEqual([{ name: 'first' }, false]);
    tellPlans();
    expect(waiting).toHaveLength(1);
  });

  it('asks nothing where there is no variant, and forgets the answer with the last one', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    comparing.open();
    waiting[0]?.answer(made('first'));
    await rest();
    set({ base: 'asForecast', variants: [] });
    expect([comparing.answer, waiting.length]).toEqual([null, 1]);
  });

  it('asks anew where a number changes, and not for a name or what is switched off', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    comparing.open();
    waiting[0]?.answer(made('first'));
    await rest();
    set({ base: 'asForecast', variants: [{ id: 'v', name: 'Other', changes: [change(1.1)] }] });
    set(scenariosOf(change(1.1), { ...change(2, false), id: 'b' }));
    expect(waiting).toHaveLength(1);
    set(scenariosOf(change(1.2)));
    expect(waiting).toHaveLength(2);
    forecasting.answer = { forecast: sampleForecast() };
    tellShown();
    expect(waiting).toHaveLength(3);
  });

  it('lets the newest win, and keeps the old answer meanwhile', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    comparing.open();
    set(scenariosOf(change(1.2)));
    waiting[0]?.answer(made('first'));
    await rest();
    expect(comparing.answer).toBeNull();
    waiting[1]?.answer(made('second'));
    await rest();
    expect(comparing.answer).toEqual({ name: 'second' });
  });

  it('answers a moving hand with previews, one after the other, and in full when it lets go', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    comparing.open();
    waiting[0]?.answer(made('first'));
    await rest();
    workspace.isMoving = true;
    set(scenariosOf(change(1.2)));
    set(scenariosOf(change(1.3)));
    expect(waiting.map(({ request }) => request.paths)).toEqual([1000, 600]);
    waiting[1]?.answer(made('preview'));
    await rest();
    expect(comparing.answer).toEqual({ name: 'preview' });
    expect(waiting[2]?.request).toMatchObject({ paths: 600, variants: scenariosOf(change(1.3)).variants });
    workspace.isMoving = false;
    tellChange('rested');
    expect(waiting[3]?.request.paths).toBe(1000);
  });

  it('answers a hand that holds still in full, once', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    comparing.open();
    waiting[0]?.answer(made('first'));
    await rest();
    workspace.isMoving = true;
    set(scenariosOf(change(1.2)));
    waiting[1]?.answer(made('preview'));
    await rest(400);
    expect(waiting[2]?.request.paths).toBe(1000);
    waiting[2]?.answer(made('full'));
    await rest(2000);
    expect(waiting).toHaveLength(3);
  });

  it('shows progress once it takes long, and stops when cancelled', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    comparing.open();
    waiting[0]?.tell(0.4);
    expect(comparing.isSlow).toBe(false);
    await rest(500);
    expect([comparing.isSlow, comparing.done]).toEqual([true, 0.4]);
    await comparing.cancel();
    await rest();
    expect([comparing.isCancelled, comparing.isRunning, comparing.isSlow]).toEqual([true, false, false]);
    expect(waiting).toHaveLength(1);
    comparing.again();
    expect(waiting).toHaveLength(2);
  });

  it('says what went wrong', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    comparing.open();
    waiting[0]?.fail();
    await rest();
    expect([comparing.failure, comparing.isRunning]).toEqual(['broken', false]);
  });

  it('waits while a forecast is being made', () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    forecasting.isBusy = true;
    comparing.open();
    expect(waiting).toHaveLength(0);
  });

  it('ends what is under way when the screen is left, and asks it anew on coming back', async () => {
    const comparing = comparingOf(scenariosOf(change(1.1)));
    const leave = comparing.open();
    leave();
    expect(comparing.isRunning).toBe(false);
    await rest();
    expect(comparing.isCancelled).toBe(false);
    set(scenariosOf(change(1.2)));
    expect(waiting).toHaveLength(1);
    comparing.open();
    expect(waiting).toHaveLength(2);
  });
});
