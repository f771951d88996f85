import type { ExposureTable } from './exposure';
import { totalsByMonth } from './exposure';
import type { Hazards } from '../funnel/model';
import { KINDS } from '../deals/deal';
import { cellOf } from './exposure';
import { isUnlikelySilence } from './unlikelySilence';

export interface LeftEdge {
  /** Position of the first month that counts. */
  firstMonth: number;
  /** True where closes before that month are missing from the data, not absent from life. */
  hasEdge: boolean;
}

/**
 * Months before the first close: unobserved or just quiet? Exports are often filtered by close date, and counting their
 * empty months as time without closing halves the hazards. They are dropped where the hazards of the later months would
 * have left them without any close less than 1 time in 20 (`isUnlikelySilence`); a young company's first weeks stay.
 */
export function leftEdgeMonth(
  table: ExposureTable,
  fitFrom: (firstMonth: number) => readonly Hazards[],
): LeftEdge {
  const won = totalsByMonth(table, table.won);
  const lost = totalsByMonth(table, table.lost);
  const firstClose = won.findIndex((wins, month) => wins + lost[month]! > 0);
  if (firstClose <= 0) return { firstMonth: 0, hasEdge: false };
  const hazards = fitFrom(firstClose);
  const closings = won.reduce((sum, wins, month) => sum + wins + lost[month]!, 0);
  const expected = closingsExpectedBefore(table, firstClose, hazards);
  return isUnlikelySilence(closings, expected)
    ? { firstMonth: firstClose, hasEdge: true }
    : { firstMonth: 0, hasEdge: false };
}

function closingsExpectedBefore(table: ExposureTable, month: number, byKind: readonly Hazards[]): number {
  let expected = 0;
  for (let kind = 0; kind < KINDS.length; kind++) {
    const hazards = byKind[kind]!;
    for (let bin = 0; bin < table.ageFrom.length; bin++) {
      const rate = hazards.won[bin]! + hazards.lost[bin]!;
      const cell = cellOf(table, kind, bin, 0);
      for (let early = 0; early < month; early++) expected += table.days[cell + early]! * rate;
    }
  }
  return expected;
}
