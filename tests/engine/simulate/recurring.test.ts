import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactMean, simulate, type FunnelModel, type OpenGroup } from '../../../src/engine';
import { kindOf, modelOf, stages } from './models';

const rows = readFileSync(
  new URL('../../fixtures/engine-simulate/recurringByHand.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const column = (place: number): number[] => rows.map((row) => Number(row[place]));
const [customersByHand, recurringByHand] = [column(4), column(10)];

/** A deal that is won in this month for sure. */
function won(month: number, count: number, mean: number): OpenGroup {
  const winChance = Array.from({ length: 6 }, (_, other) => (other === month ? 1 : 0));
  return { kind: 'net', count, winChance, value: { mean, variation: 0 } };
}

const byHand = modelOf({
  from: '2026-01',
  count: 6,
  startDay: 15,
  open: [won(0, 1, 24_000), won(2, 2, 18_000), won(3, 1, 12_000), won(5, 1, 60_000)],
  customers: { active: 20, monthlyChurn: 0.04, activeDoubt: 0, churnDoubt: 0 },
  recurring: {
    today: 50_000,
    todayDoubt: 0,
    monthsInDealValue: 12,
    monthlyExpansion: 0.01,
    expansionDoubt: 0,
  },
});

/** Half the last digit of the spreadsheet. */
const CELL = 5e-7;

describe('recurring revenue', () => {
  it('is the spreadsheet’s, month by month, on every path and in the mean', () => {
    const { customers, recurring } = simulate(byHand, { paths: 5, seed: 1 });
    const means = exactMean(byHand);
    rows.forEach((_, month) => {
      for (const point of ['mean', 'q05', 'q95'] as const) {
        expect(Math.abs(customers![month]![point] - customersByHand[month]!)).toBeLessThan(2 * CELL);
        expect(Math.abs(recurring![month]![point] - recurringByHand[month]!)).toBeLessThan(2 * CELL);
      }
      expect(Math.abs(means[month]!.customers! - customersByHand[month]!)).toBeLessThan(2 * CELL);
      expect(Math.abs(means[month]!.recurring! - recurringByHand[month]!)).toBeLessThan(2 * CELL);
    });
  });

  it('without customers has no churn, and a model without either tells of neither', () => {
    const alone = simulate({ ...byHand, open: [], customers: null }, { paths: 2, seed: 1 });
    expect(alone.customers).toBeNull();
    expect(alone.recurring!.at(-1)!.q50).toBeCloseTo(50_000 * 1.01 ** (5 + 16 / 31), 6);
    const none = simulate({ ...byHand, recurring: null, customers: null }, { paths: 2, seed: 1 });
    expect([none.recurring, none.customers]).toEqual([null, null]);
    expect(exactMean({ ...byHand, recurring: null })[0]!.recurring).toBeNull();
  });

  it('shares the draw of churn with customers, and is lost or doubled whole at the limits', () => {
    const lost: FunnelModel = { ...byHand, open: [], customers: { ...byHand.customers!, monthlyChurn: 1 } };
    expect(simulate(lost, { paths: 2, seed: 1 }).recurring!.map(({ mean }) => mean)).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
    const doubted: FunnelModel = {
      ...byHand,
      open: [],
      customers: { active: 50_000, monthlyChurn: 0.5, activeDoubt: 0, churnDoubt: 0.9 },
      recurring: { ...byHand.recurring!, monthlyExpansion: 0 },
    };
    const { customers, recurring } = simulate(doubted, { paths: 200, seed: 2 });
    // Equal but for the order of products.
    recurring!.forEach((spread, month) => expect(spread.q25).toBeCloseTo(customers![month]!.q25, 6));
    expect(customers!.at(-1)!.q05).toBe(0);
  });

  it('is spread by each doubt as the model says', () => {
    const only = (recurring: object, customers: object = {}): FunnelModel => ({
      ...modelOf({ count: 3 }),
      customers: { active: 100, monthlyChurn: 0, activeDoubt: 0, churnDoubt: 0, ...customers },
      recurring: { ...byHand.recurring!, monthlyExpansion: 0, ...recurring },
    });
    const request = { paths: 20_000, seed: 3 };
    const today = simulate(only({ todayDoubt: 0.2 }), request).recurring![2]!;
    // Standard errors: of the mean 0.2 ÷ √20,000 = 0.14 %, of an sd by two quantiles about 1 %; 4.5 of them.
    expect(Math.abs(today.mean / 50_000 - 1)).toBeLessThan(0.0065);
    expect(Math.abs(Math.log(today.q90 / today.q10) / (2 * 1.2816 * 0.2) - 1)).toBeLessThan(0.045);
    const expansion = simulate(only({ expansionDoubt: 0.02 }), request).recurring![0]!;
    expect(Math.abs((expansion.q90 - expansion.q10) / (50_000 * 2 * 1.2816 * 0.02) - 1)).toBeLessThan(0.045);
    const active = simulate(only({}, { activeDoubt: 0.2 }), request).customers![2]!;
    expect(Math.abs(Math.log(active.q90 / active.q10) / (2 * 1.2816 * 0.2) - 1)).toBeLessThan(0.045);
  });

  it('counts what open deals and new leads of every kind bring', () => {
    const model = modelOf({
      count: 2,
      kinds: [kindOf('seed', [10, 10], stages([0.5, 0]), 240), kindOf('spear', [3, 0], stages([1, 0]), 1200)],
      customers: { active: 0, monthlyChurn: 0, activeDoubt: 0, churnDoubt: 0 },
      recurring: { today: 0, todayDoubt: 0, monthsInDealValue: 24, monthlyExpansion: 0, expansionDoubt: 0 },
    });
    const [first, second] = exactMean(model);
    expect([first!.customers, second!.customers]).toEqual([8, 13]);
    expect([first!.recurring, second!.recurring]).toEqual([200, 250]);
  });
});
