import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  exactMean,
  nextAmount,
  simulate,
  type BudgetAnswer,
  type Plan,
} from '../../../src/engine';
import { sum } from '../scenario/changeCases';
import { anyPlan } from '../plan/anyPlan';
import { deepFreeze } from '../simulate/models';
import { answerOf, COMPANY, HIRING_PLAN, startOf } from './budgetCases';

function stepOf(answer: BudgetAnswer, what: 'spend' | 'prospector' | 'retention') {
  const step = answer.next.steps.find((each) => each.what === what);
  if (step === undefined) throw new Error(`no step ${what}`);
  return step;
}

/** The plan as if nobody had said what these figures of the company are. */
function withDefaults(plan: Plan, ...names: (keyof Plan['company'])[]): Plan {
  const company = { ...plan.company };
  for (const name of names) company[name] = { ...company[name], from: 'default' };
  return { ...plan, company };
}

/** A history of nothing but an open deal makes a default cost one that nobody has said. */
function withHistory(plan: Plan) {
  const start = startOf(plan);
  const history = [{ month: '2025-12' as const, kind: 'net' as const, leads: 1, wins: 0, value: 0 }];
  return { ...start, model: { ...start.model, history } };
}

describe('planBudget', () => {
  it('agrees with the forecast: cost of the period, and money that comes in', () => {
    const start = startOf(COMPANY);
    const answer = answerOf(start, { paths: 400 });
    const forecast = simulate(start.model, { paths: 400, seed: 1 });
    expect(answer.hiring.expected).toBeCloseTo(forecast.nextTwelve.value.mean, 6);
    // Costs of this plan have no doubt but for what leads cost, which is nothing.
    expect(answer.returns.all.cost).toBeCloseTo(forecast.nextTwelve.cost?.mean ?? NaN, 6);
    expect(sum(answer.cash.months.map(({ out }) => out ?? NaN))).toBeCloseTo(
      sum(forecast.months.map(({ cost }) => cost?.mean ?? NaN)),
      6,
    );
  });

  it('tells of a step just what the scenario with it tells, on average', () => {
    const start = startOf(HIRING_PLAN);
    const { outcome, from } = stepOf(answerOf(start), 'prospector');
    const id = { id: 'one', isOn: true, from, months: null, shock: null };
    const { model } = applyChanges(start.model, start.plan, [{ what: 'prospectors', heads: 1, ...id }]);
    const valueOf = (of: typeof model): number =>
      sum(exactMean(of).flatMap(({ kinds }) => kinds.map((kind) => kind.valueFromNew + kind.valueFromOpen)));
    expect(outcome?.brings.inForecast.mean).toBeCloseTo(valueOf(model) - valueOf(start.model), 6);
    // 24 months of pay, 23 of them at ten deals of 100.
    expect(outcome?.cost).toBeCloseTo(24 * 900, 6);
    expect(outcome?.brings.inForecast.mean).toBeCloseTo(23_000, 6);
    expect(outcome?.perUnit).toBeCloseTo(23_000 / 21_600, 9);
    // 1,000 (k − 1) reaches 900 k after ten months.
    expect(outcome?.backBy).toBe('2026-10');
    expect(outcome?.halfBy).toBe('2027-01');
  });

  it('spends the next amount on nets with diminishing returns', () => {
    const start = startOf(COMPANY);
    const [little, much] = [9_000, 90_000].map(
      (amount) => stepOf(answerOf(start, { amount }), 'spend').outcome,
    );
    expect(little?.cost).toBeCloseTo(9_000, 3);
    // Twice the 3,000 a month, over three months: 40 × (2^0.7 − 1) × 3 leads more; customers they become refer some.
    expect(little?.leads).toBeGreaterThan(40 * (Math.pow(2, 0.7) - 1) * 3);
    expect(little?.leads).toBeLessThan(1.3 * 40 * (Math.pow(2, 0.7) - 1) * 3);
    expect(much?.perUnit).toBeLessThan(little?.perUnit ?? 0);
  });

  it('keeps customers at the price that is said, never more than half of those who leave', () => {
    const start = startOf(COMPANY);
    const cheap = answerOf(start, { costPerKept: 1, amount: 1e6 }).next;
    expect(cheap.churnFactor).toBeCloseTo(0.5, 6);
    const dear = answerOf(start, { costPerKept: 1_000, amount: 100 }).next;
    // Some five leave in three months: a tenth of one is kept.
    expect(dear.churnFactor).toBeGreaterThan(0.97);
    expect(dear.isCostPerKeptAssumed).toBe(false);
    expect(answerOf(start).next.isCostPerKeptAssumed).toBe(true);
  });

  it('says what a seller costs and how many deals that is, and claims nothing else', () => {
    const { seller } = answerOf(startOf(COMPANY)).next;
    expect(seller?.costPerMonth).toBe(5_000);
    expect(seller?.dealsPerMonth).toBeGreaterThan(1);
    expect(seller?.isAssumed).toBe(false);
  });

  it('never has 0 for a cost that nobody has said', () => {
    const unsaid = withDefaults(COMPANY, 'costPerProspector', 'costPerSeller');
    const start = withHistory({
      ...unsaid,
      company: { ...unsaid.company, costPerSeller: { ...unsaid.company.costPerSeller, value: 0 } },
    });
    const { model } = start;
    const known = { ...start, model: { ...model, costs: model.costs.filter(({ kind }) => kind === 'net') } };
    const answer = answerOf(known);
    const spears = answer.returns.kinds.find(({ kind }) => kind === 'spear');
    expect(spears).toMatchObject({
      cost: null,
      costPerLead: null,
      costPerWin: null,
      perUnit: null,
      payback: null,
    });
    expect(spears?.months.every(({ cost }) => cost === null)).toBe(true);
    expect(answer.lacking).toEqual([
      { place: { kind: null, of: 'costPerProspector' }, isCounted: false },
      { place: { kind: null, of: 'costPerSeller' }, isCounted: false },
    ]);
    expect(answer.next.seller).toBeNull();
  });

  it('counts the defaults of a plan without deals, and says that they are guesses', () => {
    const answer = answerOf(startOf(withDefaults(COMPANY, 'costPerProspector')));
    expect(answer.lacking).toEqual([{ place: { kind: null, of: 'costPerProspector' }, isCounted: true }]);
    expect(answer.returns.kinds.find(({ kind }) => kind === 'spear')?.cost).toBeGreaterThan(0);
    const step = stepOf(answer, 'prospector');
    expect(step.outcome !== null && step.isCostAssumed).toBe(true);
  });

  it('says so where no cost at all is known', () => {
    const start = startOf(COMPANY);
    const answer = answerOf({ ...start, model: { ...start.model, costs: [] } });
    expect(answer.areCostsKnown).toBe(false);
    expect(answer.returns.all.cost).toBeNull();
    expect(answer.cash.low).toBeNull();
  });

  it('gives numbers for any plan, touches nothing it is given, and is the same again', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom('year' as const, 'nextTwelve' as const), (plan, period) => {
        const start = startOf(plan);
        deepFreeze(start.model);
        deepFreeze(start.plan);
        const answer = answerOf(start, { paths: 10, period, target: 1e6 });
        expect(badNumbers(answer)).toEqual([]);
        for (const { cost, leads, wins, value } of answer.returns.kinds) {
          for (const each of [cost ?? 0, leads, wins, value]) expect(each).toBeGreaterThanOrEqual(0);
        }
        expect(answerOf(start, { paths: 10, period, target: 1e6 })).toEqual(answer);
      }),
      { numRuns: 15 },
    );
  });
});

describe('nextAmount', () => {
  it('is a round step of about a tenth of an ordinary deal', () => {
    expect(['SEK', 'EUR', 'JPY'].map(nextAmount)).toEqual([10_000, 1_000, 100_000]);
  });
});

/** Places of what is no number. */
function badNumbers(data: unknown, path = ''): string[] {
  if (typeof data === 'number') return Number.isFinite(data) ? [] : [`${path}: ${data}`];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => badNumbers(value, `${path}.${name}`));
}
