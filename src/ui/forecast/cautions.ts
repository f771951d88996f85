import type { Day, HistorySummary, Kind, ModelNote, Plan } from '../../engine';
import type { ImportRecord } from '../../workspace/types';
import { isPlanned } from './kindFacts';

/** What someone must know before they use the number, each with one thing to do about it. */
export type Caution =
  | 'planOnly'
  | 'otherCurrency'
  | 'onlyOpen'
  | 'onlyWon'
  | 'noLost'
  | 'noWins'
  | 'noAmounts'
  | 'driedUp'
  | 'oldData';

/** From this share of the deals on, leaving out those in another currency leaves no forecast in money. */
const MOST_DEALS = 0.5;

/** Data older than this has missed a month's closes. */
const OLD_DAYS = 31;

/** The most serious remark about the data first; at most two, or nobody reads them. */
export function cautionsOf(
  history: HistorySummary | null,
  activeImport: ImportRecord | null,
  today: Day,
  plan: Plan,
): readonly Caution[] {
  if (!history) return ['planOnly'];
  const imported = new Set(activeImport?.report.notes.map(({ code }) => code));
  const model = new Set(history.notes.map(({ code }) => code));
  const cautions: Caution[] = [];
  const inOtherCurrency = Number(countOf(history, 'otherCurrency') ?? 0);
  const deals = history.kinds.reduce((total, kind) => total + kind.deals, 0);
  if (inOtherCurrency > 0 && inOtherCurrency >= MOST_DEALS * deals) cautions.push('otherCurrency');
  if (imported.has('onlyOpen')) cautions.push('onlyOpen');
  else if (imported.has('onlyWon')) cautions.push('onlyWon');
  else if (model.has('noWins')) cautions.push('noWins');
  else if (imported.has('noLost') || model.has('noLosses')) cautions.push('noLost');
  const withoutAmount = countOf(history, 'wonWithoutAmount');
  const wins = history.kinds.reduce((total, kind) => total + kind.won, 0);
  if (wins > 0 && withoutAmount === wins) cautions.push('noAmounts');
  if (driedUpKinds(history, plan).length > 0) cautions.push('driedUp');
  if (today - history.dataDay > OLD_DAYS) cautions.push('oldData');
  return cautions.slice(0, 2);
}

function countOf(history: HistorySummary, code: ModelNote['code']): number | string | undefined {
  return history.notes.find((note) => note.code === code)?.params['count'];
}

/** Kinds of source from which leads have all but stopped while the forecast, not set by hand, still counts on them. */
export function driedUpKinds(history: HistorySummary | null, plan: Plan): readonly Kind[] {
  return (history?.notes ?? [])
    .flatMap(({ code, params }) => (code === 'driedUp' ? [params['kind'] as Kind] : []))
    .filter((kind) => !isPlanned(kind) || plan.kinds[kind].basis.leads === 'history');
}
