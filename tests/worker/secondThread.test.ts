import { afterEach, expect, it, vi } from 'vitest';
import { build, defaultPlan, firstDayOfMonth } from '../../src/engine';
import { startSecondThread } from '../../src/worker/secondThread';

const MODEL = build(defaultPlan('EUR'), {
  startDay: firstDayOfMonth('2026-10'),
  horizonMonths: 3,
  fiscalYearStart: 1,
  currency: 'EUR',
});

/** A worker that never answers. */
class SilentWorker extends EventTarget {
  static last: SilentWorker | null = null;
  onerror: ((event: Event) => void) | null = null;
  onmessageerror: ((event: Event) => void) | null = null;
  terminate = vi.fn();
  postMessage = vi.fn();
  constructor() {
    super();
    SilentWorker.last = this;
  }
}

afterEach(() => void vi.unstubAllGlobals());

it.each(['onerror', 'onmessageerror'] as const)(
  'ends and answers null where its worker says %s',
  async (said) => {
    vi.stubGlobal('Worker', SilentWorker);
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    vi.stubGlobal('self', { location: { href: 'https://example.com/worker.js' } });
    const thread = startSecondThread();
    const drawing = thread?.drawSecondHalf(MODEL, 2_000, 1);
    const event = new Event(said, { cancelable: true });
    SilentWorker.last?.[said]?.(event);
    expect(await drawing).toBeNull();
    expect(SilentWorker.last?.terminate).toHaveBeenCalledOnce();
    expect(await thread?.drawSecondHalf(MODEL, 2_000, 2)).toBeNull();
  },
);
