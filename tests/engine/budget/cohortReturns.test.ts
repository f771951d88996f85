import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetAtOnce, exactMean } from '../../../src/engine';
import { cohortReturns } from '../../../src/engine/budget/cohortReturns';
import { sum } from '../scenario/changeCases';
import { anyModel, kindOf, modelOf, stages } from '../simulate/models';
import { planWith } from '../plan/surePlan';
import { requestOf } from './budgetCases';

const PLAN = planWith({});

describe('cohortReturns', () => {
  it('follows leads past the end of the forecast: all that will ever be won of them is theirs', () => {
    // Half of ten leads, in December, sixty days on average after they came.
    const model = modelOf({
      from: '2026-12',
      count: 1,
      kinds: [kindOf('net', [10], stages([0.5, 60]), 200)],
    });
    const [nets] = cohortReturns(model);
    const [cohort] = nets?.cohorts ?? [];
    expect(exactMean(model)[0]?.kinds[0]?.winsFromNew).toBeLessThan(1.2);
    // A stage of 60 days on average has 10^-8 of its leads left after three years.
    expect(sum(cohort?.wins ?? [])).toBeCloseTo(5, 6);
    expect(sum(cohort?.value ?? [])).toBeCloseTo(1_000, 4);
  });

  it('adds up, month by month, to the wins from new leads of the exact mean', () => {
    fc.assert(
      fc.property(anyModel, (any) => {
        // A rhythm is balanced over the whole life of a lead, which is longer where leads are followed for longer.
        const kinds = any.kinds.map(({ quarterRhythm: _, ...kind }) => ({
          ...kind,
          arrivals: { ...kind.arrivals, before: [] },
        }));
        const model = { ...any, kinds, quarterRhythm: [1, 1, 1] as const };
        const means = exactMean(model);
        for (const { kind, cohorts } of cohortReturns(model)) {
          means.forEach(({ kinds: found }, month) => {
            const mean = found.find((each) => each.kind === kind);
            const [wins, value] = [
              sum(cohorts.slice(0, month + 1).map((cohort, from) => cohort.wins[month - from] ?? 0)),
              sum(cohorts.slice(0, month + 1).map((cohort, from) => cohort.value[month - from] ?? 0)),
            ];
            // The grid of times is finer or coarser with the length of the horizon: a thousandth.
            expect(Math.abs(wins - (mean?.winsFromNew ?? 0))).toBeLessThan(2e-3 * (1 + wins));
            expect(Math.abs(value - (mean?.valueFromNew ?? 0))).toBeLessThan(2e-3 * (1 + value) + 10);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('cost by cohort', () => {
  const cost = { kind: 'net' as const, monthly: [1_000], doubt: 0, perLead: 0, perLeadDoubt: 0 };

  it('holds the cost of a month against what its leads bring, however late: 1,000 for five customers is 200 each', () => {
    const model = modelOf({
      ...{ from: '2026-12', count: 1, costs: [cost] },
      kinds: [kindOf('net', [10], stages([0.5, 60]), 300)],
    });
    const { returns } = budgetAtOnce({ model, plan: PLAN }, requestOf({ period: 'year' }));
    const [nets] = returns.kinds;
    expect(returns.span).toEqual({ from: '2026-12', to: '2026-12' });
    expect(nets?.costPerLead).toBeCloseTo(100, 9);
    expect(nets?.costPerWin).toBeCloseTo(200, 4);
    expect(nets?.perUnit).toBeCloseTo(1.5, 6);
    expect(nets?.payback?.monthsAfterWin).toBe(0);
    expect(returns.all.costPerWin).toBeCloseTo(200, 4);
  });

  it('leaves open deals out: what they cost is spent', () => {
    const open = [{ kind: 'net' as const, count: 50, winChance: [1], value: { mean: 999, variation: 0 } }];
    const kinds = [kindOf('net', [10], stages([0.5, 60]), 300)];
    const without = modelOf({ from: '2026-12', count: 1, costs: [cost], kinds });
    const start = (model: typeof without) => budgetAtOnce({ model, plan: PLAN }, requestOf()).returns;
    expect(start({ ...without, open })).toEqual(start(without));
  });

  it('has the cost of sellers in the row of the company, and in no kind', () => {
    const sellers = { ...cost, kind: null, monthly: [500] };
    const model = modelOf({
      ...{ from: '2026-12', count: 1, costs: [cost, sellers] },
      kinds: [kindOf('net', [10], stages([0.5, 60]), 300)],
    });
    const { returns } = budgetAtOnce({ model, plan: PLAN }, requestOf());
    expect(returns.kinds[0]?.cost).toBeCloseTo(1_000, 9);
    expect(returns.all.cost).toBeCloseTo(1_500, 9);
    expect(returns.all.costPerWin).toBeCloseTo(300, 4);
  });
});
