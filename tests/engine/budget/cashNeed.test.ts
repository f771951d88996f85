import { describe, expect, it } from 'vitest';
import { cashNeed, type FunnelModel } from '../../../src/engine';
import { paidShares } from '../../../src/engine/budget/payments';
import { firstDayOfMonth } from '../../../src/engine';
import { sum } from '../scenario/changeCases';
import { modelOf } from '../simulate/models';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'] as const;
const ONE_COST = { kind: null, monthly: [100, 100, 100, 100], doubt: 0, perLead: 0, perLeadDoubt: 0 };
const MODEL: FunnelModel = modelOf({ from: '2026-01', count: 4, costs: [ONE_COST] });

/** Of paths × months, as rows of months for reading. */
const laidOut = (paths: readonly (readonly number[])[]): Float64Array =>
  Float64Array.from(MONTHS.flatMap((_, month) => paths.map((path) => path[month] ?? 0)));

function outcomesOf(value: readonly (readonly number[])[], cost = value.map(() => [100, 100, 100, 100])) {
  return { paths: value.length, value: laidOut(value), cost: laidOut(cost), recurring: null };
}

describe('paidShares', () => {
  it('moves a month by the delay and shares it out by days: January after 30 days', () => {
    const january = paidShares(firstDayOfMonth('2026-01'), firstDayOfMonth('2026-02'), MONTHS, 30);
    [1 / 31, 28 / 31, 2 / 31, 0].forEach((share, month) => expect(january[month]).toBeCloseTo(share, 12));
  });

  it('pays at once without a delay, and not within the forecast what comes after it', () => {
    const [from, end] = [firstDayOfMonth('2026-02'), firstDayOfMonth('2026-03')];
    expect(paidShares(from, end, MONTHS, 0)).toEqual([0, 1, 0, 0]);
    expect(sum(paidShares(from, end, MONTHS, 400))).toBe(0);
  });
});

describe('cashNeed', () => {
  it('takes costs in their month and what is won 30 days later', () => {
    const cash = cashNeed(MODEL, outcomesOf([[310, 0, 0, 0]]), 30);
    expect(cash.months.map(({ out }) => out)).toEqual([100, 100, 100, 100]);
    [10, 280, 20, 0].forEach((paid, month) => expect(cash.months[month]?.in).toBeCloseTo(paid, 9));
    [-90, 90, 10, -90].forEach((left, month) =>
      expect(cash.months[month]?.running.mean).toBeCloseTo(left, 9),
    );
    expect(cash.isDelayAssumed).toBe(false);
    expect(cash.unpaidAtEnd).toBeCloseTo(0, 9);
  });

  it('assumes 30 days where nobody has said, and says so', () => {
    const assumed = cashNeed(MODEL, outcomesOf([[310, 0, 0, 0]]), null);
    expect(assumed.delayDays).toBe(30);
    expect(assumed.isDelayAssumed).toBe(true);
    expect(assumed.months).toEqual(cashNeed(MODEL, outcomesOf([[310, 0, 0, 0]]), 30).months);
  });

  it('has what was won before and is still to be paid: 30 of 31 days of December come in January', () => {
    const history = [{ month: '2025-12' as const, kind: 'net' as const, leads: 0, wins: 1, value: 310 }];
    const cash = cashNeed({ ...MODEL, history }, outcomesOf([[0, 0, 0, 0]]), 30);
    expect(cash.months[0]?.in).toBeCloseTo(300, 9);
    expect(cash.months[1]?.in).toBeCloseTo(0, 9);
  });

  it('takes as paid what was due before the first day of the forecast', () => {
    // From 16 January on, December's wins are due 31 December to 30 January: 15 of 31 days are still to come.
    const history = [{ month: '2025-12' as const, kind: 'net' as const, leads: 0, wins: 1, value: 310 }];
    const model = modelOf({ from: '2026-01', startDay: 15, count: 4, costs: [ONE_COST], history });
    expect(cashNeed(model, outcomesOf([[0, 0, 0, 0]]), 30).months[0]?.in).toBeCloseTo(150, 9);
  });

  it('finds the lowest month’s end on each path, and when', () => {
    const cash = cashNeed(
      MODEL,
      outcomesOf([
        [0, 0, 500, 0],
        [0, 400, 0, 0],
        [300, 300, 300, 300],
      ]),
      0,
    );
    // Lowest at −200 in February, −100 in January, never below.
    expect(cash.low?.need.mean).toBeCloseTo(100, 9);
    expect(cash.low?.chanceBelow).toBeCloseTo(2 / 3, 12);
    expect(cash.low?.earliest).toBe('2026-01');
    // The mean is at 0 in January: 300 in, 300 out.
    expect(cash.low?.mean).toBeCloseTo(0, 9);
  });

  it('says where the mean is lowest, how low, and from when on it is back', () => {
    const cash = cashNeed(MODEL, outcomesOf([[0, 0, 500, 0]]), 0);
    expect(cash.low).toMatchObject({ month: '2026-02', mean: 200, backBy: '2026-03', chanceBelow: 1 });
    const never = cashNeed(MODEL, outcomesOf([[0, 0, 0, 0]]), 0);
    expect(never.low).toMatchObject({ month: '2026-04', mean: 400, backBy: null });
  });

  it('pays recurring revenue month by month, invoices of before the start at today’s height', () => {
    const recurring = {
      ...{ today: 310, todayDoubt: 0, monthsInDealValue: 12, monthlyExpansion: 0, expansionDoubt: 0 },
    };
    const model = { ...MODEL, recurring };
    const paths = { ...outcomesOf([[9_999, 0, 0, 0]]), recurring: laidOut([[310, 310, 310, 310]]) };
    const cash = cashNeed(model, paths, 30);
    expect(cash.isRecurring).toBe(true);
    // 300 of December's invoice, 10 of January's; then January's 280 and 2 of February's 28 days … 310 throughout but for months' lengths.
    expect(cash.months[0]?.in).toBeCloseTo(310, 9);
    expect(cash.months[1]?.in).toBeCloseTo(280, 9);
    expect(sum(cash.months.map((month) => month.in)) + cash.unpaidAtEnd).toBeCloseTo(4 * 310 + 300, 9);
  });

  it('says nothing of a low point where no cost is known', () => {
    const cash = cashNeed({ ...MODEL, costs: [] }, { ...outcomesOf([[310, 0, 0, 0]]), cost: null }, 30);
    expect(cash.low).toBeNull();
    expect(cash.months.every(({ out }) => out === null)).toBe(true);
  });
});
