import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  chanceOfReaching,
  dayFromDate,
  fit,
  paceOf,
  simulate,
  type Deal,
  type FunnelModel,
  type Pace,
  type PaceGrounds,
} from '../../../src/engine';
import { arbitraryDeals, MIDDLE_DAY } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';

const PATHS = { paths: 2000, seed: 1 };
const NONE = { quarter: null, year: null, nextTwelve: null };
const START = dayFromDate(2026, 11, 16)!;

/** Ten open deals of 100 with 40 % each to be won this month and 20 % the next; nothing else can come. 150 won in October. */
const plain: FunnelModel = {
  currency: 'SEK',
  start: START,
  months: ['2026-11', '2026-12', '2027-01'],
  fiscalYearStart: 1,
  kinds: [
    {
      kind: 'net',
      arrivals: { monthly: [0, 0, 0], before: [], doubt: 0, overdispersion: 0, perCustomer: 0 },
      // A hundredth is won and a hundredth lost each day: half are won in the end, half of those by day 34.7.
      closing: {
        by: 'hazards',
        hazards: { ageFrom: [0], won: [0.01], lost: [0.01] },
        conversion: { mean: 0.5, cases: null },
      },
      value: { mean: 100, variation: 0, doubt: 0 },
    },
  ],
  open: [{ kind: 'net', count: 10, winChance: [0.4, 0.2, 0], value: { mean: 100, variation: 0 } }],
  customers: null,
  recurring: null,
  costs: [],
  quarterRhythm: [1, 1, 1],
  levelVariance: [0, 0, 0],
  history: [
    { month: '2026-01', kind: 'net', leads: 0, wins: 0, value: 0 },
    { month: '2026-10', kind: 'net', leads: 3, wins: 2, value: 150 },
  ],
  notes: [],
};

function paced(targets: PaceGrounds['targets'], deals: readonly Deal[] | null = null, model = plain): Pace[] {
  return paceOf({ forecast: simulate(model, PATHS), model, targets, deals });
}

describe('paceOf, worked by hand', () => {
  const [month, quarter, year] = paced({ ...NONE, quarter: 1000 }) as [Pace, Pace, Pace];

  it('adds what is won to the rest of the forecast, and sets it against the target', () => {
    expect(quarter.won).toBe(150);
    // Six of ten to come: 150 + 600; 2,000 paths of sd 155 leave 3.5 either way.
    expect(quarter.expected).toBeGreaterThan(735);
    expect(quarter.expected).toBeLessThan(765);
    expect(quarter.attainment).toBe(quarter.expected / 1000);
    const { distribution } = simulate(plain, PATHS).quarters[0]!;
    expect(quarter.chance).toBe(chanceOfReaching(distribution, 1000));
  });

  it('is on pace by a straight line where too few wins tell another', () => {
    expect(quarter.isOwnRhythm).toBe(false);
    // October and half of November: half the quarter's days, months counting alike.
    expect(quarter.onPace).toBeCloseTo(1000 * (1 / 3 + (1 / 3) * (15 / 30)), 6);
    expect(quarter.ahead).toBeCloseTo(150 / 500 - 1, 6);
    expect(quarter.line[0]).toEqual({ day: dayFromDate(2026, 9, 30), onPace: 0, won: 0, expected: null });
    expect(quarter.line.at(-1)?.onPace).toBeCloseTo(1000, 6);
    expect(quarter.line.at(-1)?.expected).toBeCloseTo(quarter.expected, 6);
  });

  it('covers what is needed by what the open deals bring in time, not by a rule of thumb', () => {
    const { need } = quarter;
    // 850 are still needed; 1,000 are open, of which six tenths come in time: it takes 1,417, of which 1,000 are there.
    expect(need?.fromOpenNeeded).toBe(850);
    expect(need?.openValue).toBe(1000);
    expect(need?.openDeals).toBe(10);
    expect(need?.conversion).toBeCloseTo(0.6, 1);
    expect(need?.valueNeeded).toBeCloseTo(850 / need!.conversion, 6);
    expect(need?.coverage).toBeCloseTo((1000 * need!.conversion) / 850, 6);
    // What is missing, in wins of 100 and in open deals that bring 60 each.
    expect(need?.missing).toBeCloseTo(1000 - quarter.expected, 6);
    expect(need?.missingWins).toBeCloseTo(need!.missing / 100, 6);
    expect(need?.missingDeals).toBeCloseTo((need!.missing / need!.fromOpen) * 10, 6);
  });

  it('says how many new leads it would take and until when half of them would be in time', () => {
    const [net] = quarter.need!.kinds;
    // Of a lead that comes on 16 November: 46 days, less half a day on average; half of 1 − e^(−0.02 · 45.5).
    expect(net?.winsInTime).toBeCloseTo(0.5 * (1 - Math.exp(-0.02 * 45.5)), 4);
    expect(net?.leads).toBeCloseTo(quarter.need!.missing / (net!.winsInTime * 100), 6);
    // Half after ln 2 ÷ 0.02 = 34.7 days, a lead coming in the middle of its day: 36 days up to the end of December.
    expect(net?.lastDay).toBe(dayFromDate(2026, 11, 26));
    expect(quarter.need?.byDay).toBe(net?.lastDay);
  });

  it('spreads a target over the periods that have none of their own, and says whose it is', () => {
    expect(month.target).toEqual({ amount: expect.closeTo(1000 / 3, 6), basis: 'partOfQuarter' });
    expect(quarter.target).toEqual({ amount: 1000, basis: 'typed' });
    expect(year.target).toEqual({ amount: 4000, basis: 'fourQuarters' });
    const [ofMonth, ofQuarter, ofYear] = paced({ ...NONE, year: 6000 }) as [Pace, Pace, Pace];
    expect(ofMonth.target).toEqual({ amount: expect.closeTo(500, 6), basis: 'partOfYear' });
    expect(ofQuarter.target).toEqual({ amount: expect.closeTo(1500, 6), basis: 'partOfYear' });
    expect(ofYear.target?.basis).toBe('typed');
    expect(paced({ ...NONE, nextTwelve: 2400 }).map(({ target }) => target?.amount)).toEqual([
      expect.closeTo(200, 6),
      expect.closeTo(600, 6),
      expect.closeTo(2400, 6),
    ]);
  });

  it('takes the quotas of the sellers for the quarter where nobody has said a target', () => {
    const quotas = paced({ ...NONE, quotas: 900 }).map(({ target }) => target);
    expect(quotas).toEqual([null, { amount: 900, basis: 'quotas' }, null]);
    expect(paced({ ...NONE, quarter: 1000, quotas: 900 })[1]?.target?.basis).toBe('typed');
  });

  it('calls new leads possible up to those of three usual months', () => {
    const [net] = plain.kinds;
    const possible = [0, 4, 40].map((leads) => {
      const arrivals = { ...net!.arrivals, monthly: [0, leads, leads] };
      // Some of these come in time themselves, so the target grows along: 30 leads and more stay missing.
      const model = { ...plain, kinds: [{ ...net!, arrivals }] };
      return paced({ ...NONE, quarter: 3000 }, null, model)[1]?.need?.kinds[0]?.isPossible;
    });
    expect(possible).toEqual([false, false, true]);
  });

  it('has no pace, chance or need without a target, and needs nothing of one that is made', () => {
    for (const each of paced(NONE)) {
      expect(each).toMatchObject({
        target: null,
        attainment: null,
        chance: null,
        onPace: null,
        ahead: null,
        need: null,
      });
    }
    const [, made] = paced({ ...NONE, quarter: 150 }) as [Pace, Pace, Pace];
    expect(made.chance).toBe(1);
    expect(made.need).toMatchObject({
      fromOpenNeeded: 0,
      missing: 0,
      missingWins: 0,
      coverage: null,
      kinds: [],
    });
  });
});

