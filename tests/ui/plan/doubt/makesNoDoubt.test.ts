import { describe, expect, it } from 'vitest';
import { makesNoDoubt } from '../../../../src/ui/plan/doubt/makesNoDoubt';
import { DOUBT_NAMES, DOUBT_NAMES_OF_NOTHING } from '../../../../src/ui/plan/planWords';

describe('makesNoDoubt', () => {
  it('is so at 0, whatever the figure, and at a share of all', () => {
    for (const name of ['growthPerMonth', 'discount', 'attritionPerMonth', 'costPerSeller'] as const)
      expect(makesNoDoubt(0, name)).toBe(true);
    expect(makesNoDoubt(1, 'conversion')).toBe(true);
  });

  it('is not so anywhere else', () => {
    expect(makesNoDoubt(-0.02, 'growthPerMonth')).toBe(false);
    expect(makesNoDoubt(0.1, 'discount')).toBe(false);
    expect(makesNoDoubt(1, 'costPerSeller')).toBe(false);
  });

  it('takes the per cent off the words', () => {
    expect(DOUBT_NAMES.guess()).toContain('50%');
    expect(DOUBT_NAMES_OF_NOTHING.guess()).toBe('A guess ±0');
  });
});
