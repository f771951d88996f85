import type { LeaveOut } from '../engine';
import type { QualityNote } from '../workspace/importTypes';
import { dayOfText, number, percent } from './format';
import { m } from './paraglide/messages';

interface Inputs {
  count: number;
  number: string;
  example?: string;
}

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
  sourceLate: ({ example = '' }) => {
    const [blank = 0, named = 0] = example.split(' ').map(Number);
    return m.problems_note_sourceLate({ blank: percent(blank), named: percent(named) });
  },
  leftEdge: ({ example = '', number }) =>
    m.problems_note_leftEdge({ day: dayOfText(example, 'long') ?? example, number }),
  rejectedRows: m.problems_note_rejectedRows,
  duplicateRows: m.problems_note_duplicateRows,
} satisfies Record<QualityNote['code'], (inputs: Inputs) => string>;

/** What is odd about rows that were taken, and how they are treated, unless that can be chosen. */
export function qualitySentence(note: Pick<QualityNote, 'code' | 'count' | 'example'>): string {
  const { code, count, example } = note;
  return NOTES[code]({ count, number: number(count), ...(example !== undefined && { example }) });
}

const TREATMENTS = {
  closedBeforeCreated: m.import_does_closedBeforeCreated,
  wonWithoutDate: m.import_does_wonWithoutDate,
  sameDayWins: m.import_does_sameDayWins,
  notRealLosses: m.import_does_notRealLosses,
  staleOpens: m.import_does_staleOpens,
} satisfies Record<LeaveOut, (inputs: { count: number }) => string>;

/** How deals of a sort are treated while they are not left out. */
export function qualityTreatment(sort: LeaveOut, count: number): string {
  return TREATMENTS[sort]({ count });
}
