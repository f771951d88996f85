import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchDeals } from '../../../src/engine/snapshots/matchDeals';
import { dealOf } from '../deals/dealOf';

const deal = (id: string, name: string, company: string | null = null, created = 100) =>
  dealOf({ id, name, company, created });

describe('matchDeals(previous, next)', () => {
  it('pairs by id, whatever else has changed as long as something agrees', () => {
    const [before, after] = [deal('1', 'Acme', 'Acme Inc'), deal('1', 'Acme, phase 2', 'Acme Inc', 130)];
    const { pairs, added, gone } = matchDeals([before], [after]);
    expect(pairs).toEqual([{ before, after }]);
    expect([...added, ...gone]).toEqual([]);
  });

  it('lets a time zone shift the day of creation', () => {
    expect(matchDeals([deal('1', 'Old', null, 100)], [deal('1', 'New', null, 101)]).pairs).toHaveLength(1);
  });

  it('does not believe an id where neither name nor company nor day of creation agree', () => {
    const { pairs, added, gone } = matchDeals([deal('1', 'Acme', 'A', 100)], [deal('1', 'Bolt', 'B', 200)]);
    expect(pairs).toEqual([]);
    expect(added).toHaveLength(1);
    expect(gone).toHaveLength(1);
  });

  it('finds deals under another id by name, company and creation', () => {
    const previous = [deal('1', 'Acme', 'A'), deal('2', 'Bolt', 'B')];
    const next = [deal('x', 'Bolt', 'B'), deal('y', 'Acme', 'A'), deal('z', 'New', 'N')];
    const { pairs, added, gone } = matchDeals(previous, next);
    expect(pairs.map(({ before, after }) => [before.id, after.id])).toEqual([
      ['2', 'x'],
      ['1', 'y'],
    ]);
    expect(added.map(({ id }) => id)).toEqual(['z']);
    expect(gone).toEqual([]);
  });

  it('finds deals again whose rows are numbered anew, though all were created on one day', () => {
    const names = ['Acme', 'Bolt', 'Curl'];
    const previous = names.map((name, row) => deal(`${row + 1}`, name));
    const next = ['New', ...names].map((name, row) => deal(`${row + 1}`, name));
    const { pairs, added, gone } = matchDeals(previous, next);
    expect(pairs.map(({ before, after }) => [before.name, after.name])).toEqual(names.map((n) => [n, n]));
    expect(added).toEqual([next[0]]);
    expect(gone).toEqual([]);
  });

  it('does not guess where name, company and creation are those of two deals, or are blank', () => {
    const twice = [deal('1', 'Acme', 'A'), deal('2', 'Acme', 'A')];
    expect(matchDeals(twice, [deal('x', 'Acme', 'A')]).pairs).toEqual([]);
    expect(matchDeals([deal('x', 'Acme', 'A')], twice).pairs).toEqual([]);
    expect(matchDeals([deal('1', '')], [deal('x', '')]).pairs).toEqual([]);
  });

  it('keeps pairs by id apart from what content could say of them', () => {
    const previous = [deal('1', 'Acme', 'A'), deal('2', 'Acme', 'A')];
    const { pairs } = matchDeals(previous, [deal('2', 'Acme', 'A'), deal('9', 'Acme', 'A')]);
    // Once 2 has found itself, the two that are left are alike and alone.
    expect(pairs.map(({ before, after }) => [before.id, after.id])).toEqual([
      ['2', '2'],
      ['1', '9'],
    ]);
  });

  it('puts every deal of both sides into exactly one of pairs, added and gone', () => {
    const side = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 12 }).map(String),
        name: fc.constantFrom('', 'Acme', 'Bolt', 'Curl'),
        company: fc.constantFrom(null, 'A', 'B'),
        created: fc.integer({ min: 100, max: 104 }),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(side, side, (previous, next) => {
        const { pairs, added, gone } = matchDeals(previous, next);
        const byRow = <Each extends object>(deals: readonly Each[]) => new Set<object>(deals);
        expect(byRow([...pairs.map(({ before }) => before), ...gone])).toEqual(byRow(previous));
        expect(pairs.length + gone.length).toBe(previous.length);
        expect(byRow([...pairs.map(({ after }) => after), ...added])).toEqual(byRow(next));
        expect(pairs.length + added.length).toBe(next.length);
      }),
    );
  });

  it('finds everything in an unchanged export, in its order', () => {
    const deals = [deal('2', 'B'), deal('1', 'A')];
    expect(matchDeals(deals, deals).pairs.map(({ after }) => after.id)).toEqual(['2', '1']);
  });
});
