import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/engine';
import { DealTable } from '../../src/worker/dealQuery';
import type { DealQuery } from '../../src/worker/protocol';
import { anyDeal } from '../workspace/arbitraries';

const deals = fc.array(
  anyDeal.map((deal): Deal => ({ ...deal, kind: 'net' })),
  { maxLength: 30 },
);
const query = (patch: Partial<DealQuery>): DealQuery => ({
  search: '',
  outcome: 'all',
  kind: 'all',
  sort: 'amount',
  descending: false,
  offset: 0,
  limit: 1_000,
  ...patch,
});
const never = (): boolean => false;

describe('DealTable', () => {
  it('gives pages that put together are the whole list, each deal once', () => {
    fc.assert(
      fc.property(deals, fc.integer({ min: 1, max: 7 }), fc.boolean(), (all, limit, descending) => {
        const table = new DealTable(all, 'en');
        const whole = table.page(query({ descending }), never);
        const pages = Array.from({ length: Math.ceil(all.length / limit) }, (_, page) =>
          table.page(query({ descending, limit, offset: page * limit }), never),
        );
        expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
        expect(whole.total).toBe(all.length);
      }),
    );
  });

  it('sorts by value, deals without one last in either direction', () => {
    fc.assert(
      fc.property(deals, fc.boolean(), (all, descending) => {
        const amounts = new DealTable(all, 'en')
          .page(query({ descending }), never)
          .rows.map(({ amount }) => amount);
        const known = amounts.filter((amount) => amount !== null);
        expect(amounts.slice(0, known.length)).toEqual(known);
        expect(known).toEqual([...known].sort((a, b) => (descending ? b - a : a - b)));
      }),
    );
  });
});
