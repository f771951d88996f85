import { describe, expect, test } from 'vitest';
import type { Month } from '../../../src/engine';
import { monthsFinding, runningFinding } from '../../../src/ui/forecast/finding';
import type { MonthRow } from '../../../src/ui/forecast/monthRows';
import type { RunningRow } from '../../../src/ui/forecast/runningRows';

/** A month for each value; the range is this share of it, half above and half below. */
function rows(values: readonly number[], width = 0.4): MonthRow[] {
  return values.map((value, index) => ({
    month: `2027-${String(index + 1).padStart(2, '0')}` as Month,
    isPast: false,
    isInPeriod: true,
    leads: 1,
    wins: 1,
    value,
    won: 0,
    low: value * (1 - width / 2),
    high: value * (1 + width / 2),
    kinds: [],
  }));
}

describe('monthsFinding', () => {
  test('no months or no value is nothing', () => {
    expect(monthsFinding([])).toEqual({ code: 'nothing' });
    expect(monthsFinding(rows([0, 0, 0]))).toEqual({ code: 'nothing' });
  });

  test('names the months that stand out by a quarter, at most three, in their order', () => {
    expect(monthsFinding(rows([10, 10, 20, 10, 10, 22, 10, 10, 24, 10, 10, 21]))).toEqual({
      code: 'peaks',
      months: ['2027-06', '2027-09', '2027-12'],
    });
  });

  test('says when the ranges are on average wider than the months themselves', () => {
    expect(monthsFinding(rows([10, 20, 10, 10, 10, 9], 1.5)).code).toBe('peaksWide');
    expect(monthsFinding(rows([10, 11, 10, 11, 10, 11], 1.5)).code).toBe('evenWide');
  });

  test('even months are said to be even', () => {
    expect(monthsFinding(rows([10, 11, 10, 11, 10, 11])).code).toBe('even');
  });

  test('steady growth and decline come before peaks', () => {
    expect(monthsFinding(rows([10, 12, 14, 16, 18, 30])).code).toBe('rising');
    expect(monthsFinding(rows([30, 18, 16, 14, 12, 10])).code).toBe('falling');
  });
});

describe('runningFinding', () => {
  const row: RunningRow = {
    month: '2026-12',
    isPast: false,
    mean: 100,
    q10: 80,
    q25: 90,
    q50: 100,
    q75: 110,
    q90: 120,
  };

  test('says by the chance of the target whether it is likely, and where the period ends', () => {
    const code = (reach: number | null) => runningFinding([row], reach).code;
    expect([1, 0.67, 0.66, 0.5, 0.34, 0.33, 0].map(code)).toEqual([
      ...['likely', 'likely', 'even', 'even', 'even', 'unlikely', 'unlikely'],
    ]);
    expect(code(null)).toBe('noTarget');
    expect(runningFinding([row], 0.5)).toMatchObject({ row });
  });

  test('is nothing where nothing is expected', () => {
    expect(runningFinding([], 0.5).code).toBe('nothing');
  });
});
