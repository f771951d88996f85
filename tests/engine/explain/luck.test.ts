import { expect, it } from 'vitest';
import { luckHalfWidth } from '../../../src/engine';

it('luckHalfWidth is 1.28 standard deviations of a compound Poisson sum', () => {
  expect(luckHalfWidth([])).toBe(0);
  expect(luckHalfWidth([{ wins: 4, value: 100, variation: 0 }])).toBeCloseTo(1.2816 * 200, 9);
  // 4 · 100² · 2 + 1 · 300² = 170,000.
  const sorts = [
    { wins: 4, value: 100, variation: 1 },
    { wins: 1, value: 300, variation: 0 },
    { wins: -1, value: 50, variation: 0 },
  ];
  expect(luckHalfWidth(sorts)).toBeCloseTo(1.2816 * Math.sqrt(170_000), 9);
});
