import type { LeaveOut } from '../../../engine';
import type { QualityNote } from '../../../workspace/importTypes';

/** Notes on deals that the user may choose not to count. */
const SWITCHES: readonly LeaveOut[] = [
  'notRealLosses',
  'sameDayWins',
  'closedBeforeCreated',
  'wonWithoutDate',
  'staleOpens',
];

export function switchOf({ code }: Pick<QualityNote, 'code'>): LeaveOut | null {
  return SWITCHES.find((sort) => sort === code) ?? null;
}

/** What concerns every number, whatever amounts are at stake. */
const OF_ALL: readonly QualityNote['code'][] = [
  'onlyOpen',
  'onlyWon',
  'noLost',
  'leftEdge',
  'sourceLate',
  'noSourceColumn',
  'noAmountColumn',
];

/** By what is at stake: first what concerns every number, then by money, then by how many deals it is about. */
export function rankNotes(notes: readonly QualityNote[]): QualityNote[] {
  const place = ({ code }: QualityNote): number => {
    const position = OF_ALL.indexOf(code);
    return position === -1 ? OF_ALL.length : position;
  };
  return [...notes].sort(
    (a, b) => place(a) - place(b) || (b.money ?? -1) - (a.money ?? -1) || b.count - a.count,
  );
}
