import { describe, expect, it } from 'vitest';
import { addMonths, conversionOfHazards, dayFromDate, fit, lastDayOfMonth } from '../../../src/engine';
import type { Day, FitOptions, HistorySummary, Kind, KindHistory } from '../../../src/engine';
import { dealOf } from '../deals/dealOf';
import { simulateDeals, type TrueKind } from './simulatedDeals';

const DATA_DAY = day(2025, 6, 30);
const OPTIONS: FitOptions = { dataDay: DATA_DAY, horizonMonths: 24, fiscalYearStart: 1, currency: 'SEK' };

function day(year: number, month: number, dayOfMonth: number): Day {
  const found = dayFromDate(year, month, dayOfMonth);
  if (found === null) throw new Error('no such day');
  return found;
}

function historyOf(summary: HistorySummary, kind: Kind): KindHistory {
  const found = summary.kinds.find((known) => known.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

function noteCodes(summary: HistorySummary): string[] {
  return summary.notes.map((note) => note.code);
}

const TRUTH: TrueKind[] = [
  { kind: 'seed', leadsPerDay: 1, wonPerDay: 0.012, lostPerDay: 0.018, value: 1000 },
  { kind: 'net', leadsPerDay: 3, wonPerDay: 0.004, lostPerDay: 0.016, value: 1000 },
  { kind: 'spear', leadsPerDay: 1, wonPerDay: 0.002, lostPerDay: 0.008, value: 3000 },
];

describe('fit(deals, options) on companies whose truth is known', () => {
  const deals = simulateDeals(TRUTH, DATA_DAY, 900, 1);
  const { model, summary } = fit(deals, OPTIONS);

  it.each([
    // Standard errors from the effective n: conversion √(p(1 − p)/n), leads √(1/n); 3.5 of them, the seed is fixed.
    ['seed', 0.4, 1000, 30.44, 100 / 3],
    ['net', 0.2, 1000, 91.3, 50],
    ['spear', 0.2, 3000, 30.44, 100],
  ] as const)(
    '%s: conversion, value, leads and days are recovered',
    (kind, conversion, value, leads, days) => {
      const found = historyOf(summary, kind);
      const se = Math.sqrt((conversion * (1 - conversion)) / found.conversion.n);
      expect(Math.abs(found.conversion.value - conversion)).toBeLessThan(3.5 * se);
      expect(Math.abs(found.leadsPerMonth.value / leads - 1)).toBeLessThan(
        3.5 / Math.sqrt(found.leadsPerMonth.n),
      );
      expect(Math.abs(found.daysToWin.value / days - 1)).toBeLessThan(3.5 / Math.sqrt(found.daysToWin.n));
      // Amounts are uniform from half to one and a half: variation 0.289; 10 deals of the pool pull the mean.
      const pull = (10 / found.dealValue.n) * 1;
      expect(Math.abs(found.dealValue.value / value - 1)).toBeLessThan(
        3.5 * (0.289 / Math.sqrt(found.dealValue.n)) + pull,
      );
    },
  );

  it('open deals are expected to win what they truly will', () => {
    const expected = model.open.reduce(
      (sum, group) => sum + group.count * group.winChance.reduce((total, chance) => total + chance, 0),
      0,
    );
    const isOpen = (closed: number | null): boolean => closed !== null && closed > DATA_DAY;
    const end = lastDayOfMonth('2027-06');
    const truly = deals.filter(
      (deal) => isOpen(deal.closed) && deal.outcome === 'won' && (deal.closed ?? 0) <= end,
    ).length;
    expect(Math.abs(expected - truly)).toBeLessThan(3.5 * Math.sqrt(truly));
    expect(model.open.reduce((sum, group) => sum + group.count, 0)).toBe(
      deals.filter((deal) => isOpen(deal.closed)).length,
    );
  });

  it('a young company is not taken for a bad one, and its interval holds the truth', () => {
    const runs = 20;
    const found = Array.from({ length: runs }, (_, run) => {
      const truth: TrueKind = { kind: 'net', leadsPerDay: 8, wonPerDay: 0.004, lostPerDay: 0.004, value: 1 };
      return historyOf(fit(simulateDeals([truth], DATA_DAY, 120, run * 977), OPTIONS).summary, 'net');
    });
    // Counted plainly, won ÷ created, the true half would look like a quarter.
    expect(found.every((kind) => kind.won / kind.deals < 0.25)).toBe(true);
    const mean = found.reduce((sum, kind) => sum + kind.conversion.value, 0) / runs;
    // A single estimate has an sd of 0.049 (measured on 40 others): 3.5 standard errors of the mean.
    expect(Math.abs(mean - 0.5)).toBeLessThan((3.5 * 0.049) / Math.sqrt(runs));
    const held = found.filter(({ conversion }) => conversion.low < 0.5 && conversion.high > 0.5).length;
    // 80 % of 20 intervals: fewer than 11 would have a chance of 1 in 100.
    expect(held).toBeGreaterThanOrEqual(11);
  });

  it('the conversion of the model is that of its hazards, and the summary’s', () => {
    for (const { kind, closing } of model.kinds) {
      if (closing.by !== 'hazards') throw new Error('fitted kinds close by hazards');
      expect(closing.conversion.mean).toBe(conversionOfHazards(closing.hazards));
      expect(historyOf(summary, kind).conversion.value).toBe(closing.conversion.mean);
    }
  });

  it('finds the quarter-end rush', () => {
    // Closings of a quarter's first two months are moved to its last month for every second deal.
    const rushed = simulateDeals(TRUTH, DATA_DAY, 900, 3).map((deal, index) => {
      const date = new Date((deal.closed ?? 0) * 86_400_000);
      const shift = index % 2 === 0 ? 2 - (date.getUTCMonth() % 3) : 0;
      return { ...deal, closed: (deal.closed ?? 0) + shift * 30 };
    });
    const [first, second, third] = fit(rushed, OPTIONS).model.quarterRhythm;
    expect(first + second + third).toBeCloseTo(3, 9);
    expect(third).toBeGreaterThan(1.5);
    expect(Math.max(first, second)).toBeLessThan(0.8);
  });
});

describe('fit(deals, options)', () => {
  it('begins on the day after the data day, with what is left of its month', () => {
    const deals = simulateDeals(TRUTH, day(2025, 6, 15), 400, 2);
    const { model } = fit(deals, { ...OPTIONS, dataDay: day(2025, 6, 15), horizonMonths: 3 });
    expect(model.start).toBe(day(2025, 6, 16));
    expect(model.months).toEqual(['2025-06', '2025-07', '2025-08']);
    const [first, second] = model.kinds[0]?.arrivals.monthly ?? [];
    // The level of leads may trend by a per cent or two from one month to the next.
    expect(Math.abs((first ?? 0) / (second ?? 1) / 0.5 - 1)).toBeLessThan(0.03);
  });

  it('tells what happened, month by month and kind by kind', () => {
    const deals = [
      dealOf({
        created: day(2025, 4, 10),
        outcome: 'won',
        closed: day(2025, 5, 2),
        amount: 100,
        currency: 'SEK',
      }),
      dealOf({
        created: day(2025, 4, 11),
        outcome: 'won',
        closed: day(2025, 5, 3),
        amount: 100,
        currency: 'EUR',
      }),
      dealOf({ created: day(2025, 5, 11), outcome: 'lost', closed: day(2025, 6, 3), amount: 100 }),
      dealOf({ created: day(2025, 6, 11) }),
    ];
    const { model, summary } = fit(deals, OPTIONS);
    expect(model.history).toEqual([
      { month: '2025-04', kind: 'net', leads: 2, wins: 0, value: 0 },
      { month: '2025-05', kind: 'net', leads: 1, wins: 2, value: 100 },
      { month: '2025-06', kind: 'net', leads: 1, wins: 0, value: 0 },
    ]);
    expect(historyOf(summary, 'net')).toMatchObject({ deals: 4, open: 1, won: 2, lost: 1 });
    expect(noteCodes(summary)).toEqual(['fewWins', 'otherCurrency']);
  });

  it('with no deals at all is empty but sound', () => {
    const { model, summary } = fit([], OPTIONS);
    expect(model.kinds).toEqual([]);
    expect(model.open).toEqual([]);
    expect(model.months).toHaveLength(24);
    expect(noteCodes(summary)).toEqual(['noWins', 'noLosses']);
  });

  it('with only open deals falls back on what is usual, and says so', () => {
    const deals = Array.from({ length: 20 }, (_, index) =>
      dealOf({ id: `${index}`, kind: 'spear', created: DATA_DAY - 5 * index, amount: 1000 }),
    );
    const { model, summary } = fit(deals, OPTIONS);
    expect(noteCodes(summary)).toContain('noWins');
    const spear = historyOf(summary, 'spear');
    expect(spear.conversion.value).toBeGreaterThan(0.05);
    expect(spear.conversion.value).toBeLessThan(0.4);
    expect(spear.dealValue).toMatchObject({ value: 1000, n: 0 });
    expect(model.open.reduce((sum, group) => sum + group.count, 0)).toBe(20);
  });

  it('places closings without a day by the others, and says how many there are', () => {
    const deals = simulateDeals(TRUTH, DATA_DAY, 900, 4);
    const undated = deals.map((deal, index) =>
      index % 3 === 0 && deal.outcome === 'lost' && (deal.closed ?? 0) <= DATA_DAY
        ? { ...deal, closed: null }
        : deal,
    );
    const whole = historyOf(fit(deals, OPTIONS).summary, 'net');
    const { summary } = fit(undated, OPTIONS);
    expect(noteCodes(summary)).toContain('lostWithoutDate');
    // Left out, a third of the losses would lift the conversion by 0.05.
    expect(Math.abs(historyOf(summary, 'net').conversion.value - whole.conversion.value)).toBeLessThan(0.02);
  });

  it('drops the months before the first close where the export is filtered by close date', () => {
    const edge = day(2024, 7, 1);
    const deals = simulateDeals(TRUTH, DATA_DAY, 900, 5);
    const filtered = deals.filter((deal) => (deal.closed ?? 0) >= edge);
    const { summary } = fit(filtered, OPTIONS);
    expect(summary.notes).toContainEqual({ code: 'leftEdge', params: { month: '2024-07' } });
    const whole = historyOf(fit(deals, OPTIONS).summary, 'net');
    expect(Math.abs(historyOf(summary, 'net').conversion.value / whole.conversion.value - 1)).toBeLessThan(
      0.1,
    );
  });

  it('keeps the quiet first weeks of a young company', () => {
    const deals = [
      ...[90, 80, 70, 60, 50, 40].map((age, index) => dealOf({ id: `${index}`, created: DATA_DAY - age })),
      dealOf({ id: 'w', created: DATA_DAY - 60, outcome: 'won', closed: DATA_DAY - 2, amount: 5 }),
    ];
    expect(noteCodes(fit(deals, OPTIONS).summary)).not.toContain('leftEdge');
  });

  it('counts open deals without a realistic chance, and what they were said to be worth', () => {
    const old = Array.from({ length: 5 }, (_, index) =>
      dealOf({ id: `old${index}`, created: DATA_DAY - 3000, amount: 7 }),
    );
    const { summary } = fit([...simulateDeals(TRUTH, DATA_DAY, 900, 6), ...old], OPTIONS);
    expect(summary.notes).toContainEqual({ code: 'staleOpen', params: { count: 5, value: 35 } });
  });

  it('survives a typing error in a date', () => {
    const deals = [...simulateDeals(TRUTH, DATA_DAY, 300, 8), dealOf({ id: 'x', created: day(1019, 1, 1) })];
    const { model } = fit(deals, OPTIONS);
    expect(model.history[0]?.month).toBe(addMonths('2025-06', -240));
    expect(model.levelVariance).toHaveLength(24);
  });

  it('looks only at deals created since `from`', () => {
    const deals = simulateDeals(TRUTH, DATA_DAY, 900, 9);
    const from = DATA_DAY - 365;
    const recent = deals.filter((deal) => deal.created >= from);
    expect(fit(deals, { ...OPTIONS, from })).toEqual(fit(recent, OPTIONS));
  });
});
