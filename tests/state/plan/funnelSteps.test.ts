import { describe, expect, it } from 'vitest';
import { funnelSteps } from '../../../src/state/plan/funnelSteps';

describe('funnelSteps', () => {
  it('follows 100 leads and a month’s from stage to stage to what is won', () => {
    expect(funnelSteps([0.5, 0.2], 30)).toEqual([
      { of100: 100, perMonth: 30 },
      { of100: 50, perMonth: 15 },
      { of100: 10, perMonth: 3 },
    ]);
  });

  it('has all of them won where there is no stage', () => {
    expect(funnelSteps([], 7)).toEqual([{ of100: 100, perMonth: 7 }]);
  });
});
