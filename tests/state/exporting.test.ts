import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Exporting } from '../../src/state/exporting.svelte';
import type { StorageResult } from '../../src/worker/protocol';

describe('Exporting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('says how far it is only once it has taken half a second', async () => {
    const exporting = new Exporting({ cancelExport: () => Promise.resolve() });
    let finish: (answer: StorageResult<Blob | null>) => void = () => undefined;
    let tell: (done: number) => void = () => undefined;
    const writing = exporting.write((onProgress) => {
      tell = onProgress;
      return new Promise((resolve) => (finish = resolve));
    });
    tell(0.25);
    expect([exporting.isRunning, exporting.shown]).toEqual([true, null]);
    vi.advanceTimersByTime(500);
    expect(exporting.shown).toBe(0.25);
    expect(await exporting.write(() => Promise.reject(new Error('twice')))).toEqual({
      ok: true,
      value: null,
    });
    const value = new Blob(['x']);
    finish({ ok: true, value });
    expect(await writing).toEqual({ ok: true, value });
    expect([exporting.isRunning, exporting.shown]).toEqual([false, null]);
  });

  test('cancels in the worker, and answers a worker that stopped as a problem', async () => {
    const cancelExport = vi.fn(() => Promise.reject(new Error('stopped')));
    const exporting = new Exporting({ cancelExport });
    exporting.cancel();
    expect(cancelExport).toHaveBeenCalledOnce();
    const answer = await exporting.write(() => Promise.reject(new Error('out of memory')));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'serviceStopped' } });
    expect(exporting.isRunning).toBe(false);
  });
});
