import { describe, expect, it } from 'vitest';
import { tornado } from '../../../../src/ui/plan/matters/tornado';

describe('tornado', () => {
  const base = { nextTwelve: 100, year: 100 };
  const point = (at: number, nextTwelve: number) => ({ at, nextTwelve, year: nextTwelve });
  const row = (key: string, low: number, high: number, less: number, more: number) => ({
    what: { basis: 'plan', place: { kind: 'net', of: 'leadsPerMonth' }, doubt: 'guess' } as const,
    key,
    value: 1,
    step: { by: 'share', size: 0.1 } as const,
    less: point(0.9, less),
    more: point(1.1, more),
    low: point(0.5, low),
    high: point(1.5, high),
    stepSwing: Math.abs(more - less),
    doubtSwing: Math.abs(high - low),
  });
  const weighing = {
    base,
    year: { from: '2026-01', to: '2026-12' } as const,
    rows: [row('a', 90, 110, 70, 130), row('b', 60, 180, 95, 105), row('days', 120, 80, 100, 100)],
    hasReferrals: false,
  };

  it('ranks by the question and leaves out what does nothing', () => {
    expect(tornado(weighing, 'find').map(({ row: { key } }) => key)).toEqual(['b', 'days', 'a']);
    expect(tornado(weighing, 'improve').map(({ row: { key } }) => key)).toEqual(['a', 'b']);
  });

  it('draws what brings less to one side, whichever end of the figure that is; the longest is 1', () => {
    const [b, days] = tornado(weighing, 'find');
    expect([b?.less, b?.more]).toEqual([0.5, 1]);
    expect([days?.less, days?.more]).toEqual([0.25, 0.25]);
  });
});
