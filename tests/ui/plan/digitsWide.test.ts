import { describe, expect, it } from 'vitest';
import { digitsWide, MILLION } from '../../../src/ui/plan/digitsWide';

describe('digitsWide', () => {
  it('counts marks and gaps as half, in every way of writing a figure', () => {
    expect(['', '7', '0.05', '−3', '1,000,000', '1\u00a0000\u00a0000'].map(digitsWide)).toEqual([
      0, 1, 3.5, 2, 8, 8,
    ]);
    expect(MILLION).toBe(8);
  });
});