describe('paceOf, by the company’s own rhythm', () => {
  it('expects little early in a month of deals that all close on its last days', () => {
    const wins = Array.from({ length: 48 }, (_, index): Deal => {
      const closed = dayFromDate(2025, 1 + (index % 12), 28)!;
      return dealOf({ id: `${index}`, created: closed - 20, outcome: 'won', closed, amount: 100 });
    });
    const history = Array.from({ length: 22 }, (_, index) => ({
      month: addMonths('2025-01', index),
      ...{ kind: 'net' as const, leads: 4, wins: 4, value: 400 },
    }));
    const [, quarter] = paced({ ...NONE, quarter: 1000 }, wins, { ...plain, history }) as [Pace, Pace, Pace];
    expect(quarter.isOwnRhythm).toBe(true);
    // A third by the end of October; of November's first half only what the prior of 30 even wins says: 30 ÷ 78 of half a month.
    expect(quarter.onPace).toBeCloseTo(1000 / 3 + ((1000 / 3) * 0.5 * 30) / 78, 0);
  });
});

describe('paceOf, for any history', () => {
  it('shows the forecast’s own numbers, every one of them finite', () => {
    const numbersIn = (value: unknown): number[] =>
      typeof value === 'number'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(numbersIn)
          : [];
    fc.assert(
      fc.property(arbitraryDeals(30), fc.double({ min: 1, max: 1e8, noNaN: true }), (deals, target) => {
        const { model } = fit(deals, {
          dataDay: MIDDLE_DAY,
          horizonMonths: 24,
          fiscalYearStart: 4,
          currency: 'SEK',
        });
        const forecast = simulate(model, { paths: 50, seed: 1 });
        const paces = paceOf({ forecast, model, deals, targets: { ...NONE, year: target } });
        expect(numbersIn(paces).every(Number.isFinite)).toBe(true);
        paces.forEach((pace, at) => {
          const period = [forecast.months[0], forecast.quarters[0], forecast.years[0]][at]!;
          expect(pace.expected).toBe(period.value.mean);
          expect(pace.won).toBe(period.alreadyWon);
          expect(pace.chance).toBeGreaterThanOrEqual(0);
          expect(pace.chance).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 25 },
    );
  });
});
