import type { Day, Outcome } from '../engine';
import type { ColumnMapping, HistoryMapping, ImportMapping, Meaning } from '../workspace/importTypes';
import { countValues, joinedFileOf, readersByMeaning } from './dataset';
import type { ColumnReader, Dataset } from './dataset';
import { readDay } from './dates';
import { detectCurrency } from './currency';
import { guessOutcome } from './outcomes';
import { DATE_MEANINGS } from './recognise';
import { settleDateFormat, settleDecimalMark } from './settleFormats';
import { pause } from './sourceFile';
import { suggestKinds } from './sources';
import { findDateFormat, StageHistory } from './stageHistory';
import { orderStages } from './stages';
import { suggestOutcomes } from './suggestOutcomes';
import type { ImportQuestion } from './types';

export interface CompletedMapping {
  mapping: ImportMapping;
  /** There are amounts, and nothing in the file says in which currency. */
  lacksCurrency: boolean;
  questions: readonly ImportQuestion[];
}

/** More labels than this are not labels. */
const MOST_LABELS = 500;
/** Rows enough to tell which stage comes before which. */
const AGE_ROWS = 5000;
/** From here on a pass over a column is long enough to pause after. */
const LARGE_ROWS = 5000;

/** The column that decides won and lost: the status, else the stage. */
export function outcomeReader(readers: ReadonlyMap<Meaning, readonly ColumnReader[]>): ColumnReader | null {
  return readers.get('status')?.[0] ?? readers.get('stage')?.[0] ?? null;
}

/**
 * Fills in what a mapping leaves open, from the rows: date orders, decimal marks, the outcome of each label, the order
 * of stages, the kind of each source. What is there stays. What the values leave open stays open in the mapping too and
 * comes back as a question until it is answered; the first choice is what is used meanwhile.
 */
export async function completeMapping(
  dataset: Dataset,
  rows: readonly number[],
  given: ImportMapping,
  languages: readonly string[] = [],
): Promise<CompletedMapping> {
  const questions: ImportQuestion[] = [];
  const isLarge = rows.length > LARGE_ROWS;
  const complete = async (columns: readonly ColumnMapping[], isJoined: boolean): Promise<ColumnMapping[]> => {
    const file = isJoined ? joinedFileOf(given) : given.mainFile;
    const completed: ColumnMapping[] = [];
    for (const column of columns) {
      const reader = readerOf(dataset, given, column, isJoined);
      completed.push(reader ? completeColumn(reader, rows, file, questions) : column);
      if (isLarge) await pause();
    }
    return completed;
  };
  const columns = await complete(given.columns, false);
  const join = given.join && { ...given.join, columns: await complete(given.join.columns, true) };
  const history = completeHistory(dataset, given, questions);
  const readers = readersByMeaning(dataset, { ...given, columns, join });
  if (isLarge) await pause();
  const outcomes = {
    ...suggestOutcomes(dataset, readers, outcomeReader(readers), rows),
    ...given.outcomes,
  };
  const amount = readers.get('amount')?.[0] ?? null;
  const detected = detectCurrency(amount, rows, languages);
  const sources = readers.get('source')?.[0];
  if (isLarge) await pause();
  const kinds = sources
    ? suggestKinds([...countValues(sources, rows).keys()].slice(0, MOST_LABELS), given.vendor)
    : {};
  return {
    mapping: {
      ...given,
      columns,
      join,
      ...(history && { history }),
      outcomes,
      stageOrder: completeStages(dataset, readers, rows, { ...given, ...(history && { history }) }, outcomes),
      sources: { ...kinds, ...given.sources },
      currency: given.currency === '' ? detected : given.currency,
    },
    lacksCurrency: amount !== null && detected === '' && !readers.has('currency'),
    questions,
  };
}

function readerOf(
  dataset: Dataset,
  mapping: ImportMapping,
  column: ColumnMapping,
  isJoined: boolean,
): ColumnReader | undefined {
  const only = { ...mapping, columns: isJoined ? [] : [column] };
  const join = isJoined && mapping.join ? { ...mapping.join, columns: [column] } : null;
  return readersByMeaning(dataset, { ...only, join }).get(column.meaning)?.[0];
}

