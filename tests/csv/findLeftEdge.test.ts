import { expect, test } from 'vitest';
import { findLeftEdge } from '../../src/csv/findLeftEdge';
import type { DealRecord } from '../../src/engine';
import { chanceFrom, dealWith } from './dealsToNote';

const START = 20_000;
const DATA_DAY = 20_700;

/** A deal every second day; each closes after a time that is exponential with a mean of 60 days. */
function companySince(start: number, seed: number): DealRecord[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: (DATA_DAY - start) / 2 }, (_, index) => {
    const created = start + index * 2;
    const closed = created + Math.round(-60 * Math.log(1 - chance()));
    if (closed > DATA_DAY) return dealWith({ created });
    return dealWith({ created, closed, outcome: chance() < 0.3 ? 'won' : 'lost' });
  });
}

test('a report filtered by close date is seen, with the first day it shows', () => {
  const filter = START + 300;
  const report = companySince(START, 1).filter(({ closed }) => closed === null || closed >= filter);
  const edge = findLeftEdge(report, DATA_DAY);
  expect(edge?.firstClose).toBeGreaterThanOrEqual(filter);
  expect(edge?.firstClose).toBeLessThan(filter + 14);
  expect(report.some((deal) => edge?.isEarlier(deal))).toBe(true);
});

test('young companies that have seen their first close are left in peace 19 times in 20', () => {
  const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
  const warned = seeds.filter((seed) => findLeftEdge(companySince(START, seed), DATA_DAY) !== null);
  // The level of the test is 5 %: of 200 that is 10, and 20 is more than 3 standard errors (3.1 each) above.
  expect(warned.length).toBeLessThanOrEqual(20);
});

test('a file of open deals alone, or of none, has no edge', () => {
  expect(findLeftEdge([], DATA_DAY)).toBeNull();
  expect(findLeftEdge([dealWith({ created: START })], DATA_DAY)).toBeNull();
});

test('deals closed on a day that nobody noted tell nothing', () => {
  const undated = companySince(START, 3).map((deal) => ({ ...deal, closed: null }));
  expect(findLeftEdge(undated, DATA_DAY)).toBeNull();
});
