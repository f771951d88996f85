import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  drawBudgetBase,
  splitBudget,
  type BudgetRequest,
  type ScenarioStart,
} from '../../../src/engine';
import { bestSplit, costOfHeads, leastBudget } from '../../../src/engine/budget/bestSplit';
import { earnedMonths, totalOf } from '../../../src/engine/budget/earnings';
import { splitCurves, type Allocation, type SplitCurves } from '../../../src/engine/budget/splitCurves';
import { changesOf } from '../../../src/engine/budget/splitBudget';
import { spendingMonths, type SpendingMonths } from '../../../src/engine/budget/steps';
import { surePlan } from '../../../src/engine/plan/surePlan';
import { COMPANY, finish, NO_LIMITS, requestOf, startOf } from './budgetCases';

const START = startOf(COMPANY);
const WINDOW = windowOf(START);
const ALL = { net: true, spear: true, retention: true } as const;
/** Nets 36,000 and two prospectors some 86,000 a year. */
const CURVES = splitCurves(START, WINDOW, ALL, 500);

function windowOf({ model }: ScenarioStart): SpendingMonths {
  const window = spendingMonths(model, 12);
  if (window === null) throw new Error('no month to spend in');
  return window;
}

/** What an allocation earns more than the plan, straight from the changed model. */
function gainByHand(allocation: Allocation): number {
  const { model } = START;
  const plan = surePlan(START.plan);
  const changed = applyChanges(model, plan, changesOf(allocation, CURVES, WINDOW)).model;
  return totalOf(earnedMonths(changed), 'earned') - totalOf(earnedMonths(model), 'earned');
}

/** The best of a grid: every number of heads, retention and nets in steps of a fortieth of the budget. */
function bestOnGrid(curves: SplitCurves, budget: number): number {
  let best = -Infinity;
  for (let heads = 0; heads < 20; heads++) {
    const rest = budget - costOfHeads(curves, heads);
    if (rest < 0) break;
    for (let part = 0; part <= 40; part++) {
      const retention = (rest * part) / 40;
      best = Math.max(best, curves.gainAt({ net: rest - retention, heads, retention }));
    }
  }
  return best;
}

describe('splitCurves', () => {
  it('tell what the changed models tell, referrals and payments of customers included', () => {
    const planned = CURVES.net?.planned ?? 0;
    const allocations = [
      { net: planned, heads: 0, retention: 0 },
      { net: planned * 1.7, heads: 0, retention: 0 },
      { net: 0, heads: 0, retention: 0 },
      { net: planned, heads: 3, retention: 0 },
      { net: planned, heads: -1, retention: 0 },
      { net: planned, heads: 0, retention: 4_000 },
      { net: planned * 0.5, heads: 2, retention: 9_000 },
      { net: planned * 3, heads: -2, retention: 30_000 },
    ];
    const size = Math.abs(gainByHand({ net: planned * 2, heads: 2, retention: 5_000 }));
    for (const allocation of allocations) {
      // Parameters are rounded before they are simulated, and customers lost depend a little on those who are won.
      expect(Math.abs(CURVES.gainAt(allocation) - gainByHand(allocation))).toBeLessThan(2e-3 * size);
    }
  });
});

