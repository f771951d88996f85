import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/engine';
import { DealTable } from '../../src/worker/dealQuery';
import type { KnownDeals } from '../../src/worker/knownDeals';
import type { DealQuery } from '../../src/worker/protocol';
import { anyDeal } from '../workspace/arbitraries';
import { EVERY_DEAL } from './testService';

const deals = fc.array(
  anyDeal.map((deal): Deal => ({ ...deal, kind: 'net' })),
  { maxLength: 30 },
);
const query = (patch: Partial<DealQuery>): DealQuery => ({
  ...EVERY_DEAL,
  sort: 'amount',
  descending: false,
  ...patch,
});

function tableOf(all: readonly Deal[], patch: Partial<KnownDeals> = {}): DealTable {
  const known: KnownDeals = {
    key: '',
    importId: 'a',
    dataDay: 20_000,
    stages: [],
    deals: all,
    written: all,
    counted: all,
    edits: new Map(),
    added: new Set(),
    changedFields: new Map(),
    leftOutAs: new Map(),
    ...patch,
  };
  return new DealTable(known, { locale: 'en', currency: 'EUR' });
}

const SORTS = [
  'created',
  'closed',
  'amount',
  'name',
  'expectedClose',
  'company',
  'owner',
  'stage',
  'kind',
  'outcome',
  'chance',
  'expected',
] as const;

describe('DealTable', () => {
  it('gives pages that put together are the whole list, each deal once, in every order', () => {
    const cases = fc.tuple(deals, fc.integer({ min: 1, max: 7 }), fc.boolean(), fc.constantFrom(...SORTS));
    fc.assert(
      fc.property(cases, ([all, limit, descending, sort]) => {
        const table = tableOf(all);
        const whole = table.page(query({ descending, sort }), null);
        const pages = Array.from({ length: Math.ceil(all.length / limit) }, (_, page) =>
          table.page(query({ descending, sort, limit, offset: page * limit }), null),
        );
        expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
        expect(whole.total).toBe(all.length);
        const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).sort();
        expect(names(whole.rows)).toEqual(names(all));
      }),
    );
  });

  it('sorts by value, deals without one last in either direction', () => {
    fc.assert(
      fc.property(deals, fc.boolean(), (all, descending) => {
        const amounts = tableOf(all)
          .page(query({ descending }), null)
          .rows.map(({ amount }) => amount);
        const known = amounts.filter((amount) => amount !== null);
        expect(amounts.slice(0, known.length)).toEqual(known);
        expect(known).toEqual([...known].sort((a, b) => (descending ? b - a : a - b)));
      }),
    );
  });
});
