import type { Day } from '../engine';
import type { HistoryMapping, HistoryReport } from '../workspace/importTypes';
import { classifyRows } from './classifyRows';
import { cutText } from './cutText';
import { detectDateFormat, readDay } from './dates';
import type { DateFinding } from './dates';
import { historyKey } from './findHistory';
import { normaliseHeader } from './headers';
import { countColumn, everyRow } from './profileColumns';
import { cellAt, rowNumber } from './table';
import type { Table } from './table';

/** A change of a deal's stage. */
export interface StageChange {
  stage: string;
  /** What was before; `''` = not said. */
  from: string;
  day: Day;
}

/** A history that begins when a CRM was taken into use knows nothing of what was before. */
const DAYS_BEFORE_THE_FIRST_CHANGE = 60;
/** Names of the field in reports on all fields. */
const STAGE_FIELD = /^(stage|stage ?name|deal ?stage|steg|fas|phase|etape|etapa|fase)$/;

/** The stage history of a second file, by the key of its deal. */
export class StageHistory {
  /** Row of the history for each problem, as a spreadsheet counts. */
  readonly unreadable: number[] = [];
  private readonly changes = new Map<string, StageChange[]>();
  private readonly rowsOfKey = new Map<string, { entries: number; row: number }>();
  private readonly report: Omit<HistoryReport, 'entries' | 'unmatched'>;
  private readonly taken = new Set<string>();
  private begin = Infinity;

  constructor(
    private readonly main: Table,
    table: Table,
    private readonly mapping: HistoryMapping,
  ) {
    const { rows, data } = orderedRows(table, mapping);
    this.report = {
      rows: table.rowCount,
      otherChanges: 0,
      duplicates: 0,
      rejected: 0,
      ignored: table.rowCount - data,
    };
    const { dateOrder } = mapping;
    const finding = findDateFormat(table, mapping);
    const format = { ...finding, order: dateOrder ?? finding.order };
    for (const index of rows) this.read(table, index, (text) => readDay(text, format));
  }

  /** Every stage it names. */
  stages(): Set<string> {
    const stages = new Set<string>();
    for (const changes of this.changes.values()) {
      for (const { stage, from } of changes) stages.add(stage).add(from);
    }
    return stages;
  }

  /** Changes of the deal in a row of the main file, the earliest first. */
  changesOf(row: number): readonly StageChange[] {
    return this.changes.get(this.keyOf(row)) ?? [];
  }

  /** Notes that the deal of this row is imported. */
  take(row: number): void {
    this.taken.add(this.keyOf(row));
  }

  /** Whether a deal was there long before the history begins, so that its first stages are not in it. */
  isOlder(created: Day): boolean {
    return created < this.begin - DAYS_BEFORE_THE_FIRST_CHANGE;
  }

  /** The first day of the history. */
  get firstDay(): Day | null {
    return this.begin === Infinity ? null : this.begin;
  }

  /** What became of its rows; `unmatchedRows` are those of deals that were not taken. */
  finish(): { report: HistoryReport; unmatchedRows: readonly number[] } {
    let entries = 0;
    let unmatched = 0;
    const unmatchedRows: number[] = [];
    for (const [key, { entries: count, row }] of this.rowsOfKey) {
      if (this.taken.has(key)) entries += count;
      else {
        unmatched += count;
        unmatchedRows.push(row);
      }
    }
    return { report: { ...this.report, entries, unmatched }, unmatchedRows };
  }

  private keyOf(row: number): string {
    return historyKey(cellAt(this.main, row, this.mapping.keyIndex));
  }

  private read(table: Table, index: number, parse: (text: string) => Day | null): void {
    const { historyKeyIndex, stageIndex, dateIndex, fromIndex, fieldIndex } = this.mapping;
    const cell = (column: number): string => cutText(cellAt(table, index, column).trim());
    const stage = cell(stageIndex);
    const from = fromIndex === null ? '' : cell(fromIndex);
    if (fieldIndex !== null && !STAGE_FIELD.test(normaliseHeader(cell(fieldIndex)))) {
      this.report.otherChanges += 1;
      return;
    }
    const key = historyKey(cell(historyKeyIndex));
    const day = parse(cell(dateIndex));
    if (day === null || stage === '' || key === '') {
      this.report.rejected += 1;
      this.unreadable.push(rowNumber(table, index));
      return;
    }
    if (stage === from) {
      this.report.otherChanges += 1;
      return;
    }
    const changes = this.changes.get(key) ?? [];
    if (changes.some((change) => change.day === day && change.stage === stage && change.from === from)) {
      this.report.duplicates += 1;
      return;
    }
    changes.push({ stage, from, day });
    this.changes.set(key, changes);
    this.begin = Math.min(this.begin, day);
    const known = this.rowsOfKey.get(key);
    if (known) known.entries += 1;
    else this.rowsOfKey.set(key, { entries: 1, row: rowNumber(table, index) });
  }
}

/** How the dates of a history are written. */
export function findDateFormat(table: Table, { dateIndex }: HistoryMapping): DateFinding {
  return detectDateFormat(countColumn(table, dateIndex, everyRow(table)));
}

/** Positions of its rows by day; changes of one day in the order they were made, whichever end the file begins at. */
function orderedRows(table: Table, mapping: HistoryMapping): { rows: number[]; data: number } {
  const classes = classifyRows(table).classes;
  const data = classes.flatMap((rowClass, index) =>
    rowClass === 'data' || rowClass === 'broken' || rowClass === 'tooLong' ? [index] : [],
  );
  const finding = findDateFormat(table, mapping);
  const format = { ...finding, order: mapping.dateOrder ?? finding.order };
  const days = new Map(
    data.map((index) => [index, readDay(cellAt(table, index, mapping.dateIndex), format) ?? 0]),
  );
  const lastOfKey = new Map<string, number>();
  let rising = 0;
  for (const index of data) {
    const key = cellAt(table, index, mapping.historyKeyIndex);
    const day = days.get(index) ?? 0;
    const last = lastOfKey.get(key);
    if (last !== undefined) rising += Math.sign(day - last);
    lastOfKey.set(key, day);
  }
  const rows = rising < 0 ? [...data].reverse() : [...data];
  rows.sort((a, b) => (days.get(a) ?? 0) - (days.get(b) ?? 0));
  return { rows, data: data.length };
}
