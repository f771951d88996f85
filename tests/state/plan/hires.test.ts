import { describe, expect, it } from 'vitest';
import { monthRange, type Hire } from '../../../src/engine';
import { addHire, changeHire, hireProblem, removeHire } from '../../../src/state/plan/hires';
import { PLAN_LIMITS } from '../../../src/state/plan/limits';

const months = monthRange('2026-11', 24);
const inMonth = (month: Hire['month']): Hire => ({ month, heads: 2 });

describe('hireProblem', () => {
  it('has none within the forecast, its first and last month included', () => {
    expect(hireProblem(inMonth('2026-11'), months)).toBeNull();
    expect(hireProblem(inMonth('2028-10'), months)).toBeNull();
  });

  it('says which side of the forecast a hire lies on', () => {
    expect(hireProblem(inMonth('2026-10'), months)).toBe('before');
    expect(hireProblem(inMonth('2028-11'), months)).toBe('after');
  });
});

describe('hires', () => {
  it('are added one at a time, changed and removed without touching the others', () => {
    const two = addHire(addHire([], '2027-01'), '2027-03');
    expect(two).toEqual([
      { month: '2027-01', heads: 1 },
      { month: '2027-03', heads: 1 },
    ]);
    expect(changeHire(two, 1, { heads: 3 })[1]).toEqual({ month: '2027-03', heads: 3 });
    expect(changeHire(two, 1, { heads: 3 })[0]).toBe(two[0]);
    expect(removeHire(two, 0)).toEqual([two[1]]);
  });

  it('stop at as many as a plan may hold', () => {
    const most = Array.from({ length: PLAN_LIMITS.hires.max }, () => inMonth('2027-01'));
    expect(addHire(most, '2027-02')).toBe(most);
  });
});
