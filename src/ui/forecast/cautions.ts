import type { Day, HistorySummary, Kind, Plan } from '../../engine';
import type { ImportRecord } from '../../workspace/types';
import { isPlanned } from './kindFacts';

/** What someone must know before they use the number, each with one thing to do about it. */
export type Caution =
  'planOnly' | 'onlyOpen' | 'onlyWon' | 'noLost' | 'noWins' | 'noAmounts' | 'driedUp' | 'oldData';

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
  if (imported.has('onlyOpen')) cautions.push('onlyOpen');
  else if (imported.has('onlyWon')) cautions.push('onlyWon');
  else if (model.has('noWins')) cautions.push('noWins');
  else if (imported.has('noLost') || model.has('noLosses')) cautions.push('noLost');
  const withoutAmount = history.notes.find(({ code }) => code === 'wonWithoutAmount')?.params['count'];
  const wins = history.kinds.reduce((total, kind) => total + kind.won, 0);
  if (wins > 0 && withoutAmount === wins) cautions.push('noAmounts');
  if (driedUpKinds(history, plan).length > 0) cautions.push('driedUp');
  if (today - history.dataDay > OLD_DAYS) cautions.push('oldData');
  return cautions.slice(0, 2);
}

/** Kinds of source from which leads have all but stopped while the forecast, not set by hand, still counts on them. */
export function driedUpKinds(history: HistorySummary | null, plan: Plan): readonly Kind[] {
  return (history?.notes ?? [])
    .flatMap(({ code, params }) => (code === 'driedUp' ? [params['kind'] as Kind] : []))
    .filter((kind) => !isPlanned(kind) || plan.kinds[kind].basis.leads === 'history');
}
