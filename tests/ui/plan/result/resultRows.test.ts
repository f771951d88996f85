import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../../src/engine';
import { countShown } from '../../../../src/ui/plan/result/countShown';
import { partSums, resultOf, viewsOf } from '../../../../src/ui/plan/result/resultRows';
import { part, period, sampleForecast, spread } from '../../forecast/sampleForecast';

/** Two further months than the twelve, costs of 30 for nets and 20 for sellers a month, customers and recurring revenue. */
function fullForecast(): Forecast {
  const kinds = [part('seed', 0, 100), { ...part('net', 0, 200), cost: 30 }, part('spear', 0, 0)];
  const months = [...sampleForecast().months.map(({ from }) => from), '2027-11', '2027-12'] as const;
  return sampleForecast({
    months: months.map((month) => period(month, month, kinds, { cost: spread(50), distribution: [] })),
    nextTwelve: period('2026-11', '2027-10', kinds, { cost: spread(600) }),
    customers: months.map((_, index) => spread(40 + index)),
    recurring: months.map((_, index) => spread(1000 + 100 * index)),
  });
}

describe('viewsOf', () => {
  it('offers only what the forecast has', () => {
    expect(viewsOf(sampleForecast())).toEqual(['value']);
    expect(viewsOf(fullForecast())).toEqual(['value', 'recurring', 'customers', 'cost']);
  });
});

describe('resultOf', () => {
  it('has twelve months however far the forecast reaches', () => {
    for (const view of viewsOf(fullForecast())) expect(resultOf(fullForecast(), view).rows).toHaveLength(12);
  });

  it('stacks the won value by kind, without kinds that bring nothing', () => {
    const { rows, figure } = resultOf(fullForecast(), 'value');
    expect(rows[0]?.parts).toEqual([
      { kind: 'seed', amount: 100 },
      { kind: 'net', amount: 200 },
    ]);
    expect(figure).toEqual(fullForecast().nextTwelve.value);
    expect(partSums(rows)).toEqual([
      { kind: 'seed', amount: 1200 },
      { kind: 'net', amount: 2400 },
    ]);
  });

  it('gives what no kind costs to the company', () => {
    const { rows } = resultOf(fullForecast(), 'cost');
    expect(rows[3]?.parts).toEqual([
      { kind: 'net', amount: 30 },
      { kind: null, amount: 20 },
    ]);
  });

  it('answers for customers and recurring revenue with the last of the twelve months', () => {
    expect(resultOf(fullForecast(), 'customers').figure.mean).toBe(51);
    expect(resultOf(fullForecast(), 'recurring').figure.mean).toBe(2100);
  });

  it('shows the won value where there is nothing else', () => {
    expect(resultOf(sampleForecast(), 'cost')).toEqual(resultOf(sampleForecast(), 'value'));
  });
});

describe('countShown', () => {
  it('counts another answer once, however often it is asked', () => {
    const count = countShown();
    const [one, other] = [{}, {}];
    expect([null, one, one, other, one].map(count)).toEqual([0, 1, 1, 2, 3]);
  });
});
