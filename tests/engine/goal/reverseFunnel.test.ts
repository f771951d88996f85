import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayFromDate } from '../../../src/engine';
import { lastDayToStart } from '../../../src/engine/goal/lastDays';
import { reverseFunnel } from '../../../src/engine/goal/reverseFunnel';
import { kindOf, modelOf, stages } from '../simulate/models';

const rows = readFileSync(new URL('../../fixtures/engine-goal/reverseFunnel.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe('reverse funnel', () => {
  it('is the table worked by hand', () => {
    const open = rows.filter(([, stage]) => stage !== 'won');
    const won = rows.find(([, stage]) => stage === 'won');
    const closing = stages(...open.map(([, , share]): [number, number] => [Number(share), 0]));
    const model = modelOf({
      count: 3,
      kinds: [kindOf('net', [100, 100, 100], closing)],
      open: [{ kind: 'net', count: 4, winChance: [0.25, 0, 0.25], value: { mean: 1, variation: 0 } }],
      history: [
        { month: '2026-01', kind: 'net', leads: 3, wins: 2, value: 900 },
        { month: '2025-12', kind: 'net', leads: 3, wins: 7, value: 900 },
      ],
    });
    const [need] = reverseFunnel(model, null, '2026-01').kinds;
    expect(need).toMatchObject({ kind: 'net', alreadyWon: 2, fromOpen: 2 });
    expect(need?.fromLeads).toBeCloseTo(Number(won?.[3]), 9);
    expect(need?.leads).toBeCloseTo(Number(open[0]?.[3]), 9);
    expect(need?.stages.map(({ entries }) => entries)).toEqual(
      open.map((row) => expect.closeTo(Number(row[3]), 9) as number),
    );
    expect(need?.leadsByMonth).toEqual([100, 100, 100]);
    // Passed on within the day: on the last day it is not too late.
    expect([need?.halfBy, need?.mostBy]).toEqual([dayFromDate(2026, 3, 31), dayFromDate(2026, 3, 31)]);
  });

  it('of a history has its stages, made to multiply up to the win rate', () => {
    const closing = {
      by: 'hazards',
      hazards: { ageFrom: [0], won: [0.01], lost: [0.03] },
      conversion: { mean: 0.25, cases: null },
    } as const;
    const estimate = (value: number) => ({ value, low: value, high: value, n: 9 });
    const kind = {
      kind: 'net',
      deals: 9,
      stages: [
        { stage: 'A', conversion: estimate(0.6) },
        { stage: 'B', conversion: estimate(0.5) },
      ],
    };
    const summary = { kinds: [kind] } as unknown as Parameters<typeof reverseFunnel>[1];
    const model = modelOf({ count: 6, kinds: [kindOf('net', [40, 40, 40, 40, 40, 40], closing)] });
    const [need] = reverseFunnel(model, summary, '2026-01').kinds;
    const [first, second] = need?.stages ?? [];
    expect(first?.entries).toBeCloseTo(need?.leads ?? 0, 9);
    expect(need?.leads).toBeCloseTo((need?.fromLeads ?? 0) / 0.25, 9);
    expect(second?.entries).toBeLessThan(first?.entries ?? 0);
    expect(second?.name).toBe('B');
  });
});

describe('last day to start', () => {
  it('is the table worked by hand for a mean of thirty days', () => {
    // Leads of a day d days before the end, evenly over it: 1 − 30 (e^(−(d − 1)/30) − e^(−d/30)) are won by then.
    // d = 21: 0.4950, d = 22: 0.5116; d = 48: 0.7947, d = 49: 0.8014. The end is the first moment of 1 January 2027.
    const closing = stages([0.3, 30]);
    expect(lastDayToStart(closing, '2026-12', 0.5)).toBe((dayFromDate(2027, 1, 1) ?? NaN) - 22);
    expect(lastDayToStart(closing, '2026-12', 0.8)).toBe((dayFromDate(2027, 1, 1) ?? NaN) - 49);
  });

  it('is none where nothing is ever won', () => {
    expect(lastDayToStart(stages([0, 30]), '2026-12', 0.5)).toBeNull();
    const never = {
      by: 'hazards',
      hazards: { ageFrom: [0], won: [0], lost: [0.1] },
      conversion: { mean: 0, cases: null },
    } as const;
    expect(lastDayToStart(never, '2026-12', 0.5)).toBeNull();
  });

  it('looks back as far as it takes', () => {
    const day = lastDayToStart(stages([0.3, 3_000]), '2026-12', 0.8);
    // −ln 0.2 times the mean, on a coarser grid.
    expect(((dayFromDate(2027, 1, 1) ?? NaN) - (day ?? NaN)) / (3_000 * Math.log(5))).toBeCloseTo(1, 2);
  });
});
