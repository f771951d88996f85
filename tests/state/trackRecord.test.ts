import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Forecasting } from '../../src/state/forecasting.svelte';
import { TrackRecording } from '../../src/state/trackRecord.svelte';
import type { Workspace } from '../../src/state/workspace.svelte';
import type { ReplayResult } from '../../src/worker/protocol';
import type { TrackRecord } from '../../src/workspace/types';

const recordOf = (importId: string): TrackRecord =>
  ({ importId, currency: 'SEK', key: `key of ${importId}` }) as TrackRecord;
const answerOf = (importId: string, isNew = true): ReplayResult => ({
  ok: true,
  value: recordOf(importId),
  isNew,
});

/** Replays that are answered by hand. */
let waiting: { tell: (done: number) => void; answer: (result: ReplayResult) => void; fail: () => void }[];
let workspace: { settings: { activeImport: string | null; currency: string } };
let refreshes: number;
let kept: TrackRecord | null;
/** What the forecast on screen has learnt from the past. */
let answer: { calibration: unknown } | null;

function recording(): TrackRecording {
  workspace = { settings: { activeImport: 'a', currency: 'SEK' } };
  const service = {
    trackRecord: () => Promise.resolve(kept),
    replay: (_settings: unknown, tell: (done: number) => void) =>
      new Promise((resolve, reject) =>
        waiting.push({ tell, answer: resolve, fail: () => reject(new Error('no replay')) }),
      ),
    cancelReplay: () => Promise.resolve(waiting.at(-1)?.answer({ ok: false, reason: 'cancelled' })),
  };
  const forecasting = {
    refresh: () => Promise.resolve(void refreshes++),
    get answer() {
      return answer;
    },
  };
  return new TrackRecording(
    Object.assign(workspace, { service }) as unknown as Workspace,
    forecasting as unknown as Forecasting,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  waiting = [];
  refreshes = 0;
  kept = null;
  answer = null;
});
afterEach(() => void vi.useRealTimers());

describe('TrackRecording', () => {
  it('starts by itself a while after the last of several forecasts', async () => {
    const track = recording();
    track.afterForecast();
    await vi.advanceTimersByTimeAsync(900);
    track.afterForecast();
    await vi.advanceTimersByTimeAsync(900);
    expect(waiting).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(waiting).toHaveLength(1);
    expect(track.isRunning).toBe(true);
  });

  it('shows progress once it takes long, then the record, and has the forecast learn from a new one', async () => {
    const track = recording();
    const done = track.refresh();
    waiting[0]?.tell(0.5);
    expect(track.done).toBe(0.5);
    expect(track.isSlow).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(track.isSlow).toBe(true);
    waiting[0]?.answer(answerOf('a'));
    await done;
    expect(track.record).toEqual(recordOf('a'));
    expect([track.isRunning, track.isSlow, refreshes]).toEqual([false, false, 1]);
  });

  it('leaves the forecast alone where the record was kept', async () => {
    const track = recording();
    const done = track.refresh();
    waiting[0]?.answer(answerOf('a', false));
    await done;
    expect(refreshes).toBe(0);
  });

  it('stays cancelled until it is asked for, or other deals are in use', async () => {
    const track = recording();
    const done = track.refresh();
    await track.cancel();
    await done;
    expect(track.isCancelled).toBe(true);
    track.afterForecast();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(waiting).toHaveLength(1);
    workspace.settings = { activeImport: 'b', currency: 'SEK' };
    track.afterForecast();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(waiting).toHaveLength(2);
    expect(track.isCancelled).toBe(false);
  });

  it('asks again where what it rested on has changed meanwhile', async () => {
    const track = recording();
    const done = track.refresh();
    waiting[0]?.answer({ ok: false, reason: 'superseded' });
    await done;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(waiting).toHaveLength(2);
  });

  it('never shows the record of other deals or another currency', async () => {
    const track = recording();
    const done = track.refresh();
    waiting[0]?.answer(answerOf('a'));
    await done;
    workspace.settings = { activeImport: 'a', currency: 'EUR' };
    expect(track.record).toBeNull();
    workspace.settings = { activeImport: 'b', currency: 'SEK' };
    expect(track.record).toBeNull();
  });

  it('says why it failed, and forgets that when asked again', async () => {
    const track = recording();
    const done = track.refresh();
    waiting[0]?.fail();
    await done;
    expect(track.failure).toBe('no replay');
    void track.refresh();
    expect(track.failure).toBeNull();
  });

  it('drops the answer to anything but the newest request', async () => {
    const track = recording();
    const older = track.refresh();
    workspace.settings = { activeImport: 'b', currency: 'SEK' };
    const newer = track.refresh();
    waiting[1]?.answer(answerOf('b'));
    waiting[0]?.answer(answerOf('a'));
    await Promise.all([older, newer]);
    expect(track.record?.importId).toBe('b');
  });

  it('takes over what is kept without making anything', async () => {
    kept = recordOf('a');
    const track = recording();
    await track.look();
    expect(track.record).toEqual(kept);
    expect(waiting).toHaveLength(0);
  });

  describe('isAwaited', () => {
    it('holds from the first forecast until the ranges have learnt from the past', async () => {
      const track = recording();
      expect(track.isAwaited).toBe(false);
      answer = { calibration: null };
      expect(track.isAwaited).toBe(true);
      const done = track.refresh();
      expect(track.isAwaited).toBe(true);
      waiting[0]?.answer(answerOf('a'));
      await done;
      answer = { calibration: { origins: 9 } };
      expect(track.isAwaited).toBe(false);
    });

    it('ends where the past says nothing, where its replay is cancelled and where it fails', async () => {
      answer = { calibration: null };
      for (const end of [
        () => waiting.at(-1)?.answer({ ok: true, value: null, isNew: true }),
        () => waiting.at(-1)?.answer({ ok: false, reason: 'cancelled' }),
        () => waiting.at(-1)?.fail(),
      ]) {
        const track = recording();
        const done = track.refresh();
        end();
        await done;
        expect(track.isAwaited).toBe(false);
      }
    });

    it('never holds where there are no deals', () => {
      const track = recording();
      answer = { calibration: null };
      workspace.settings = { activeImport: null, currency: 'SEK' };
      expect(track.isAwaited).toBe(false);
    });
  });
});
