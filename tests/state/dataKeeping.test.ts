import { beforeEach, describe, expect, it } from 'vitest';
import { DataKeeping } from '../../src/state/dataKeeping.svelte';
import type { Workspace } from '../../src/state/workspace.svelte';

/** A store of one blob, and what happened to it in order. */
let stored: string;
let log: string[];
let isFailing: boolean;
let settings: { backedUpAt?: number };

const broken = { ok: false, problem: { code: 'damagedBackup', params: { path: 'plan' } } } as const;

function keeping(beforeRestore = (): Promise<void> => Promise.resolve()): DataKeeping {
  const workspace = {
    activeImport: { id: 'example', isExample: true },
    flush: () => Promise.resolve(void log.push('flush')),
    reload: () => Promise.resolve(void log.push('reload')),
    changeSettings: (patch: object) => (settings = { ...settings, ...patch }),
    service: {
      backup: () => Promise.resolve({ ok: true, value: new Blob([stored]) }),
      restore: async (file: Blob) => {
        await beforeRestore();
        if (isFailing) return broken;
        stored = await file.text();
        return { ok: true, value: {} };
      },
      savePlans: () => Promise.resolve(void log.push('plans')).then(() => ({ ok: true, value: null })),
      joinBackup: async (file: Blob) => {
        stored += await file.text();
        return { ok: true, value: { plans: 1 } };
      },
      eraseEverything: () => {
        stored = '';
        return Promise.resolve({ ok: true, value: null });
      },
      removeImport: (id: string) =>
        Promise.resolve(void log.push(`remove ${id}`)).then(() => ({ ok: true, value: {} })),
    },
  };
  return new DataKeeping(workspace as unknown as Workspace);
}

beforeEach(() => {
  stored = 'mine';
  log = [];
  isFailing = false;
  settings = {};
});

describe('DataKeeping', () => {
  it('restores a backup, after what was waiting is stored, and brings back what it replaced', async () => {
    const data = keeping();
    expect(await data.restore(new Blob(['theirs']))).toBe(true);
    expect(stored).toBe('theirs');
    expect(log).toEqual(['flush', 'reload']);
    expect(data.canGoBack).toBe(true);
    expect(await data.goBack()).toBe(true);
    expect(stored).toBe('mine');
    expect(data.canGoBack).toBe(false);
  });

  it('says why a backup was refused, and changes nothing', async () => {
    isFailing = true;
    const data = keeping();
    expect(await data.restore(new Blob(['damaged']))).toBe(false);
    expect(stored).toBe('mine');
    expect(data.problem).toEqual({ action: 'restore', problem: broken.problem });
    expect(data.canGoBack).toBe(false);
    expect(log).toEqual(['flush']);
  });

  it('says so when the worker ends in the middle, and takes over what is stored then', async () => {
    const data = keeping(() => Promise.reject(new Error('out of memory')));
    expect(await data.restore(new Blob(['theirs']))).toBe(false);
    expect(data.problem).toEqual({
      action: 'restore',
      problem: { code: 'serviceStopped', params: { reason: 'out of memory' } },
    });
    expect(data.running).toBeNull();
    expect(log).toEqual(['flush', 'reload']);
  });

  it('notes when everything was saved, and after a restore when that backup was', async () => {
    const data = keeping();
    const before = Date.now();
    await data.backUp('a phrase');
    expect(settings.backedUpAt).toBeGreaterThanOrEqual(before);
    await data.restore(new Blob(['theirs']), null, 12);
    expect(settings.backedUpAt).toBe(12);
  });

  it('joins a backup to what is here, and brings back what was here before', async () => {
    const data = keeping();
    expect(await data.join(new Blob([' and theirs']), null, 'Plan')).toEqual({ plans: 1 });
    expect(stored).toBe('mine and theirs');
    // The assumptions on screen are stored first, so that they stay the ones in use.
    expect(log).toEqual(['flush', 'plans', 'reload']);
    expect(await data.goBack()).toBe(true);
    expect(stored).toBe('mine');
  });

  it('keeps nothing in memory of what was erased', async () => {
    const data = keeping();
    await data.restore(new Blob(['theirs']));
    expect(await data.eraseEverything()).toBe(true);
    expect(stored).toBe('');
    expect(data.canGoBack).toBe(false);
  });

  it('does one thing at a time', async () => {
    const data = keeping();
    const first = data.restore(new Blob(['theirs']));
    expect(data.running).toBe('restore');
    expect(await data.eraseEverything()).toBe(false);
    expect(await first).toBe(true);
    expect(data.running).toBeNull();
    expect(stored).toBe('theirs');
  });

  it('leaves the example company', async () => {
    expect(await keeping().leaveExample()).toBe(true);
    expect(log).toEqual(['flush', 'remove example', 'reload']);
  });
});
