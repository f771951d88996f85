import type { Counted } from '../../src/csv/column';

/** A cell after the other, for what needs no counting. */
export function* countOnce(cells: Iterable<string>): Generator<Counted> {
  for (const cell of cells) yield [cell, 1];
}
