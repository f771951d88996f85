import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import { sharedService } from '../../../src/state/shared/sharedService';
import type { SeedcastService } from '../../../src/worker/protocol';
import { defaultSettings } from '../../../src/workspace/defaultSettings';
import { bookWith } from '../../../src/workspace/planBook';
import type { SharedForecast } from '../../../src/workspace/sharedForecast';

const SETTINGS = { ...defaultSettings('sv', 'EUR'), hasStarted: true };
const PLAN = defaultPlan('EUR');
const SHARED = {
  plan: PLAN,
  planName: 'Theirs',
  currency: 'EUR',
  fitted: null,
  scenarios: { base: 'plan', variants: [] },
} as unknown as SharedForecast;
const REQUEST = { plan: PLAN, settings: SETTINGS, today: 20_780, paths: 600, seed: 1 };

/** Everything that may be asked of the real service; anything else is undefined and would throw. */
let real: { [Method in keyof SeedcastService]?: ReturnType<typeof vi.fn> };
let service: SeedcastService;

beforeEach(() => {
  real = {
    forecastShared: vi.fn(() => Promise.resolve({ ok: true, value: { forecast: 'made', history: null } })),
    compareScenarios: vi.fn(() => Promise.resolve({ ok: false, reason: 'superseded' })),
  };
  service = sharedService(real as unknown as SeedcastService, SHARED, SETTINGS);
});

describe('the service of somebody else’s forecast', () => {
  it('opens with what was sent and nothing of this device', async () => {
    const opened = await service.open('nowhere');
    if (!opened.ok) throw new Error(opened.problem.code);
    const { plans, ...rest } = opened.value;
    expect(rest).toEqual({ settings: SETTINGS, imports: [], edits: [] });
    expect(plans?.plans).toEqual([{ id: plans?.active, name: 'Theirs', plan: PLAN }]);
    expect(plans?.scenarios).toBe(SHARED.scenarios);
    expect(plans?.kept).toEqual([]);
  });

  it('takes every change and stores none', async () => {
    expect(await service.savePlans(bookWith(PLAN))).toEqual({ ok: true, value: null });
    expect(await service.saveSettings(SETTINGS)).toEqual({ ok: true, value: null });
  });

  it('forecasts what was sent with the plan as it stands in the copy', async () => {
    const plan = { ...PLAN, isRunning: !PLAN.isRunning };
    expect(await service.forecast({ ...REQUEST, plan })).toMatchObject({
      ok: true,
      value: { forecast: 'made' },
    });
    expect(real.forecastShared).toHaveBeenCalledWith({ shared: { ...SHARED, plan }, paths: 600 });
  });

  it('tells no more than the forecast itself while a slider moves', async () => {
    expect(await service.preview(REQUEST)).toEqual({ ok: true, value: 'made' });
  });

  it('compares scenarios of the copy, not of this device', async () => {
    await service.compareScenarios({ of: REQUEST, paths: 600, seed: 1, base: 'plan', variants: [] });
    expect(real.compareScenarios?.mock.calls[0]?.[0]).toMatchObject({ of: SHARED, base: 'plan' });
  });

  it('can be told to stop waiting for a forecast', async () => {
    real.forecastShared?.mockReturnValue(new Promise(() => undefined));
    const answer = service.forecast(REQUEST);
    await service.cancelForecast();
    expect(await answer).toEqual({ ok: false, reason: 'cancelled' });
  });

  it('knows nothing of deals, imports and the past', async () => {
    expect(await service.compareImports({} as never)).toBeNull();
    expect(await service.explain({} as never)).toBeNull();
    expect(await service.trackRecord(SETTINGS)).toBeNull();
  });

  it('refuses whatever else would reach what is on this device', async () => {
    await expect(service.eraseEverything()).rejects.toThrow('eraseEverything');
    await expect(service.restore(new Blob())).rejects.toThrow('restore');
    await expect(service.importFiles([], {} as never, SETTINGS, 0)).rejects.toThrow('importFiles');
    await expect(service.seekGoal({} as never)).rejects.toThrow('seekGoal');
  });
});
