import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import type { AppState } from '../../../src/state/app.svelte';
import { Receiving } from '../../../src/state/shared/receiving.svelte';
import { bookWith } from '../../../src/workspace/planBook';
import { defaultSettings } from '../../../src/workspace/defaultSettings';
import type { SharedForecast } from '../../../src/workspace/sharedForecast';

const SHARED = {
  title: 'Winter',
  companyName: '',
  currency: 'EUR',
  fiscalYearStart: 1,
  targets: { quarter: null, year: null, nextTwelve: null },
  plan: defaultPlan('EUR'),
  planName: '',
  fitted: null,
  scenarios: { base: 'plan', variants: [] },
  view: { screen: 'forecast', period: 'quarter' },
  deals: null,
} as unknown as SharedForecast;
const KEPT = { id: 'kept-1', name: 'Kim', keptOn: 1, shared: SHARED };

let session: Map<string, string>;
let openShared: ReturnType<typeof vi.fn>;
let outer: AppState;
let received: { link: string } | null;
let address: { hash: string; replace: ReturnType<typeof vi.fn>; pathname: string };

function refuseWith(code: string): void {
  openShared.mockResolvedValueOnce({ ok: false, problem: { code, params: {} } });
}

beforeEach(() => {
  session = new Map();
  received = null;
  address = { hash: '', pathname: '/', replace: vi.fn() };
  vi.stubGlobal('location', address);
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('localStorage', { getItem: () => null, removeItem: () => undefined });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => session.get(key) ?? null,
    setItem: (key: string, value: string) => session.set(key, value),
    removeItem: (key: string) => session.delete(key),
  });
  openShared = vi.fn(() => Promise.resolve({ ok: true, value: SHARED }));
  const forecastShared = vi.fn(() => new Promise(() => undefined));
  outer = {
    workspace: {
      phase: 'ready',
      settings: defaultSettings('en', 'SEK'),
      plans: { ...bookWith(defaultPlan('SEK')), kept: [KEPT] },
      service: { openShared, forecastShared },
    },
    route: {
      screen: 'shared',
      part: null,
      get received() {
        return received;
      },
    },
  } as unknown as AppState;
});

const stored = () => session.get('seedcast / received');

describe('Receiving', () => {
  it('opens what the address brought, once, and remembers it for a reload', async () => {
    received = { link: '#/s/first.abc' };
    const receiving = new Receiving(outer);
    receiving.resume();
    receiving.resume();
    await vi.waitFor(() => expect(receiving.stage.name).toBe('open'));
    expect(openShared).toHaveBeenCalledExactlyOnceWith('#/s/first.abc', null);
    expect(stored()).toBe('#/s/first.abc');
  });

  it('opens again what this tab showed before it was reloaded', async () => {
    session.set('seedcast / received', '{"format":"seedcast-forecast"}');
    const receiving = new Receiving(outer);
    receiving.resume();
    await vi.waitFor(() => expect(receiving.stage.name).toBe('open'));
    expect(openShared).toHaveBeenCalledWith('{"format":"seedcast-forecast"}', null);
  });

  it('asks for the passphrase, says that it was wrong, and opens with the right one', async () => {
    const receiving = new Receiving(outer);
    refuseWith('needsPassphrase');
    expect(await receiving.open('locked')).toBeNull();
    expect(receiving.stage).toEqual({ name: 'locked', isWrong: false, isOpening: false });
    refuseWith('wrongPassphrase');
    await receiving.unlock('no');
    expect(receiving.stage).toEqual({ name: 'locked', isWrong: true, isOpening: false });
    await receiving.unlock('yes');
    expect(receiving.stage.name).toBe('open');
    // Neither the passphrase nor what it opens is kept, so a reload asks again.
    expect(stored()).toBe('locked');
  });

  it('answers why something can’t be opened and remembers nothing of it', async () => {
    const receiving = new Receiving(outer);
    refuseWith('damaged');
    expect(await receiving.open('cut')).toEqual({ code: 'damaged', params: {} });
    expect(receiving.stage.name).toBe('refused');
    expect(stored()).toBeUndefined();
  });

  it('shows the newest of two that are opened at once', async () => {
    const receiving = new Receiving(outer);
    let answer: (value: unknown) => void = () => undefined;
    openShared.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const first = receiving.open('first');
    await receiving.open('second');
    answer({ ok: true, value: { ...SHARED, title: 'first' } });
    await first;
    expect(receiving.stage).toMatchObject({ name: 'open', app: { theirs: { title: 'Winter' } } });
  });

  it('opens a kept one through the gate, and by its name after a reload', async () => {
    await new Receiving(outer).openKept(KEPT);
    const reloaded = new Receiving(outer);
    reloaded.resume();
    await vi.waitFor(() => expect(reloaded.stage).toMatchObject({ name: 'open', keptAs: 'kept-1' }));
    const [file] = openShared.mock.calls[0] as [Blob];
    expect(JSON.parse(await file.text())).toMatchObject({
      format: 'seedcast-forecast',
      shared: { title: 'Winter' },
    });
  });

  it('refuses a kept one that is damaged, with the reason', async () => {
    refuseWith('damaged');
    const receiving = new Receiving(outer);
    await receiving.openKept(KEPT);
    expect(receiving.stage).toMatchObject({ name: 'refused', problem: { code: 'damaged' } });
  });

  it('leads to its screen from wherever it was opened, and to the view that the sender chose', async () => {
    Object.assign(outer.route, { screen: 'welcome' });
    await new Receiving(outer).open('link');
    expect(address.hash).toBe('#/shared');
    openShared.mockResolvedValueOnce({
      ok: true,
      value: { ...SHARED, view: { screen: 'scenarios', period: 'year' } },
    });
    await new Receiving(outer).open('link');
    expect(address.hash).toBe('#/shared/scenarios');
  });
});

describe('a copy of what was received', () => {
  it('says that it was changed, until it is as sent again, and back', async () => {
    const receiving = new Receiving(outer);
    await receiving.open('link');
    if (receiving.stage.name !== 'open') throw new Error(receiving.stage.name);
    const { app } = receiving.stage;
    expect(app.isChanged).toBe(false);
    const { plan } = app.workspace;
    app.workspace.changePlan({ ...plan, isRunning: !plan.isRunning });
    app.workspace.changeSettings({ targets: { quarter: 5, year: null, nextTwelve: null } });
    expect(app.isChanged).toBe(true);
    expect(app.copy.targets.quarter).toBe(5);
    const undo = app.backToAsSent();
    expect(app.isChanged).toBe(false);
    undo();
    expect(app.copy).toMatchObject({ plan: { isRunning: !plan.isRunning }, targets: { quarter: 5 } });
  });
});
