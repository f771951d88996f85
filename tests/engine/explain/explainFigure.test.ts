import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromDate, dealOutlook, explainFigure, fit, KINDS } from '../../../src/engine';
import type { Deal, DealChances, ExplainedFigure } from '../../../src/engine';
import { MIDDLE_DAY, arbitraryDeals } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';

const START = dayFromDate(2026, 11, 1)!;
const dayOf = (month: number, day: number, year = 2026): number => dayFromDate(year, month, day)!;

/** A deal is won at even odds every month, whatever its age: 1/2, 1/4, 1/8; values are the mean of 1,000. */
const CHANCES: DealChances = {
  start: START,
  currency: 'SEK',
  steps: [30, 30, 30].map((days) => ({ days, rhythm: 1 })),
  kinds: KINDS.map(() => ({
    hazards: { ageFrom: [0], won: [Math.LN2 / 30], lost: [0] },
    value: { mean: 1000, variation: 0.5 },
    valueFactors: [1],
    cases: 40,
  })),
  ownAmount: { weight: 0, wonToClosed: 1 },
  stages: null,
  sellers: [],
};

/** November and December: chance 3/4, over the horizon 7/8. */
function figure(changes: Partial<ExplainedFigure> = {}): ExplainedFigure {
  return {
    from: '2026-11',
    to: '2026-12',
    kind: null,
    value: 5000,
    alreadyWon: 300,
    fromOpen: 4400,
    fromNew: 300,
    ...changes,
  };
}

let count = 0;
const open = (facts: Partial<Deal>): Deal => dealOf({ created: START - 10, id: `D${count++}`, ...facts });

const DEALS: readonly Deal[] = [
  open({ id: 'november', expectedClose: dayOf(11, 20), amount: 800, probability: 0.5 }),
  open({
    id: 'december',
    expectedClose: dayOf(12, 31),
    amount: 1600,
    probability: 0.9,
    category: 'Best Case',
  }),
  open({ id: 'noAmount', expectedClose: dayOf(12, 1), probability: 0.75 }),
  open({ id: 'january', expectedClose: dayOf(1, 2, 2027), amount: 400, probability: 0.5 }),
  open({ id: 'overdue', expectedClose: START - 1, amount: 500, probability: 0.2 }),
  open({ id: 'undated', amount: 700, probability: 0.1, kind: 'seed' }),
  open({ id: 'won', outcome: 'won', closed: START - 3, amount: 300 }),
];

const partOf = (explanation: ReturnType<typeof explainFigure>, code: string): number =>
  explanation.differences.find((difference) => difference.code === code)?.value ?? NaN;

