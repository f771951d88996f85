import { KINDS } from '../deals/deal';
import type { ExposureTable } from './exposure';
import { cellOf } from './exposure';

/** Closings of one cause: what its hazards rest on. */
export interface CauseCases {
  /** Of all kinds, by age bin. */
  byBin: readonly number[];
  /** In the order of `KINDS`, all ages. */
  byKind: readonly number[];
  all: number;
}

export interface ClosingCases {
  won: CauseCases;
  lost: CauseCases;
}

/** Cases behind the hazards: closings from the first month on whose closings are in the data. */
export function closingCases(table: ExposureTable, firstMonth: number): ClosingCases {
  return { won: causeCases(table, table.won, firstMonth), lost: causeCases(table, table.lost, firstMonth) };
}

function causeCases(table: ExposureTable, events: Float64Array, firstMonth: number): CauseCases {
  const byBin = table.ageFrom.map(() => 0);
  const byKind = KINDS.map(() => 0);
  let all = 0;
  for (let kind = 0; kind < KINDS.length; kind++) {
    for (let bin = 0; bin < table.ageFrom.length; bin++) {
      const cell = cellOf(table, kind, bin, 0);
      for (let month = firstMonth; month < table.monthCount; month++) {
        const closings = events[cell + month]!;
        byBin[bin]! += closings;
        byKind[kind]! += closings;
        all += closings;
      }
    }
  }
  return { byBin, byKind, all };
}
