import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsInView, RowWindow, type RowView } from '../../../../src/ui/pipeline/deals/table/rowWindow';

const TOTAL = 1_000;
const view = (scrollTop: number, total = TOTAL): RowView => ({
  scrollTop,
  height: 100,
  rowHeight: 10,
  total,
});
const NONE = { first: 0, end: 0 };
/** The rows of these places are at hand; each is its own place. */
const atHand =
  (first: number, end: number) =>
  (index: number): number | undefined =>
    index >= first && index < end ? index : undefined;

test('a row of which a part is in view is in view', () => {
  expect(rowsInView(view(0))).toEqual({ first: 0, end: 10 });
  expect(rowsInView(view(5))).toEqual({ first: 0, end: 11 });
  expect(rowsInView(view(9_900))).toEqual({ first: 990, end: 1_000 });
});

test('a list shorter than the view, and one with nothing in it', () => {
  expect(rowsInView(view(0, 3))).toEqual({ first: 0, end: 3 });
  expect(rowsInView(view(0, 0))).toEqual({ first: 0, end: 0 });
});

test('a list that has become shorter than where it was scrolled to shows its last row', () => {
  expect(rowsInView(view(9_000, 20))).toEqual({ first: 19, end: 20 });
});

test('rows stand where they belong, with some beyond the view', () => {
  const { first, rows, top } = new RowWindow<number>().place(view(5_000), atHand(400, 600), NONE);
  expect(top).toBe(first * 10);
  expect(rows[0]).toBe(first);
  expect(first).toBeLessThan(500);
  expect(first + rows.length).toBeGreaterThan(510);
});

test('after a jump to rows that are not at hand, those that were in view stay in view', () => {
  const rows = new RowWindow<number>();
  const before = rows.place(view(0), atHand(0, 100), NONE);
  const held = rows.place(view(5_000), atHand(0, 100), { first: 0, end: 10 });
  expect(held.rows).toEqual(before.rows);
  expect(held.top).toBe(5_000);
  // Once they are there they take their place.
  expect(rows.place(view(5_000), atHand(450, 550), { first: 500, end: 510 }).rows).toContain(500);
});

test('while the list is dragged on and on, the rows that came last pass by', () => {
  const rows = new RowWindow<number>();
  rows.place(view(0), atHand(0, 100), NONE);
  const passing = rows.place(view(7_000), atHand(300, 400), { first: 320, end: 330 });
  expect(passing.rows).toContain(320);
  // The first of them that was asked for at the top of the view.
  expect(passing.top + (320 - passing.first) * 10).toBe(7_000);
});

test('whatever is at hand and wherever it is scrolled, what is in view is covered by rows', () => {
  const step = fc.record({ scrollTop: fc.integer({ min: 0, max: 9_900 }), isAtHand: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const rows = new RowWindow<number>();
      rows.place(view(0), atHand(0, 100), NONE);
      let newest = { first: 0, end: 10 };
      for (const { scrollTop, isAtHand } of steps) {
        if (isAtHand) newest = rowsInView(view(scrollTop));
        const known = atHand(Math.max(0, newest.first - 50), Math.min(TOTAL, newest.end + 50));
        const placed = rows.place(view(scrollTop), known, newest);
        expect(placed.top).toBeLessThanOrEqual(scrollTop);
        expect(placed.top + placed.rows.length * 10).toBeGreaterThanOrEqual(scrollTop + 100);
        expect(placed.rows).toEqual(placed.rows.map((_, place) => placed.first + place));
      }
    }),
  );
});
