import type { HistoryMapping } from '../workspace/importTypes';
import { detectDateFormat } from './dates';
import { normaliseHeader } from './headers';
import { countColumn, everyRow } from './profileColumns';
import type { Table } from './table';

/** Headers of a stage history as `normaliseHeader` leaves them, the surest first. */
const NAMES = {
  field: 'field / event|field|field name|changed field|event|falt|feld|champ|campo|veld',
  from: 'from stage|old value|previous stage|old stage|prior stage|stage from|from|fran steg|tidigare steg|gammalt varde|von phase|alter wert|vorherige phase|ancienne valeur|etape precedente|valor anterior|etapa anterior|oude waarde|vorige fase',
  stage:
    'to stage|new value|new stage|stage to|to|stage|stage name|deal stage|till steg|nytt varde|nytt steg|steg|zu phase|neuer wert|neue phase|phase|nouvelle valeur|nouvelle etape|etape|valor nuevo|nuevo valor|nueva etapa|novo valor|nova etapa|etapa|nieuwe waarde|nieuwe fase|fase',
  date: 'changed at|changed on|change date|stage change date|last stage change date|edit date|edited at|moved at|transition date|entered at|entered on|date entered|entered|stage entered at|timestamp|last modified|last modified date|modified date|modified|date|created at|created date|created on|datum|andrad|andrad den|andringsdatum|senast andrad|geandert am|anderungsdatum|zuletzt geandert|modifie le|date de modification|date de changement|fecha de modificacion|fecha de cambio|fecha|data de modificacao|data da alteracao|data|gewijzigd op|wijzigingsdatum',
} as const;
/** Share of the history's deals that must be among the deals. */
const LEAST_OVERLAP = 0.1;
const LEAST_READABLE = 0.5;
/** A column in which fewer of the cells differ does not tell deals apart. */
const LEAST_UNIQUE = 0.99;

function findColumn(headers: readonly string[], names: string, not: readonly number[] = []): number | null {
  const ranked = names.split('|');
  let best: { index: number; rank: number } | null = null;
  for (const [index, header] of headers.entries()) {
    const rank = ranked.indexOf(normaliseHeader(header));
    if (rank === -1 || not.includes(index) || (best !== null && best.rank <= rank)) continue;
    best = { index, rank };
  }
  return best?.index ?? null;
}

/**
 * How `table` tells the stages that the deals of `main` went through; null where it does not: it must have a stage and
 * a readable date, name its deals by a column that tells them apart in `main`, and either say what was before (or which
 * field changed) or have several rows for a deal.
 */
export function findHistory(main: Table, table: Table, file: number): HistoryMapping | null {
  const fieldIndex = findColumn(table.headers, NAMES.field);
  const fromIndex = findColumn(table.headers, NAMES.from);
  const stageIndex = findColumn(table.headers, NAMES.stage, fromIndex === null ? [] : [fromIndex]);
  const dateIndex = findColumn(table.headers, NAMES.date);
  if (stageIndex === null || dateIndex === null) return null;
  if (detectDateFormat(countColumn(table, dateIndex, everyRow(table))).readable < LEAST_READABLE) return null;
  const keys = findKeys(main, table, [stageIndex, dateIndex, fromIndex ?? -1, fieldIndex ?? -1]);
  if (keys === null) return null;
  if (fromIndex === null && fieldIndex === null && !keys.isRepeated) return null;
  return {
    file,
    keyIndex: keys.keyIndex,
    historyKeyIndex: keys.historyKeyIndex,
    stageIndex,
    dateIndex,
    fromIndex,
    fieldIndex,
  };
}

/** What only a list of changes has: a value before and one after. */
const AFTER = /^(to|new|till|nytt|zu|neue[rs]?|nouvel|nueva|nuevo|nov[oa]|nieuwe|valor nuevo)\b|^stage to$/;

/** Whether a table is a stage history although no table of deals is there: each row would pass for a deal. */
export function isHistoryAlone({ headers }: Table): boolean {
  const fromIndex = findColumn(headers, NAMES.from);
  const stageIndex = findColumn(headers, NAMES.stage, fromIndex === null ? [] : [fromIndex]);
  if (fromIndex === null || stageIndex === null || findColumn(headers, NAMES.date) === null) return false;
  return AFTER.test(normaliseHeader(headers[stageIndex] ?? ''));
}

/** A key as both files write it: Salesforce's ids come with 15 letters or with three more that only check them. */
export function historyKey(cell: string): string {
  const key = cell.trim();
  return /^006[A-Za-z0-9]{15}$/.test(key) ? key.slice(0, 15) : key;
}

function keysOf(table: Table, index: number): { keys: Set<string>; filled: number } {
  const keys = new Set<string>();
  let filled = 0;
  for (const [text, times] of countColumn(table, index, everyRow(table))) {
    const key = historyKey(text);
    if (key === '' || key === table.headers[index]) continue;
    filled += times;
    keys.add(key);
  }
  return { keys, filled };
}

function findKeys(
  main: Table,
  table: Table,
  taken: readonly number[],
): { keyIndex: number; historyKeyIndex: number; isRepeated: boolean } | null {
  const unique = main.headers.flatMap((header, index) => {
    const { keys, filled } = keysOf(main, index);
    const isKey = keys.size > 0 && keys.size >= filled * LEAST_UNIQUE;
    return isKey ? [{ index, name: normaliseHeader(header), keys }] : [];
  });
  let best: { keyIndex: number; historyKeyIndex: number; isRepeated: boolean; score: number } | null = null;
  for (const [historyKeyIndex, header] of table.headers.entries()) {
    if (taken.includes(historyKeyIndex)) continue;
    const { keys, filled } = keysOf(table, historyKeyIndex);
    for (const column of unique) {
      let shared = 0;
      for (const key of keys) if (column.keys.has(key)) shared += 1;
      if (shared < Math.max(1, keys.size * LEAST_OVERLAP)) continue;
      const score = shared + (column.name === normaliseHeader(header) ? 0.5 : 0);
      if (best !== null && score <= best.score) continue;
      best = { keyIndex: column.index, historyKeyIndex, isRepeated: keys.size < filled, score };
    }
  }
  return best;
}
