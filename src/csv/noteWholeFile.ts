import { isoDay } from '../engine';
import type { DealRecord } from '../engine';
import type { HistoryReport } from '../workspace/importTypes';
import { cutText } from './cutText';
import type { Dataset } from './dataset';
import type { NoteTaker } from './notes';
import { everyRow } from './profileColumns';
import type { Fields } from './readFields';
import type { StageHistory } from './stageHistory';
import { rowCells, rowNumber } from './table';

/** What the files as a whole show: keys without a partner, sheets that were not read. */
export function noteWholeFile(notes: NoteTaker, dataset: Dataset, fields: Fields): void {
  noteJoin(notes, dataset, fields);
  noteSheets(notes, dataset);
}

/**
 * Keys that found no partner. Where the second file says which deals closed, a deal without a row in it is an open
 * deal and nothing is missing.
 */
function noteJoin(notes: NoteTaker, dataset: Dataset, fields: Fields): void {
  const { joined, main } = dataset;
  if (!joined) return;
  const used = new Set(joined.rowOf);
  const { table } = joined;
  const unused = everyRow(table).flatMap((row) =>
    used.has(row) || rowCells(table, row).every((cell) => cell.trim() === '') ? [] : [rowNumber(table, row)],
  );
  const { wonOn, lostOn, closed, closeDate } = fields.days;
  const saysClosed = [wonOn, lostOn, closed, closeDate].some((field) => field?.isMain === false);
  const missing = saysClosed ? [] : joined.unmatched.map((row) => rowNumber(main, row));
  const leftOver = saysClosed ? unused : [];
  notes.set('unmatchedKeys', missing.length + leftOver.length, [...missing, ...leftOver]);
  const duplicates = joined.duplicateKeys.map((row) => rowNumber(joined.table, row));
  notes.set('duplicateKeys', duplicates.length, duplicates);
}

function noteSheets(notes: NoteTaker, { main, joined, history }: Dataset): void {
  const sheets = [main, joined?.table, history].flatMap((table) => table?.otherSheets ?? []);
  notes.set('sheetsLeftOut', sheets.length, [], cutText(sheets.join(', ')));
}

/** What became of a stage history: rows of no deal, unreadable ones, and deals older than it. */
export function noteHistory(
  notes: NoteTaker,
  history: StageHistory,
  deals: readonly DealRecord[],
  rowOfDeal: readonly number[],
): HistoryReport {
  const { report, unmatchedRows } = history.finish();
  notes.set('historyUnmatched', report.unmatched, unmatchedRows);
  notes.set('historyUnreadable', report.rejected, history.unreadable);
  const older = deals.flatMap((deal, index) =>
    history.isOlder(deal.created) ? [rowOfDeal[index] ?? 0] : [],
  );
  const { firstDay } = history;
  notes.set('historyBegins', older.length, older, firstDay === null ? undefined : isoDay(firstDay));
  return report;
}
