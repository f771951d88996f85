import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, conversionOfHazards, dayFromDate, exactMean, monthRange } from '../../../src/engine';
import type { DealChances, FunnelModel, Hazards } from '../../../src/engine';
import { winsOfNewLeads } from '../../../src/engine/fit/forwardRun';
import { withNewLeadLevels } from '../../../src/engine/fit/newLeadLevels';

const MONTHS = monthRange('2025-04', 12);
const DAYS = [11, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
const START = dayFromDate(2025, 4, 20)!;
const VALUE_FACTORS = [0.8, 1.3, 2];

/** Closing is known for every kind; three of them bring new leads. */
interface Case {
  hazards: Hazards[];
  rhythm: number[];
  lostRhythm: number[];
  leads: number[];
}

const rate = fc.double({ min: 0.0005, max: 0.03, noNaN: true });
const factor = fc.double({ min: 0.4, max: 2.5, noNaN: true });
const arbitraryCase = fc.record<Case>({
  hazards: fc.array(
    fc.record({
      ageFrom: fc.constant([0, 30, 200]),
      won: fc.array(rate, { minLength: 3, maxLength: 3 }),
      lost: fc.array(rate, { minLength: 3, maxLength: 3 }),
    }),
    { minLength: KINDS.length, maxLength: KINDS.length },
  ),
  rhythm: fc.array(factor, { minLength: 12, maxLength: 12 }),
  lostRhythm: fc.array(factor, { minLength: 12, maxLength: 12 }),
  leads: fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 }),
});

function chancesOf({ hazards, rhythm, lostRhythm }: Case): DealChances {
  return {
    start: START,
    currency: 'SEK',
    steps: DAYS.map((days, month) => ({ days, rhythm: rhythm[month]!, lostRhythm: lostRhythm[month]! })),
    kinds: hazards.map((own) => ({
      hazards: own,
      value: { mean: 1000, variation: 0.5 },
      valueFactors: VALUE_FACTORS,
      cases: 50,
    })),
    ownAmount: { weight: 0, wonToClosed: 1 },
    stages: null,
    sellers: [],
  };
}

function modelOf({ hazards, leads }: Case): FunnelModel {
  return {
    currency: 'SEK',
    start: START,
    months: MONTHS,
    fiscalYearStart: 1,
    kinds: (['seed', 'net', 'spear'] as const).map((kind, index) => ({
      kind,
      arrivals: {
        monthly: leads.map((each) => each * (index + 1)),
        before: [],
        doubt: 0.1,
        overdispersion: 0.02,
        perCustomer: 0,
      },
      closing: {
        by: 'hazards',
        hazards: hazards[KINDS.indexOf(kind)]!,
        conversion: { mean: conversionOfHazards(hazards[KINDS.indexOf(kind)]!), cases: 50 },
      },
      value: { mean: 1000 * (index + 1), variation: 1, doubt: 0.1 },
    })),
    open: [{ kind: 'net', count: 7, winChance: MONTHS.map(() => 0.05), value: { mean: 500, variation: 1 } }],
    customers: null,
    recurring: null,
    costs: [],
    quarterRhythm: [0.8, 0.9, 1.3],
    levelVariance: MONTHS.map(() => 0.02),
    history: [],
    notes: [],
  };
}

describe('withNewLeadLevels(model, chances)', () => {
  it('makes the model’s new leads win, and bring, what the forward run says: every kind and month', () => {
    fc.assert(
      fc.property(arbitraryCase, (each) => {
        const model = modelOf(each);
        const chances = chancesOf(each);
        const levelled = exactMean(withNewLeadLevels(model, chances));
        model.kinds.forEach(({ kind, arrivals, value }) => {
          const { hazards, valueFactors } = chances.kinds[KINDS.indexOf(kind)]!;
          const run = winsOfNewLeads(hazards, valueFactors, arrivals.monthly, chances.steps);
          levelled.forEach(({ kinds }, month) => {
            const found = kinds.find((own) => own.kind === kind)!;
            // The model's parameters are rounded to six digits: half of the sixth for each of two factors.
            expect(Math.abs(found.winsFromNew / run.chance[month]! - 1)).toBeLessThan(1.1e-5);
            expect(Math.abs(found.valueFromNew / (value.mean * run.worth[month]!) - 1)).toBeLessThan(2.1e-5);
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing else, open deals and doubts among them', () => {
    const [each] = fc.sample(arbitraryCase, { numRuns: 1, seed: 3 });
    const model = modelOf(each!);
    const levelled = withNewLeadLevels(model, chancesOf(each!));
    expect({ ...levelled, kinds: levelled.kinds.map(({ level: _, ...kind }) => kind) }).toEqual(model);
    expect(exactMean(levelled).map(({ kinds }) => kinds.map((kind) => kind.winsFromOpen))).toEqual(
      exactMean(model).map(({ kinds }) => kinds.map((kind) => kind.winsFromOpen)),
    );
  });

  it('has levels of 1 where no leads come', () => {
    const [sampled] = fc.sample(arbitraryCase, { numRuns: 1, seed: 4 });
    const each = { ...sampled!, leads: MONTHS.map(() => 0) };
    const { kinds } = withNewLeadLevels(modelOf(each), chancesOf(each));
    kinds.forEach(({ level }) => {
      expect(level?.wins).toEqual(MONTHS.map(() => 1));
      expect(level?.value).toEqual(MONTHS.map(() => 1));
    });
  });
});
