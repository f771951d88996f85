import { KINDS } from '../deals/deal';
import type { ExposureTable } from './exposure';
import { cellOf } from './exposure';
import { effectiveCases } from './recency';

/** Closings of one cause, in equally weighted deals: what its hazards rest on. */
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
  const weights = new Float64Array(table.monthCount).fill(1).fill(0, 0, firstMonth);
  return { won: causeCases(table, table.won, weights), lost: causeCases(table, table.lost, weights) };
}

function causeCases(table: ExposureTable, events: Float64Array, weights: Float64Array): CauseCases {
  const casesWhere = (belongs: (kind: number, bin: number) => boolean): number => {
    const counts = new Float64Array(table.monthCount);
    for (let kind = 0; kind < KINDS.length; kind++) {
      for (let bin = 0; bin < table.ageFrom.length; bin++) {
        if (!belongs(kind, bin)) continue;
        const cell = cellOf(table, kind, bin, 0);
        for (let month = 0; month < table.monthCount; month++) counts[month]! += events[cell + month]!;
      }
    }
    return effectiveCases(counts, weights);
  };
  return {
    byBin: table.ageFrom.map((_, wanted) => casesWhere((_kind, bin) => bin === wanted)),
    byKind: KINDS.map((_, wanted) => casesWhere((kind) => kind === wanted)),
    all: casesWhere(() => true),
  };
}