function completeColumn(
  reader: ColumnReader,
  rows: readonly number[],
  file: number,
  questions: ImportQuestion[],
): ColumnMapping {
  const { column } = reader;
  const { index, header } = column;
  if (DATE_MEANINGS.has(column.meaning) && column.dateOrder === undefined) {
    const { order, question } = settleDateFormat(reader, rows);
    if (question === null) return { ...column, dateOrder: order };
    const choices = order === 'mdy' ? (['mdy', 'dmy'] as const) : (['dmy', 'mdy'] as const);
    questions.push({ code: 'dateOrder', file, column: index, header, example: question, choices });
  }
  if (column.meaning === 'amount' && column.decimalMark === undefined) {
    const { mark, question } = settleDecimalMark(reader, rows);
    if (question === null) return { ...column, decimalMark: mark };
    questions.push({ code: 'decimalMark', file, column: index, header, example: question });
  }
  return column;
}

/** How the history's dates are written, or the question. */
function completeHistory(
  dataset: Dataset,
  { history }: ImportMapping,
  questions: ImportQuestion[],
): HistoryMapping | undefined {
  if (!history || !dataset.history || history.dateOrder !== undefined) return history;
  const { order, ambiguous } = findDateFormat(dataset.history, history);
  if (ambiguous === null) return { ...history, dateOrder: order };
  const header = dataset.history.headers[history.dateIndex] ?? '';
  questions.push({
    code: 'dateOrder',
    file: history.file,
    column: history.dateIndex,
    header,
    example: ambiguous,
    choices: ['dmy', 'mdy'],
  });
  return history;
}

function completeStages(
  dataset: Dataset,
  readers: ReadonlyMap<Meaning, readonly ColumnReader[]>,
  rows: readonly number[],
  given: ImportMapping,
  outcomes: Readonly<Record<string, Outcome>>,
): string[] {
  const decidesByStage = !readers.has('status');
  const isOpen = (stage: string): boolean =>
    ((decidesByStage ? outcomes[stage] : undefined) ?? guessOutcome(stage) ?? 'open') === 'open';
  const entries = readers.get('stageEntry') ?? [];
  const seen = new Set(entries.flatMap(({ column }) => column.stage ?? []));
  const stages = readers.get('stage')?.[0];
  if (stages) {
    const labels = countValues(stages, rows);
    if (labels.size <= MOST_LABELS) for (const label of labels.keys()) seen.add(label);
  }
  const history =
    dataset.history && given.history ? new StageHistory(dataset.main, dataset.history, given.history) : null;
  for (const stage of history?.stages() ?? []) seen.add(stage);
  seen.delete('');
  const kept = given.stageOrder.filter((stage) => isOpen(stage));
  const added = [...seen].filter((stage) => isOpen(stage) && !kept.includes(stage));
  return [...kept, ...orderStages(added, meanEntryAges(readers, entries, history, rows.slice(0, AGE_ROWS)))];
}

/** Mean days from creation to the entry of each stage. */
function meanEntryAges(
  readers: ReadonlyMap<Meaning, readonly ColumnReader[]>,
  entries: readonly ColumnReader[],
  history: StageHistory | null,
  rows: readonly number[],
): Map<string, number> {
  const ages = new Map<string, number>();
  const created = readers.get('created')?.[0];
  if (!created) return ages;
  const createdFormat = settleDateFormat(created, rows);
  for (const entry of entries) {
    const { stage } = entry.column;
    if (stage === undefined) continue;
    const format = settleDateFormat(entry, rows);
    let sum = 0;
    let count = 0;
    for (const row of rows) {
      const day = readDay(entry.read(row), format);
      const start = day === null ? null : readDay(created.read(row), createdFormat);
      if (day === null || start === null) continue;
      sum += day - start;
      count += 1;
    }
    if (count > 0) ages.set(stage, sum / count);
  }
  if (history) addHistoryAges(ages, history, rows, (row) => readDay(created.read(row), createdFormat));
  return ages;
}

function addHistoryAges(
  ages: Map<string, number>,
  history: StageHistory,
  rows: readonly number[],
  createdOf: (row: number) => Day | null,
): void {
  const sums = new Map<string, { days: number; count: number }>();
  for (const row of rows) {
    const start = createdOf(row);
    if (start === null) continue;
    for (const { stage, from, day } of history.changesOf(row)) {
      const sum = sums.get(stage) ?? { days: 0, count: 0 };
      sums.set(stage, { days: sum.days + day - start, count: sum.count + 1 });
      // What nothing else dates was there from the beginning.
      if (from !== '' && !sums.has(from)) sums.set(from, { days: 0, count: 0 });
    }
  }
  for (const [stage, { days, count }] of sums) {
    if (!ages.has(stage)) ages.set(stage, count === 0 ? 0 : days / count);
  }
}
