import type { Forecast, KindPart, Month, PeriodForecast, Spread } from '../../../src/engine';

/** A spread whose points are easy to tell apart: the mean, and shares of it. */
export function spread(mean: number): Spread {
  return {
    mean,
    q05: mean * 0.5,
    q10: mean * 0.6,
    q25: mean * 0.8,
    q50: mean,
    q75: mean * 1.2,
    q90: mean * 1.4,
    q95: mean * 1.5,
  };
}

export function part(kind: KindPart['kind'], alreadyWon: number, toCome: number): KindPart {
  return {
    kind,
    leads: 10,
    wins: 2,
    value: alreadyWon + toCome,
    alreadyWon,
    fromOpen: toCome / 2,
    fromNew: toCome / 2,
    cost: 0,
  };
}

export function period(
  from: Month,
  to: Month,
  kinds: readonly KindPart[],
  changes: Partial<PeriodForecast> = {},
): PeriodForecast {
  const value = kinds.reduce((total, each) => total + each.value, 0);
  return {
    from,
    to,
    isWhole: true,
    alreadyWon: kinds.reduce((total, each) => total + each.alreadyWon, 0),
    value: spread(value),
    wins: spread(5),
    cost: null,
    kinds,
    distribution: [0, value, 2 * value],
    ...changes,
  };
}

const MONTHS: readonly Month[] = [
  '2026-11',
  '2026-12',
  '2027-01',
  '2027-02',
  '2027-03',
  '2027-04',
  '2027-05',
  '2027-06',
  '2027-07',
  '2027-08',
  '2027-09',
  '2027-10',
];

/** Twelve months from November 2026, each 100 of seeds and 200 of nets; 60 a month was won before that. */
export function sampleForecast(changes: Partial<Forecast> = {}): Forecast {
  const kinds = [part('seed', 0, 100), part('net', 0, 200)];
  return {
    currency: 'SEK',
    start: 20_780,
    paths: 1000,
    seed: 1,
    past: [
      { month: '2026-09', kind: 'seed', leads: 9, wins: 1, value: 60 },
      { month: '2026-10', kind: 'seed', leads: 9, wins: 1, value: 40 },
      { month: '2026-10', kind: 'net', leads: 9, wins: 1, value: 20 },
    ],
    months: MONTHS.map((month) => period(month, month, kinds, { distribution: [] })),
    running: MONTHS.map((_, index) => spread(300 * (index + 1))),
    customers: null,
    recurring: null,
    quarters: [period('2026-10', '2026-12', kinds)],
    years: [period('2026-01', '2026-12', kinds, { isWhole: false })],
    nextTwelve: period('2026-11', '2027-10', kinds),
    ...changes,
  };
}
