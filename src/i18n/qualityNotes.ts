import type { QualityNote } from '../workspace/importTypes';
import { number } from './format';
import { m } from './paraglide/messages';

const NOTES = {
  closedBeforeCreated: m.problems_note_closedBeforeCreated,
  wonWithoutDate: m.problems_note_wonWithoutDate,
  lostWithoutDate: m.problems_note_lostWithoutDate,
  wonWithoutAmount: m.problems_note_wonWithoutAmount,
  expectedInPast: m.problems_note_expectedInPast,
  closedInFuture: m.problems_note_closedInFuture,
  statusContradictsStage: m.problems_note_statusContradictsStage,
  sameDayWins: m.problems_note_sameDayWins,
  noSourceColumn: m.problems_note_noSourceColumn,
  noAmountColumn: m.problems_note_noAmountColumn,
  unmatchedKeys: m.problems_note_unmatchedKeys,
  duplicateKeys: m.problems_note_duplicateKeys,
  severalCurrencies: m.problems_note_severalCurrencies,
  numericIdsRounded: m.problems_note_numericIdsRounded,
  onlyOpen: m.problems_note_onlyOpen,
  onlyWon: m.problems_note_onlyWon,
  noLost: m.problems_note_noLost,
  dateUnreadable: m.problems_note_dateUnreadable,
  textCut: m.problems_note_textCut,
  notRealLosses: m.problems_note_notRealLosses,
  historyUnmatched: m.problems_note_historyUnmatched,
  historyUnreadable: m.problems_note_historyUnreadable,
  historyBegins: m.problems_note_historyBegins,
  sheetsLeftOut: m.problems_note_sheetsLeftOut,
  staleOpens: m.problems_note_staleOpens,
  sourceLate: m.problems_note_sourceLate,
  leftEdge: m.problems_note_leftEdge,
} satisfies Record<QualityNote['code'], (inputs: { count: number; number: string }) => string>;

/** What is odd about rows that were taken, and how they are treated. */
export function qualitySentence(note: Pick<QualityNote, 'code' | 'count'>): string {
  return NOTES[note.code]({ count: note.count, number: number(note.count) });
}
