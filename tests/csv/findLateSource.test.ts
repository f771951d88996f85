import { expect, test } from 'vitest';
import { findLateSource } from '../../src/csv/findLateSource';
import type { DealRecord } from '../../src/engine';
import { chanceFrom, dealWith } from './dealsToNote';

/** Closed deals of two years: a third without a source; each side wins with its own chance. */
function deals(seed: number, chances: { blank: number; named: number }, count = 600): DealRecord[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const isBlank = chance() < 1 / 3;
    const isWon = chance() < (isBlank ? chances.blank : chances.named);
    const created = 20_000 + Math.round((index / count) * 730);
    return dealWith({ created, source: isBlank ? null : 'Web', outcome: isWon ? 'won' : 'lost' });
  });
}

test('blank sources that win twice as often, or half as often, are seen with both shares', () => {
  const often = findLateSource(deals(1, { blank: 0.4, named: 0.2 }));
  expect(often?.blank).toBeGreaterThan(1.5 * (often?.named ?? 1));
  const seldom = findLateSource(deals(2, { blank: 0.1, named: 0.3 }));
  expect(seldom?.named).toBeGreaterThan(1.5 * (seldom?.blank ?? 1));
});

test('blanks at random are left in peace', () => {
  const seeds = Array.from({ length: 300 }, (_, index) => index + 1);
  const warned = seeds.filter((seed) => findLateSource(deals(seed, { blank: 0.2, named: 0.2 })) !== null);
  // The level of the test is 1 in 1,000: of 300 hardly one.
  expect(warned.length).toBeLessThanOrEqual(2);
});

test('a CRM that began to keep sources when it also began to win more is no such case', () => {
  const before = deals(4, { blank: 0.1, named: 0.1 }).map((deal) => ({ ...deal, source: null }));
  const after = deals(5, { blank: 0.4, named: 0.4 }).map((deal) => ({
    ...deal,
    created: deal.created + 1_000,
    source: 'Web',
  }));
  expect(findLateSource([...before, ...after])).toBeNull();
});

test('too few deals say nothing', () => {
  expect(findLateSource(deals(6, { blank: 0.9, named: 0.1 }, 60))).toBeNull();
});

test('open deals count only where the file knows no losses', () => {
  const lossesOpen = deals(1, { blank: 0.4, named: 0.2 }).map((deal) =>
    deal.outcome === 'lost' ? { ...deal, outcome: 'open' as const } : deal,
  );
  expect(findLateSource(lossesOpen)).not.toBeNull();
  const oneLoss = [...lossesOpen, dealWith({ outcome: 'lost' })];
  expect(findLateSource(oneLoss)).toBeNull();
});
