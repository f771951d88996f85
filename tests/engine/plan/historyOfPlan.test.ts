import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASSUMPTION_RULES,
  assumptionAt,
  build,
  defaultPlan,
  historyAt,
  leadsToday,
  placesOf,
  placesOfPart,
  takeFromHistory,
  withAssumption,
  type HistorySummary,
  type KindHistory,
  type Plan,
  type PlannedKind,
  type PlanPlace,
} from '../../../src/engine';
import { bookWith } from '../../../src/workspace/planBook';
import { restore } from '../../../src/workspace/restore';
import { deepFreeze } from '../../state/plan/deepFreeze';
import { historyOf, kindHistory } from '../../state/plan/kindHistory';
import { anyPlan } from './anyPlan';
import { sure } from './surePlan';

const net = kindHistory({ kind: 'net' });
const seed = kindHistory({ kind: 'seed', won: 40, leadsPerMonth: { value: 12, low: 10, high: 14, n: 200 } });
const spear = kindHistory({ kind: 'spear', won: 20 });
const history = deepFreeze(historyOf(seed, net, spear));
const plan = deepFreeze(defaultPlan('SEK'));
const all = takeFromHistory(plan, history, placesOf(plan));

const BASE: PlanPlace = { kind: 'seed', of: 'leadsPerMonth' };
const CUSTOMERS: PlanPlace = { kind: null, of: 'activeCustomers' };

/** The plan with a referral rate that somebody has said. */
function referring(rate: number): Plan {
  return withAssumption(plan, { kind: 'seed', of: 'referralsPerCustomer' }, { value: rate, from: 'typed' });
}

/** Three digits of each of four stages. */
const ROUNDED = 0.02;

function wholeOf(of: Plan, kind: PlannedKind): { conversion: number; days: number } {
  const { stages } = of.kinds[kind];
  return {
    conversion: stages.reduce((product, { conversion }) => product * conversion.value, 1),
    days: stages.reduce((sum, { days }) => sum + days.value, 0),
  };
}