describe('bestSplit', () => {
  it('is no worse than any split of a grid', () => {
    for (const budget of [90_000, 130_000, 200_000, 600_000]) {
      const split = bestSplit(CURVES, NO_LIMITS, budget);
      const grid = bestOnGrid(CURVES, budget);
      expect(split?.gain).toBeGreaterThanOrEqual(grid - 1e-9 * Math.abs(grid));
      // Nor is it better than it can be: a fortieth of the budget from the best is a small part of what can be gained.
      expect(split?.gain ?? 0).toBeLessThan(grid + 0.02 * Math.abs(grid) + 1_000);
    }
  });

  it('where nothing stands in the way the next money brings the same in nets and in keeping customers', () => {
    const split = bestSplit(CURVES, NO_LIMITS, 300_000);
    if (split === null) throw new Error('no split');
    const step = 50;
    const more = (patch: Partial<Allocation>): number =>
      (CURVES.gainAt({ ...split, ...patch }) - split.gain) / step;
    expect(split.retention).toBeGreaterThan(0);
    expect(more({ net: split.net + step })).toBeCloseTo(more({ retention: split.retention + step }), 1);
  });

  const money = fc.double({ min: 0, max: 150_000, noNaN: true });
  const limit = fc.record({ min: fc.option(money), max: fc.option(money) });
  const limits = fc.record({ net: limit, spear: limit, retention: limit }).map((all) => ({
    // A least amount above the most is no limit that anybody can keep.
    net: inOrder(all.net),
    spear: inOrder(all.spear),
    retention: inOrder(all.retention),
  }));
  const budgets = fc.double({ min: 0, max: 400_000, noNaN: true });

  it('never breaks a limit, and its parts and what is left are the budget', () => {
    fc.assert(
      fc.property(limits, budgets, (within, budget) => {
        const split = bestSplit(CURVES, within, budget);
        if (split === null) return;
        const parts = { net: split.net, spear: split.spear, retention: split.retention };
        expect(split.net + split.spear + split.retention + split.left).toBeCloseTo(budget, 4);
        expect(split.left).toBeGreaterThanOrEqual(0);
        for (const part of ['net', 'spear', 'retention'] as const) {
          const { min, max } = within[part];
          if (min !== null && min > 0) expect(parts[part]).toBeGreaterThanOrEqual(min - 1e-6);
          if (max !== null) expect(parts[part]).toBeLessThanOrEqual(max + 1e-6);
        }
        expect(costOfHeads(CURVES, split.heads)).toBeCloseTo(split.spear, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('never earns less with more money', () => {
    fc.assert(
      fc.property(limits, budgets, budgets, (within, one, other) => {
        const [less, more] = [
          bestSplit(CURVES, within, Math.min(one, other)),
          bestSplit(CURVES, within, Math.max(one, other)),
        ];
        if (less === null) return;
        // What comes of looking in steps is below a thousandth.
        expect(more?.gain).toBeGreaterThanOrEqual(less.gain - 1e-3 * Math.abs(less.gain) - 1e-6);
      }),
      { numRuns: 150 },
    );
  });

  it('is none where the least amounts come to more than the budget', () => {
    const within = { ...NO_LIMITS, net: { min: 50_000, max: null } };
    const least = leastBudget(CURVES, within);
    expect(bestSplit(CURVES, within, least - 1)).toBeNull();
    expect(bestSplit(CURVES, within, least)).not.toBeNull();
  });

  it('lets nobody go unless a lower limit is set', () => {
    const planned = CURVES.spear?.planned ?? 0;
    expect(bestSplit(CURVES, NO_LIMITS, planned - 1)).toBeNull();
    const within = { ...NO_LIMITS, spear: { min: 0, max: null } };
    expect(bestSplit(CURVES, within, planned - 1)?.heads).toBeLessThan(0);
    // Two are there: no more can leave.
    expect(bestSplit(CURVES, { ...within, spear: { min: 0, max: 0 } }, 1_000)?.heads ?? -2).toBe(-2);
  });
});

function inOrder({ min, max }: { min: number | null; max: number | null }) {
  return min !== null && max !== null && min > max ? { min: max, max: min } : { min, max };
}

describe('splitBudget', () => {
  const splitOf = (patch: Partial<BudgetRequest> = {}, start = START) => {
    const request = requestOf({ costPerKept: 500, ...patch });
    return finish(splitBudget(finish(drawBudgetBase(start, request)), request));
  };

  it('is checked on simulated paths: the mean gain is about the exact one', () => {
    const split = splitOf({ paths: 4_000, split: { budget: 200_000, limits: NO_LIMITS } });
    expect(split.outcome).toBe('split');
    expect(split.parts.map(({ part }) => part)).toEqual(['net', 'spear', 'retention']);
    // One standard error of 4,000 paths is about two hundredths of the gain; referrals make the mean a little more.
    expect(Math.abs((split.simulated?.mean ?? 0) / split.gain - 1)).toBeLessThan(0.1);
  });

  it('says from where on money brings less than it costs, and nothing of that where all of it is well used', () => {
    const within = { ...NO_LIMITS, spear: { min: null, max: 90_000 } };
    const much = splitOf({ split: { budget: 50_000_000, limits: within } });
    expect(much.wellUsed).toBeLessThan(25_000_000);
    const marginalAt = (budget: number): number => {
      const [less, more] = [bestSplit(CURVES, within, budget), bestSplit(CURVES, within, budget * 1.001)];
      return ((more?.gain ?? NaN) - (less?.gain ?? NaN)) / (budget * 0.001);
    };
    // The finer grid is in steps of a three-hundredth of the budget.
    expect(marginalAt(much.wellUsed - 400_000)).toBeGreaterThan(1);
    expect(marginalAt(much.wellUsed + 400_000)).toBeLessThan(1);
    const little = splitOf({ split: { budget: 130_000, limits: NO_LIMITS } });
    expect(little.wellUsed).toBe(130_000);
  });

  it('leaves out what nobody has said, and says so', () => {
    const unsaid = {
      ...COMPANY.company,
      costPerProspector: { ...COMPANY.company.costPerProspector, value: 0, from: 'default' as const },
    };
    const split = splitOf({}, startOf({ ...COMPANY, company: unsaid }));
    expect(split.parts.map(({ part }) => part)).toEqual(['net', 'retention']);
    expect(split.missing).toEqual([
      { part: 'spear', obstacle: 'costUnknown', places: [{ kind: null, of: 'costPerProspector' }] },
    ]);
  });
});
