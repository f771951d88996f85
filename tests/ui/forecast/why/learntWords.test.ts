import { describe, expect, it } from 'vitest';
import { learntWords } from '../../../../src/ui/forecast/why/learntWords';

const learnt = (factor: number): string =>
  learntWords({ wins: factor, revenue: factor, quarter: factor, origins: 27 });

describe('what past forecasts have taught about the range', () => {
  it('says wider, narrower or neither, with the factor and the month ends it rests on', () => {
    expect(learnt(1.37)).toContain('27 month ends');
    expect(learnt(1.37)).toContain('1.37 times');
    expect(learnt(1.37)).toContain('wider');
    expect(learnt(0.8)).toContain('narrower');
    expect(learnt(1.02)).toContain('as much as the method expects');
  });
});
