import { describe, expect, it } from 'vitest';
import type { RunningRow } from '../../../src/ui/forecast/runningRows';
import { bothRunning, fanOf } from '../../../src/ui/shared/bothRunning';

const row = (month: string, mean: number): RunningRow =>
  ({ month, isPast: false, mean, q10: mean / 2, q90: mean * 2 }) as RunningRow;

const ROWS = bothRunning([row('2026-10', 10), row('2026-11', 20)], [row('2026-11', 5)]);

describe('running totals of two', () => {
  it('stand side by side by month, with a gap where one says nothing', () => {
    expect(ROWS.map(({ month, theirs, yours }) => [month, theirs?.mean, yours?.mean])).toEqual([
      ['2026-10', 10, undefined],
      ['2026-11', 20, 5],
    ]);
  });

  it('are drawn from nothing at the start to the top of the box', () => {
    expect(fanOf(ROWS, 'theirs', 40)).toEqual({
      line: '0.00,100 50.00,75.00 100.00,50.00',
      band: '0.00,100 50.00,50.00 100.00,0.00 100.00,75.00 50.00,87.50',
      end: 50,
    });
  });

  it('are not drawn where there is nothing', () => {
    expect(fanOf(ROWS, 'theirs', 0)).toBeNull();
    expect(fanOf([], 'yours', 40)).toBeNull();
  });
});
