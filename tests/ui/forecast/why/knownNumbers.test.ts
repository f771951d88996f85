import { describe, expect, it } from 'vitest';
import type { CategorySum, Explanation } from '../../../../src/engine';
import {
  categoriesFromExport,
  categorySteps,
  chanceSource,
  expectedBeyond,
} from '../../../../src/ui/forecast/why/knownNumbers';

const sum = { deals: 2, amount: 100, weighted: 60, wins: 1, expected: 50 };
const category = (name: CategorySum['category'], byChance: number): CategorySum => ({
  ...sum,
  category: name,
  byChance,
});

function explanation(
  categories: readonly CategorySum[],
  chanceFrom = { crm: 0, stage: 0, all: 0 },
): Explanation {
  return {
    open: sum,
    top: [],
    stale: { deals: 0, amount: 0 },
    pipeline: {
      places: { due: sum, otherMonth: sum, overdue: sum, undated: sum },
      months: [],
      withoutAmount: 0,
      withoutChance: 0,
      chanceFrom,
    },
    categories,
    differences: [],
  };
}

describe('categorySteps(explanation, alreadyWon)', () => {
  it('adds each category to what is won and the surer ones, the omitted left out', () => {
    const steps = categorySteps(
      explanation([category('commit', 0), category('pipeline', 0), category('omitted', 0)]),
      300,
    );
    expect(steps.map(({ category: name, upTo, sum: own }) => [name, upTo, own?.deals ?? 0])).toEqual([
      ['commit', 400, 2],
      ['bestCase', 400, 0],
      ['pipeline', 500, 2],
    ]);
  });
});

describe('where numbers are from', () => {
  it.each([
    [[], 'none'],
    [[category('commit', 0)], 'all'],
    [[category('commit', 1)], 'some'],
    [[category('commit', 2)], 'none'],
  ] as const)('categories %#', (categories, from) =>
    expect(categoriesFromExport(explanation(categories))).toBe(from),
  );

  it.each([
    [{ crm: 1, stage: 0, all: 0 }, 'crm'],
    [{ crm: 1, stage: 0, all: 1 }, 'both'],
    [{ crm: 0, stage: 2, all: 1 }, 'own'],
    [{ crm: 0, stage: 0, all: 1 }, 'all'],
    [{ crm: 0, stage: 0, all: 0 }, 'none'],
  ] as const)('chances %#', (from, source) => expect(chanceSource(explanation([], from))).toBe(source));

  it('expectedBeyond is what open deals bring that are not dated then', () => {
    expect(expectedBeyond(explanation([]))).toBe(150);
  });
});
