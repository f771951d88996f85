import type { Outcome } from '../engine';
import type { Meaning } from '../workspace/importTypes';
import { countValues } from './dataset';
import type { ColumnReader, Dataset } from './dataset';
import { normaliseHeader } from './headers';
import { guessOutcome, readBoolean } from './outcomes';
import { cellAt } from './table';

/** More labels than this are not labels. */
const MOST_LABELS = 500;
/** Share of a label's rows that a yes-or-no column must agree on. */
const LEAST_AGREEMENT = 0.9;
const WON_FLAG = /^(is )?(won|vunnen|vunnet|gewonnen|gagnee?|ganad[oa]|ganh[oa])\??$/;
const CLOSED_FLAG =
  /^(is )?(closed|stangd|avslutad|geschlossen|abgeschlossen|fermee?|cloturee?|cerrad[oa]|fechad[oa]|gesloten|afgesloten)\??$/;
const ACTIVE_FLAG = /^(is )?(active|aktiv|actif|active|activ[oa]|ativ[oa]|actief)\??$/;

type Readers = ReadonlyMap<Meaning, readonly ColumnReader[]>;

/**
 * The outcome of each label of the column that decides: by its words, else by what the file's own yes-or-no columns
 * (`Closed`, `Won`) say of its rows, else open.
 */
export function suggestOutcomes(
  dataset: Dataset,
  readers: Readers,
  deciding: ColumnReader | null,
  rows: readonly number[],
): Record<string, Outcome> {
  const outcomes: Record<string, Outcome> = {};
  if (deciding === null) return outcomes;
  const labels = [...countValues(deciding, rows).keys()]
    .slice(0, MOST_LABELS)
    .filter((label) => label !== '');
  const isFlag = labels.length > 0 && labels.every((label) => readBoolean(label) !== null);
  const unknown = labels.filter((label) => !isFlag && guessOutcome(label) === null);
  const flagged = unknown.length > 0 ? outcomesByFlags(dataset, deciding, rows, new Set(unknown)) : null;
  for (const label of labels) {
    outcomes[label] = isFlag
      ? outcomeOfFlag(deciding, readers, rows, label)
      : (guessOutcome(label) ?? flagged?.get(label) ?? 'open');
  }
  return outcomes;
}

/** A status of yes and no: `Active`, or `Won`, where no may also mean not yet. */
function outcomeOfFlag(
  deciding: ColumnReader,
  readers: Readers,
  rows: readonly number[],
  label: string,
): Outcome {
  const isYes = readBoolean(label) === true;
  if (ACTIVE_FLAG.test(normaliseHeader(deciding.column.header))) return isYes ? 'open' : 'lost';
  if (isYes) return 'won';
  const closing = readers.get('closed')?.[0] ?? readers.get('lostOn')?.[0] ?? readers.get('closeDate')?.[0];
  if (!closing) return 'open';
  const labelled = rows.filter((row) => deciding.read(row) === label);
  const closed = labelled.filter((row) => closing.read(row) !== '').length;
  return closed * 2 >= labelled.length ? 'lost' : 'open';
}

function outcomesByFlags(
  { main }: Dataset,
  deciding: ColumnReader,
  rows: readonly number[],
  labels: ReadonlySet<string>,
): Map<string, Outcome> | null {
  const indexOf = (pattern: RegExp): number =>
    main.headers.findIndex((header) => pattern.test(normaliseHeader(header)));
  const won = indexOf(WON_FLAG);
  const closed = indexOf(CLOSED_FLAG);
  if (won === -1) return null;
  const known = new Map<string, boolean | null>();
  const booleanAt = (row: number, column: number): boolean | null => {
    const cell = cellAt(main, row, column);
    const before = known.get(cell);
    if (before !== undefined) return before;
    const read = readBoolean(cell);
    known.set(cell, read);
    return read;
  };
  const counts = new Map<string, Record<Outcome, number>>();
  for (const row of rows) {
    const label = deciding.read(row);
    if (!labels.has(label)) continue;
    const isWon = booleanAt(row, won);
    if (isWon === null) continue;
    const isClosed = closed === -1 ? null : booleanAt(row, closed);
    const outcome = isWon ? 'won' : isClosed === true ? 'lost' : 'open';
    const count = counts.get(label) ?? { open: 0, won: 0, lost: 0 };
    count[outcome] += 1;
    counts.set(label, count);
  }
  const outcomes = new Map<string, Outcome>();
  for (const [label, count] of counts) {
    const total = count.open + count.won + count.lost;
    for (const outcome of ['won', 'lost', 'open'] as const) {
      if (count[outcome] >= total * LEAST_AGREEMENT) outcomes.set(label, outcome);
    }
  }
  return outcomes;
}
