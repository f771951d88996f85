import { expect, test } from 'vitest';
import { noteDeals } from '../../src/csv/noteDeals';
import { NoteTaker } from '../../src/csv/notes';
import { LEAVE_OUTS, leaveOutFinder, type DealRecord } from '../../src/engine';
import type { QualityNote } from '../../src/workspace/importTypes';
import { chanceFrom, dealWith } from './dealsToNote';

const DATA_DAY = 20_500;

function notesOf(deals: readonly DealRecord[]): Map<QualityNote['code'], QualityNote> {
  const notes = new NoteTaker();
  const rowOfDeal = deals.map((_, index) => index + 2);
  noteDeals(notes, { deals, rowOfDeal, dataDay: DATA_DAY, hasSources: true, hasAmounts: true });
  return new Map(notes.list('SEK').map((note) => [note.code, note]));
}

test('a note has its deals counted and summed, the largest named with what is odd about each', () => {
  const notes = notesOf([
    dealWith({ name: 'Small', amount: 10, expectedClose: 20_499 }),
    dealWith({ name: 'Big', amount: 500, expectedClose: 20_490 }),
    dealWith({ name: 'Foreign', amount: 7, currency: 'EUR', expectedClose: 20_498 }),
    dealWith({ name: 'To come', amount: 900, expectedClose: 20_600 }),
  ]);
  expect(notes.get('expectedInPast')).toEqual({
    code: 'expectedInPast',
    count: 3,
    rows: [2, 3, 4],
    money: 510,
    currency: 'SEK',
    deals: [
      { row: 3, name: 'Big', text: '2026-02-06' },
      { row: 2, name: 'Small', text: '2026-02-15' },
      { row: 4, name: 'Foreign', text: '2026-02-14' },
    ],
  });
  expect(notes.get('severalCurrencies')).toMatchObject({
    count: 1,
    deals: [{ name: 'Foreign', text: 'EUR' }],
  });
});

test('what a switch leaves out is what its note counts, on any deals', () => {
  const chance = chanceFrom(9);
  const pick = <T>(...options: T[]): T => options[Math.floor(chance() * options.length)] as T;
  const deals = Array.from({ length: 600 }, () => {
    const created = 20_000 + Math.floor(chance() * 400);
    const outcome = pick('open', 'won', 'lost');
    const closed = outcome === 'open' ? null : pick(null, created, created + 30);
    const isBackwards = closed === created && chance() < 0.2;
    return dealWith({
      created,
      outcome,
      closed,
      expectedClose: outcome === 'open' ? pick(null, 20_100, 20_600) : null,
      lostReason: outcome === 'lost' ? pick(null, 'Price', 'Duplicate') : null,
      ...(isBackwards && { closedBeforeCreated: true as const }),
    });
  });
  const notes = notesOf(deals);
  const isOfSort = leaveOutFinder(deals, DATA_DAY);
  for (const sort of LEAVE_OUTS) {
    expect(notes.get(sort)?.count, sort).toBe(deals.filter((deal) => isOfSort(deal, sort)).length);
  }
});

test('a few wins on the day of entry are no rhythm and not worth a note', () => {
  const sameDay = dealWith({ outcome: 'won', closed: 20_000 });
  const slow = dealWith({ outcome: 'won', closed: 20_030 });
  expect(notesOf([...Array<DealRecord>(4).fill(sameDay), slow]).has('sameDayWins')).toBe(false);
  expect(notesOf([...Array<DealRecord>(5).fill(sameDay), slow]).has('sameDayWins')).toBe(true);
  const rare = [...Array<DealRecord>(5).fill(sameDay), ...Array<DealRecord>(60).fill(slow)];
  expect(notesOf(rare).has('sameDayWins')).toBe(false);
});

test('nothing odd, no note', () => {
  const deals = [
    dealWith({}),
    dealWith({ outcome: 'won', closed: 20_030 }),
    dealWith({ outcome: 'lost', closed: 20_040 }),
  ];
  expect([...notesOf(deals).keys()]).toEqual([]);
});
