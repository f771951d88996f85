import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../src/engine';
import { compare, shownDifferences } from '../../../../src/ui/forecast/why/differences';

const DIFFERENCES: readonly Difference[] = [
  { code: 'alreadyWon', value: 300 },
  { code: 'winRates', value: -120 },
  { code: 'timing', value: -5 },
  { code: 'dealSize', value: 40 },
  { code: 'overdue', value: 0 },
  { code: 'newLeads', value: 200 },
  { code: 'simulation', value: -15 },
];

describe('shownDifferences(differences, start, end)', () => {
  it('names large ones by sign, and puts small ones and the simulation’s into one rest that keeps the sum', () => {
    const shown = shownDifferences(DIFFERENCES, 600, 1000);
    expect(shown).toEqual([
      { code: 'alreadyWon', value: 300 },
      { code: 'winRates_less', value: -120 },
      { code: 'dealSize_more', value: 40 },
      { code: 'newLeads', value: 200 },
      { code: 'rest', value: -20 },
    ]);
    expect(shown.reduce((sum, { value }) => sum + value, 600)).toBe(1000);
  });

  it('has no rest where nothing is left to tell', () => {
    const shown = shownDifferences(
      [
        { code: 'newLeads', value: 500 },
        { code: 'simulation', value: 0.1 },
      ],
      500,
      1000,
    );
    expect(shown.map(({ code }) => code)).toEqual(['newLeads']);
  });
});

describe('compare(known, forecast, differences)', () => {
  it('is the same within three per cent', () => {
    expect(compare(980, 1000, DIFFERENCES)).toEqual({ is: 'same' });
    expect(compare(0, 0, [])).toEqual({ is: 'same' });
  });

  it('gives the largest reason that goes the same way, what is won apart', () => {
    expect(compare(900, 1000, DIFFERENCES)).toEqual({ is: 'less', by: 100, because: 'newLeads' });
    expect(compare(1100, 1000, DIFFERENCES)).toEqual({ is: 'more', by: 100, because: 'winRates_less' });
  });

  it('has no single reason where none goes that way', () => {
    expect(compare(1100, 1000, [])).toEqual({ is: 'more', by: 100, because: 'rest' });
  });
});
