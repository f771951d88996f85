import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  baseModel,
  findExtremes,
  simulate,
  type FunnelModel,
  type Plan,
  type ScenarioChange,
} from '../../../src/engine';
import { COMPANY, modelOfPlan, smallHistory } from '../goal/goalCases';
import { planWith } from '../plan/surePlan';
import { kindOf, modelOf, stages } from '../simulate/models';
import { finish, sum, valueByMonth } from './changeCases';

const REQUEST = { paths: 1_500, seed: 2 };
const find = (model: FunnelModel, plan: Plan, span = { from: '2026-01', to: '2026-12' } as const) =>
  finish(findExtremes({ model, plan }, span, REQUEST));
const meanWith = (model: FunnelModel, plan: Plan, changes: readonly ScenarioChange[]) =>
  sum(valueByMonth(applyChanges(model, plan, changes).model).slice(0, 12));

describe('the worst and the best that the doubts make likely', () => {
  const model = modelOfPlan(COMPANY, 24);

  it('have as their mean what one path in ten stays below, and above', () => {
    const extremes = find(model, COMPANY);
    const { q10, q90 } = simulate(model, REQUEST).nextTwelve.value;
    // Factors have three decimals.
    expect(meanWith(model, COMPANY, extremes?.worst ?? []) / q10).toBeCloseTo(1, 2);
    expect(meanWith(model, COMPANY, extremes?.best ?? []) / q90).toBeCloseTo(1, 2);
  });

  it('turn every doubted figure, each as far as its doubt goes, all one way', () => {
    const { worst = [], best = [] } = find(model, COMPANY) ?? {};
    expect(worst.every((change) => 'factor' in change && change.factor < 1)).toBe(true);
    expect(best.every((change) => 'factor' in change && change.factor > 1)).toBe(true);
    const factorOf = (what: string, kind: string): number => {
      const found = best.find((change) => change.what === what && 'kind' in change && change.kind === kind);
      return found !== undefined && 'factor' in found ? found.factor : NaN;
    };
    // A guess is doubted by 0.429 in logs, "roughly" by 0.158.
    expect(Math.log(factorOf('leads', 'net')) / Math.log(factorOf('leads', 'seed'))).toBeCloseTo(
      0.429 / 0.158,
      1,
    );
    expect(new Set([...worst, ...best].map(({ from, months }) => `${from} ${months}`))).toEqual(
      new Set(['2026-01 null']),
    );
    expect(new Set(best.map(({ id }) => id)).size).toBe(best.length);
  });

  it('take what the method may be off by as a change of its own, which says that it is no figure of anybody', () => {
    const { fitted } = smallHistory();
    const plan = planWith({});
    const start = baseModel(
      { fitted: { ...fitted, levelVariance: new Array<number>(24).fill(0.04) } },
      plan,
      'asForecast',
    );
    const { worst = [] } = find(start.model, start.plan) ?? {};
    expect(worst.map(({ what, shock, ...rest }) => [what, 'kind' in rest ? rest.kind : '', shock])).toEqual([
      ['leads', 'seed', 'ownDoubt'],
      ['winRate', 'seed', 'ownDoubt'],
      ['winRate', 'all', 'levelDoubt'],
    ]);
  });

  it('are none where nothing is doubted, or the period is over', () => {
    const sure = modelOf({ kinds: [kindOf('seed', [10, 10], stages([0.2, 0]))] });
    expect(find(sure, planWith({}))).toBeNull();
    expect(
      finish(findExtremes({ model, plan: COMPANY }, { from: '2020-01', to: '2020-12' }, REQUEST)),
    ).toBeNull();
  });

  it('end four standard deviations out, where chance is more than any doubt explains', () => {
    const lucky = modelOf({
      kinds: [
        {
          ...kindOf('seed', new Array<number>(12).fill(1), stages([0.2, 0])),
          value: { mean: 10, variation: 3, doubt: 0.01 },
        },
      ],
    });
    expect(find(lucky, planWith({}))?.best).toMatchObject([{ what: 'value', kind: 'seed', factor: 1.041 }]);
  });
});
