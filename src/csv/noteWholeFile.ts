import { isoDay } from '../engine';
import type { Day, DealRecord } from '../engine';
import type { HistoryReport } from '../workspace/importTypes';
import { cutText, isCutText } from './cutText';
import type { Dataset } from './dataset';
import type { NoteTaker } from './notes';
import { isNoDeal } from './outcomes';
import type { Fields } from './readFields';
import type { StageHistory } from './stageHistory';
import { rowNumber } from './table';

interface WholeFile {
  deals: readonly DealRecord[];
  /** Spreadsheet row of each deal. */
  rowOfDeal: readonly number[];
  dataDay: Day;
  fields: Fields;
  dataset: Dataset;
}

/** Wins made on the day they were entered are worth a note from this many and this share on. */
const SAME_DAY_WINS = 5;
const SAME_DAY_SHARE = 0.1;

/** Notes that only the whole file shows. */
export function noteWholeFile(notes: NoteTaker, file: WholeFile): void {
  const { deals, dataDay, fields } = file;
  noteDeals(
    notes,
    'expectedInPast',
    file,
    ({ expectedClose }) => expectedClose !== null && expectedClose < dataDay,
  );
  noteDeals(notes, 'textCut', file, hasCutText);
  noteDeals(notes, 'closedInFuture', file, ({ closed }) => closed !== null && closed > dataDay);
  const won = deals.filter(({ outcome }) => outcome === 'won').length;
  const lost = deals.filter(({ outcome }) => outcome === 'lost').length;
  const isSameDay = ({ outcome, closed, created }: DealRecord): boolean =>
    outcome === 'won' && closed === created;
  const sameDay = deals.filter(isSameDay).length;
  if (sameDay >= SAME_DAY_WINS && sameDay >= won * SAME_DAY_SHARE)
    noteDeals(notes, 'sameDayWins', file, isSameDay);
  if (!fields.text.source) notes.set('noSourceColumn', deals.length);
  if (!fields.amount) notes.set('noAmountColumn', deals.length);
  if (won + lost === 0) notes.set('onlyOpen', deals.length);
  else if (won === deals.length) notes.set('onlyWon', won);
  else if (lost === 0) notes.set('noLost', deals.length);
  noteDeals(notes, 'notRealLosses', file, noDealFinder(), ({ lostReason }) => lostReason ?? '');
  noteCurrencies(notes, file);
  noteJoin(notes, file);
  noteSheets(notes, file.dataset);
}

function hasCutText(deal: DealRecord): boolean {
  return (
    isCutText(deal.id) ||
    isCutText(deal.name) ||
    isCutText(deal.company) ||
    isCutText(deal.owner) ||
    isCutText(deal.source) ||
    isCutText(deal.pipeline) ||
    isCutText(deal.stage) ||
    isCutText(deal.lostReason) ||
    isCutText(deal.category)
  );
}

/** Whether a deal is lost for a reason that says it was none, each reason thought about once. */
function noDealFinder(): (deal: DealRecord) => boolean {
  const known = new Map<string, boolean>();
  return ({ outcome, lostReason }) => {
    if (outcome !== 'lost' || lostReason === null) return false;
    let isNone = known.get(lostReason);
    if (isNone === undefined) known.set(lostReason, (isNone = isNoDeal(lostReason)));
    return isNone;
  };
}

function noteDeals(
  notes: NoteTaker,
  code: Parameters<NoteTaker['set']>[0],
  { deals, rowOfDeal }: WholeFile,
  isMeant: (deal: DealRecord) => boolean,
  exampleOf?: (deal: DealRecord) => string,
): void {
  const rows: number[] = [];
  for (const [index, deal] of deals.entries()) if (isMeant(deal)) rows.push(rowOfDeal[index] ?? 0);
  const first = exampleOf && deals.find(isMeant);
  notes.set(code, rows.length, rows, first && exampleOf?.(first));
}

/** Deals that are not in the file's commonest currency. */
function noteCurrencies(notes: NoteTaker, file: WholeFile): void {
  const counts = new Map<string, number>();
  for (const { currency } of file.deals) {
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  if (ranked.length < 2) return;
  const main = ranked[0]?.[0];
  const others = ranked.slice(1).map(([currency]) => currency);
  const rows: number[] = [];
  file.deals.forEach(({ currency }, index) => {
    if (currency !== null && currency !== main) rows.push(file.rowOfDeal[index] ?? 0);
  });
  notes.set('severalCurrencies', rows.length, rows, cutText(others.join(', ')));
}

/**
 * Keys that found no partner. Where the second file says which deals closed, a deal without a row in it is an open
 * deal and nothing is missing.
 */
function noteJoin(notes: NoteTaker, { dataset, fields }: WholeFile): void {
  const { joined, main } = dataset;
  if (!joined) return;
  const used = new Set(joined.rowOf);
  const unused = joined.table.rows.flatMap((row, index) =>
    used.has(index) || row.every((cell) => cell.trim() === '') ? [] : [rowNumber(joined.table, index)],
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