describe('explainFigure(deals, chances, figure, mostDeals)', () => {
  const explanation = explainFigure(DEALS, CHANCES, figure(), 3);

  it('weighs open deals by amount × probability on the month of their expected close', () => {
    const { months, places } = explanation.pipeline;
    expect(months).toEqual([
      { month: '2026-11', deals: 1, amount: 800, weighted: 400 },
      { month: '2026-12', deals: 2, amount: 1600, weighted: 1440 },
    ]);
    expect(places.due).toMatchObject({ deals: 3, amount: 2400, weighted: 1840 });
    expect(places.otherMonth).toMatchObject({ deals: 1, amount: 400, weighted: 200 });
  });

  it('keeps overdue and undated deals apart, and counts those it cannot weigh', () => {
    const { places, withoutAmount, withoutChance, chanceFrom } = explanation.pipeline;
    expect(places.overdue).toMatchObject({ deals: 1, amount: 500, weighted: 100 });
    expect(places.undated).toMatchObject({ deals: 1, amount: 700, weighted: 70 });
    expect({ withoutAmount, withoutChance }).toEqual({ withoutAmount: 1, withoutChance: 0 });
    expect(chanceFrom).toEqual({ crm: 6, stage: 0, all: 0 });
  });

  it('says what the forecast expects of the open deals in those months', () => {
    expect(explanation.open.wins).toBeCloseTo(6 * 0.75, 12);
    expect(explanation.open.expected).toBeCloseTo(4500, 9);
    expect(explanation.pipeline.places.due.expected).toBeCloseTo(2250, 9);
  });

  it('splits the difference to the forecast by hand-worked parts', () => {
    // Due with amounts: T − p = 7/8 − 1/2 and 7/8 − 9/10; c − T = −1/8; c·(v − a) = ¾·(1000 − a).
    expect(partOf(explanation, 'alreadyWon')).toBe(300);
    expect(partOf(explanation, 'winRates')).toBeCloseTo(0.375 * 800 - 0.025 * 1600, 9);
    expect(partOf(explanation, 'timing')).toBeCloseTo(-0.125 * 2400, 9);
    expect(partOf(explanation, 'dealSize')).toBeCloseTo(0.75 * (200 - 600), 9);
    expect(partOf(explanation, 'withoutAmount')).toBeCloseTo(750, 9);
    for (const place of ['overdue', 'undated', 'otherMonth'])
      expect(partOf(explanation, place)).toBeCloseTo(750, 9);
    expect(partOf(explanation, 'newLeads')).toBe(300);
    // The simulation's 4,400 against 6 · ¾ · 1000.
    expect(partOf(explanation, 'simulation')).toBeCloseTo(-100, 9);
  });

  it('sorts deals due by the export’s category where it has one, else by chance', () => {
    expect(
      explanation.categories.map(({ category, deals, amount, byChance }) => [
        category,
        deals,
        amount,
        byChance,
      ]),
    ).toEqual([
      ['commit', 1, 0, 1],
      ['bestCase', 2, 2400, 1],
    ]);
  });

  it('ranks deals by expected value, each with the reasons of its outlook', () => {
    expect(explanation.top.map(({ id }) => id)).toEqual(['november', 'december', 'noAmount']);
    const [first] = explanation.top;
    expect(first).toMatchObject({ amount: 800, pipeline: { chance: 0.5, basis: 'crm' } });
    expect(first?.reasons).toEqual(dealOutlook(CHANCES, DEALS[0]!).reasons);
    const bigger = [...DEALS.slice(0, 5), open({ id: 'old', created: START - 20, kind: 'spear' })];
    const valued: DealChances = {
      ...CHANCES,
      kinds: CHANCES.kinds.map((each, index) =>
        KINDS[index] === 'spear' ? { ...each, value: { mean: 9000, variation: 1 } } : each,
      ),
    };
    expect(explainFigure(bigger, valued, figure(), 2).top.map(({ id }) => id)).toEqual(['old', 'november']);
  });

  it('looks at one kind alone where one is asked for', () => {
    const { open: all, pipeline } = explainFigure(DEALS, CHANCES, figure({ kind: 'seed' }), 3);
    expect(all.deals).toBe(1);
    expect(pipeline.places.undated.deals).toBe(1);
  });

  it('counts only the months that are forecast where some are over', () => {
    const { pipeline, open: all } = explainFigure(
      DEALS,
      CHANCES,
      figure({ from: '2026-10', to: '2026-11' }),
      1,
    );
    expect(pipeline.months.map(({ month }) => month)).toEqual(['2026-11']);
    expect(all.wins).toBeCloseTo(6 * 0.5, 12);
    const past = explainFigure(DEALS, CHANCES, figure({ from: '2026-09', to: '2026-10' }), 3);
    expect(past.pipeline.months).toEqual([]);
    expect(past.open.wins).toBe(0);
    expect(past.top).toEqual([]);
  });

  it('weighs by the share won in the deal’s stage, then of all, where the export has no probability', () => {
    const closed = (outcome: 'won' | 'lost', stages: readonly string[]): Deal =>
      open({ outcome, closed: START - 5, stageEntries: stages.map((stage) => ({ stage, day: START - 9 })) });
    const rated = [
      ...Array.from({ length: 6 }, () => closed('won', ['Lead', 'Offer'])),
      ...Array.from({ length: 4 }, () => closed('lost', ['Lead', 'Offer'])),
      ...Array.from({ length: 10 }, () => closed('lost', ['Lead'])),
      open({ stage: 'Offer', expectedClose: dayOf(11, 9), amount: 100 }),
      open({ stage: 'Elsewhere', expectedClose: dayOf(11, 9), amount: 100 }),
    ];
    const { pipeline } = explainFigure(rated, CHANCES, figure(), 0);
    expect(pipeline.chanceFrom).toEqual({ crm: 0, stage: 1, all: 1 });
    expect(pipeline.places.due.weighted).toBeCloseTo(100 * 0.6 + 100 * 0.3, 9);
  });
});

describe('of any deals', () => {
  const options = { dataDay: MIDDLE_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' };

  it('the weighted pipeline and the differences add up to the forecast, and the places to all open deals', () => {
    fc.assert(
      fc.property(arbitraryDeals(60), fc.double({ min: 0, max: 1e6, noNaN: true }), (deals, value) => {
        const { model, chances } = fit(deals, options);
        const months = model.months;
        const asked = figure({ from: months[1]!, to: months[3]!, value, alreadyWon: 0, fromNew: value / 3 });
        const { open: all, pipeline, differences, categories } = explainFigure(deals, chances, asked, 5);
        const { places } = pipeline;
        const total = differences.reduce((sum, each) => sum + each.value, places.due.weighted);
        const size = differences.reduce(
          (sum, each) => sum + Math.abs(each.value),
          places.due.weighted + value,
        );
        // Rounding of some ten sums of doubles.
        expect(Math.abs(total - value)).toBeLessThanOrEqual(1e-9 * (size + 1));
        const placed = Object.values(places).reduce((sum, place) => sum + place.deals, 0);
        expect(placed).toBe(all.deals);
        expect(categories.reduce((sum, each) => sum + each.deals, 0)).toBe(places.due.deals);
        expect(pipeline.months.reduce((sum, month) => sum + month.deals, 0)).toBe(places.due.deals);
      }),
      { numRuns: 60 },
    );
  });
});