describe('historyAt(plan, summary, place)', () => {
  it('gives leads and values as they would have to stand in the plan', () => {
    expect(historyAt(plan, history, { kind: 'net', of: 'leadsPerMonth' })).toEqual(net.leadsPerMonth);
    // Forty customers refer 0.05 each, once somebody has said so.
    expect(historyAt(plan, history, BASE)).toEqual(seed.leadsPerMonth);
    expect(historyAt(referring(0.05), history, BASE)).toEqual({ value: 10, low: 8, high: 12, n: 200 });
    const three = { ...plan.kinds, spear: { ...plan.kinds.spear, prospectors: sure(3) } };
    const perProspector: PlanPlace = { kind: 'spear', of: 'leadsPerProspector' };
    expect(historyAt({ ...plan, kinds: three }, history, perProspector)?.value).toBeCloseTo(31.456 / 3);
    const discounted = { ...plan.kinds, net: { ...plan.kinds.net, discount: sure(0.2) } };
    const value = historyAt({ ...plan, kinds: discounted }, history, { kind: 'net', of: 'dealValue' });
    expect(value?.value).toBeCloseTo(118_234 / 0.8, 6);
    expect(value?.low).toBeCloseTo(100_000 / 0.8, 6);
    expect(historyAt(plan, history, { kind: 'net', of: 'variation' })?.value).toBe(0.6543);
  });

  it('is null where deals say nothing', () => {
    const said = placesOf(plan).filter((place) => historyAt(plan, history, place) !== null);
    expect([...new Set(said.map(({ of }) => of))].sort()).toEqual([
      'activeCustomers',
      'conversion',
      'days',
      'dealValue',
      'leadsPerMonth',
      'leadsPerProspector',
      'variation',
    ]);
    const nobody = { ...plan.kinds, spear: { ...plan.kinds.spear, prospectors: sure(0) } };
    const place: PlanPlace = { kind: 'spear', of: 'leadsPerProspector' };
    expect(historyAt({ ...plan, kinds: nobody }, history, place)).toBeNull();
    const givenAway = { ...plan.kinds, net: { ...plan.kinds.net, discount: sure(1) } };
    expect(historyAt({ ...plan, kinds: givenAway }, history, { kind: 'net', of: 'dealValue' })).toBeNull();
    expect(historyAt(plan, historyOf(), { kind: 'net', of: 'leadsPerMonth' })).toBeNull();
    expect(historyAt(plan, historyOf(), { kind: null, of: 'activeCustomers' })).toBeNull();
    const unsold = historyOf(kindHistory({ won: 0 }));
    for (const of of ['dealValue', 'variation'] as const) {
      expect(historyAt(plan, unsold, { kind: 'net', of })).toBeNull();
    }
    expect(historyAt(plan, unsold, { kind: 'net', of: 'days', index: 0 })).toBeNull();
    expect(historyAt(plan, history, { kind: 'net', of: 'days', index: 9 })).toBeNull();
  });

  it('says nothing of conversions where no deal was ever lost', () => {
    const unlost = historyOf(kindHistory({ lost: 0, conversion: { value: 0.99, low: 0, high: 1, n: 80 } }));
    expect(historyAt(plan, unlost, { kind: 'net', of: 'conversion', index: 0 })).toBeNull();
  });

  it('says no base of seeds where the referrals alone are more than the leads seen', () => {
    expect(historyAt(referring(0.29), history, BASE)?.value).toBeCloseTo(0.4, 9);
    expect(historyAt(referring(0.3), history, BASE)).toBeNull();
    expect(historyAt(referring(0.5), history, BASE)).toBeNull();
  });

  it('takes stages by name where the history knows all of them, raised to the power that makes the funnel', () => {
    const conversions = [0.31, 0.52, 0.43, 0.54];
    const stages = plan.stageNames.map((name, index) => ({
      stage: ` ${name.toUpperCase()}`,
      conversion: { value: conversions[index] ?? NaN, low: 0.1, high: 0.9, n: 7 },
    }));
    const named = historyOf(kindHistory({ stages }));
    const at = (index: number) => historyAt(plan, named, { kind: 'net', of: 'conversion', index });
    const power = Math.log(0.1444) / Math.log(0.31 * 0.52 * 0.43 * 0.54);
    conversions.forEach((conversion, index) => {
      expect(at(index)?.value).toBeCloseTo(conversion ** power, 12);
      expect(at(index)?.low).toBeCloseTo(0.1 ** power, 12);
      expect(at(index)?.high).toBeCloseTo(0.9 ** power, 12);
      expect(at(index)?.n).toBe(7);
    });
    const oneLess = historyOf(kindHistory({ stages: stages.slice(1) }));
    const split = historyAt(plan, oneLess, { kind: 'net', of: 'conversion', index: 1 });
    expect(split).toEqual(historyAt(plan, history, { kind: 'net', of: 'conversion', index: 1 }));
  });

  it('ends the funnel at the stated conversion: of any plan, whatever stages the history knows', () => {
    const anyShare = fc.double({ min: 0, max: 1, noNaN: true });
    const knownStages = fc.array(fc.tuple(anyShare, fc.boolean()), { minLength: 4, maxLength: 4 });
    // Nobody sees less than one in a billion; 0 and 1 as wholes are those of a history without a win or a loss.
    const anyWhole = fc.double({ min: 1e-9, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyPlan, knownStages, anyWhole, fc.boolean(), (any, known, whole, knowsAll) => {
        const stages = any.stageNames.flatMap((stage, index) => {
          const [value, isKnown] = known[index] ?? [0.5, true];
          return isKnown || knowsAll ? [{ stage, conversion: { value, low: 0, high: 1, n: 9 } }] : [];
        });
        const conversion = { value: whole, low: whole / 2, high: whole, n: 50 };
        const summary = historyOf(kindHistory({ stages, conversion }));
        const product = any.stageNames.reduce((share, _, index) => {
          const estimate = historyAt(any, summary, { kind: 'net', of: 'conversion', index });
          expect(estimate?.low).toBeLessThanOrEqual((estimate?.value ?? NaN) + 1e-12);
          expect(estimate?.high).toBeGreaterThanOrEqual((estimate?.value ?? NaN) - 1e-12);
          return share * (estimate?.value ?? NaN);
        }, 1);
        // Sums of a few logs and their exponentials: some 1e-15 each.
        expect(Math.abs(product / whole - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('counts customers as those won who have not left at the plan’s churn', () => {
    const of = (churn: number) => {
      const company = { ...plan.company, churnPerMonth: sure(churn) };
      return historyAt({ ...plan, company }, history, { kind: null, of: 'activeCustomers' });
    };
    expect(of(0)).toEqual({ value: 120, low: 120, high: 120, n: 120 });
    // 1,081 days are 35.515 months; ∫ 0.98^u du from 0 to that, ÷ 35.515: (1 − 0.48797) ÷ (0.0202027 · 35.515) = 0.71363.
    expect(of(0.02)?.value).toBeCloseTo(120 * 0.71363, 2);
    expect(of(1)?.value).toBe(0);
    const guessed = historyAt(plan, history, { kind: null, of: 'activeCustomers' });
    expect(guessed?.low).toBeLessThan(guessed?.value ?? NaN);
    expect(guessed?.high).toBeLessThan(120);
  });
});

describe('takeFromHistory(plan, summary, places)', () => {
  it('makes every funnel convert and last as the history did, but for rounding', () => {
    for (const kind of ['seed', 'net', 'spear'] as const) {
      const { conversion, days } = wholeOf(all, kind);
      expect(Math.abs(conversion / 0.1444 - 1)).toBeLessThan(ROUNDED);
      expect(Math.abs(days / 74.3 - 1)).toBeLessThan(ROUNDED);
    }
  });

  it('keeps each stage’s part: one power for all conversions, one factor for all days', () => {
    const before = plan.kinds.net.stages;
    const after = all.kinds.net.stages;
    const power = Math.log(0.1444) / Math.log(0.3 * 0.5 * 0.4 * 0.5);
    after.forEach(({ conversion, days }, index) => {
      expect(conversion.value).toBeCloseTo(Math.pow(before[index]?.conversion.value ?? NaN, power), 2);
      expect(days.value / ((before[index]?.days.value ?? NaN) * (74.3 / 76))).toBeCloseTo(1, 2);
    });
  });

  it('makes the whole funnel as doubtful as the history is', () => {
    const model = build(all, { startDay: 20_781, horizonMonths: 12, fiscalYearStart: 1, currency: 'SEK' });
    const closing = model.kinds.find(({ kind }) => kind === 'net')?.closing;
    if (closing?.by !== 'stages') throw new Error('assumed kinds close by stages');
    // A product of independent betas: 1 + cv² multiply. The history: half of 0.12 to 0.17, ÷ 1.2816, ÷ its value.
    const squares = closing.stages.map(
      ({ conversion: { mean, cases } }) => 1 + (1 - mean) / mean / ((cases ?? NaN) + 1),
    );
    const spread = Math.sqrt(squares.reduce((product, square) => product * square, 1) - 1);
    expect(spread / (0.025 / 1.2816 / 0.1444)).toBeCloseTo(1, 1);
    // A sum: Σ mean² (exp(doubt²) − 1) ÷ (Σ mean)². The history: ln(90 ÷ 60) ÷ 2.5632.
    const total = closing.stages.reduce((sum, { days }) => sum + days.mean, 0);
    const variance = closing.stages.reduce(
      (sum, { days }) => sum + days.mean ** 2 * Math.expm1(days.doubt ** 2),
      0,
    );
    expect(Math.sqrt(variance) / total / (Math.log(90 / 60) / 2.5632)).toBeCloseTo(1, 1);
  });

  it('brings as many seeds today as the history did, with the customers it counts', () => {
    expect(leadsToday(all, 'seed')).toBeCloseTo(12, 1);
    expect(all.company.activeCustomers.from).toBe('history');
  });

  it('lets no default bring seeds on top of the leads seen: all of them stand in the base', () => {
    const taken = takeFromHistory(plan, history, placesOfPart(plan, 'seed', 'leads'));
    const { leadsPerMonth, referralsPerCustomer, growthPerMonth } = taken.kinds.seed;
    expect(leadsPerMonth.value).toBe(12);
    expect(referralsPerCustomer).toEqual({ value: 0, doubt: 'guess', from: 'default' });
    expect(growthPerMonth.value).toBe(0);
    // A rate that somebody has said stays, and its leads are not in the base.
    const said = takeFromHistory(referring(0.05), history, placesOfPart(plan, 'seed', 'leads'));
    expect(said.kinds.seed.leadsPerMonth.value).toBe(10);
    expect(said.kinds.seed.referralsPerCustomer.value).toBe(0.05);
    // Where that alone is more than the leads seen, no default comes on top.
    const most = takeFromHistory(referring(0.5), history, placesOfPart(plan, 'seed', 'leads'));
    expect(most.kinds.seed.leadsPerMonth).toMatchObject({ value: 0, from: 'default' });
    const nothingKnown = takeFromHistory(plan, historyOf(net), placesOf(plan));
    expect(nothingKnown.kinds.seed).toBe(plan.kinds.seed);
  });

  it('changes no leads when customers alone are taken', () => {
    const based = takeFromHistory(referring(0.05), history, [BASE]);
    const counted = takeFromHistory(based, history, [CUSTOMERS]);
    expect(counted.company.activeCustomers.value).toBeGreaterThan(40);
    expect(counted.kinds.seed).toBe(based.kinds.seed);
  });

  it('remembers where every figure is from, and has its interval for doubt', () => {
    expect(all.kinds.net.leadsPerMonth).toEqual({
      value: 31.5,
      doubt: { low: 27, high: 36 },
      from: 'history',
    });
    expect(all.kinds.net.variation).toEqual({ value: 0.654, doubt: 'sure', from: 'history' });
    expect(all.kinds.net.elasticity).toBe(plan.kinds.net.elasticity);
    expect(all.kinds.net.basis).toBe(plan.kinds.net.basis);
  });

  it('comes out the same one by one in any order, but for rounding', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(placesOf(plan), { minLength: placesOf(plan).length }), (places) => {
        const oneByOne = places.reduce((changed, place) => takeFromHistory(changed, history, [place]), plan);
        for (const place of places) {
          const [one, other] = [assumptionAt(oneByOne, place), assumptionAt(all, place)];
          expect(one?.from).toBe(other?.from);
          expect(one?.value).toBeGreaterThanOrEqual((other?.value ?? NaN) * (1 - ROUNDED));
          expect(one?.value).toBeLessThanOrEqual((other?.value ?? NaN) * (1 + ROUNDED));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing when taken again, but for rounding, and follows a newer history', () => {
    const again = takeFromHistory(all, history, placesOf(all));
    for (const place of placesOf(plan)) {
      const [one, other] = [assumptionAt(again, place)?.value, assumptionAt(all, place)?.value];
      expect(Math.abs((one ?? NaN) - (other ?? NaN))).toBeLessThanOrEqual((other ?? NaN) * 0.01);
    }
    const better = historyOf(kindHistory({ conversion: { value: 0.25, low: 0.2, high: 0.3, n: 500 } }));
    const newer = takeFromHistory(all, better, placesOf(all));
    expect(Math.abs(wholeOf(newer, 'net').conversion / 0.25 - 1)).toBeLessThan(ROUNDED);
    expect(newer.kinds.seed.stages).toEqual(all.kinds.seed.stages);
  });

  it('leaves a stage that is not taken as it is', () => {
    const places = placesOfPart(plan, 'net', 'closing').filter(({ of }) => of === 'conversion');
    const three = takeFromHistory(plan, history, places.slice(1));
    expect(three.kinds.net.stages[0]).toBe(plan.kinds.net.stages[0]);
    expect(three.kinds.net.stages[1]?.conversion.value).toBe(all.kinds.net.stages[1]?.conversion.value);
  });

  it('can split over stages that all let everyone through at once', () => {
    const stages = plan.kinds.net.stages.map(() => ({ conversion: sure(1), days: sure(0) }));
    const open = { ...plan, kinds: { ...plan.kinds, net: { ...plan.kinds.net, stages } } };
    const { conversion, days } = wholeOf(takeFromHistory(open, history, placesOf(open)), 'net');
    expect(Math.abs(conversion / 0.1444 - 1)).toBeLessThan(ROUNDED);
    expect(Math.abs(days / 74.3 - 1)).toBeLessThan(ROUNDED);
  });

  it('gives a plan that may be stored, of any plan and a history of any size', () => {
    const anyEstimate = (max: number) =>
      fc
        .tuple(fc.double({ min: 0, max, noNaN: true }), fc.double({ min: 0, max, noNaN: true }), fc.nat(1e6))
        .map(([one, other, n]) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          return { low, high, value: (low + high) / 2, n };
        });
    const anyKindHistory: fc.Arbitrary<KindHistory> = fc.record({
      kind: fc.constantFrom('seed' as const, 'net' as const, 'spear' as const),
      deals: fc.constant(1_000),
      open: fc.constant(0),
      won: fc.nat(1_000),
      lost: fc.constant(10),
      leadsPerMonth: anyEstimate(1e9),
      conversion: anyEstimate(1),
      daysToWin: anyEstimate(1e5),
      dealValue: anyEstimate(1e15),
      valueVariation: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    const anyHistory: fc.Arbitrary<HistorySummary> = anyKindHistory.map((kind) => historyOf(kind));
    fc.assert(
      fc.property(anyPlan, anyHistory, (any, summary) => {
        const taken = takeFromHistory(any, summary, placesOf(any));
        expect(restore('plan', bookWith(taken))).toEqual({ ok: true, value: bookWith(taken) });
        for (const place of placesOf(taken)) {
          const { min, max } = ASSUMPTION_RULES[place.of];
          const assumption = assumptionAt(taken, place);
          if (assumption?.from !== 'history' || typeof assumption.doubt !== 'object') continue;
          expect(assumption.doubt.low).toBeGreaterThanOrEqual(min);
          expect(assumption.doubt.high).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});
