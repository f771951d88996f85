import type { Kind, ModelNote } from '../engine';
import { amount, month, number } from './format';
import { kindName } from './kinds';
import { m } from './paraglide/messages';

type Params = ModelNote['params'];

function numberOf(params: Params, name: string): number {
  const value = Number(params[name]);
  return Number.isFinite(value) ? value : 0;
}

/** A count twice: as a number, which picks the plural form, and as it is shown. */
function counted(params: Params, name = 'count'): { count: number; shown: string } {
  const count = numberOf(params, name);
  return { count, shown: number(count) };
}

/** A kind from which leads have all but stopped: "Spears: no new lead in three months, where about 5 a month were usual." */
function driedUpSentence(params: Params): string {
  const fewDigits = (name: string): string => {
    const value = numberOf(params, name);
    return number(value, value < 10 ? 1 : 0);
  };
  return m.forecast_note_driedUp({
    kind: kindName(String(params['kind']) as Kind),
    ...counted(params),
    usual: fewDigits('usual'),
    expected: fewDigits('expected'),
  });
}

const SENTENCES = {
  fewWins: (params) => m.forecast_note_fewWins(counted(params, 'wins')),
  noWins: () => m.forecast_note_noWins(),
  noLosses: () => m.forecast_note_noLosses(),
  wonWithoutDate: (params) => m.forecast_note_wonWithoutDate(counted(params)),
  wonWithoutAmount: (params) => m.forecast_note_wonWithoutAmount(counted(params)),
  lostWithoutDate: (params) => m.forecast_note_lostWithoutDate(counted(params)),
  unsortedDeals: (params) =>
    m.forecast_note_unsortedDeals({ ...counted(params), total: number(numberOf(params, 'total')) }),
  otherCurrency: (params) => m.forecast_note_otherCurrency(counted(params)),
  leftEdge: (params) => m.forecast_note_leftEdge({ month: month(String(params['month']), 'withYear') }),
  excluded: (params) => m.forecast_note_excluded(counted(params)),
  staleOpen: (params) => {
    const value = numberOf(params, 'value');
    return value > 0
      ? m.forecast_note_staleOpen({ ...counted(params), value: amount(value) })
      : m.forecast_note_staleOpenNoAmount(counted(params));
  },
  driedUp: driedUpSentence,
  sameDayWins: (params) =>
    m.forecast_note_sameDayWins({ ...counted(params), total: number(numberOf(params, 'total')) }),
  expectedInPast: (params) => m.forecast_note_expectedInPast(counted(params)),
  stagesFromHistory: (params) => m.forecast_note_stagesFromHistory(counted(params)),
  stagesFromCounts: (params) => m.forecast_note_stagesFromCounts(counted(params)),
  stagesUnused: (params) => m.forecast_note_stagesUnused(counted(params)),
  sellersDiffer: (params) => m.forecast_note_sellersDiffer(counted(params)),
} satisfies Record<ModelNote['code'], (params: Params) => string>;

/** What the model had to do about the data, and what would help. */
export function noteSentence(note: ModelNote): string {
  return SENTENCES[note.code](note.params);
}
