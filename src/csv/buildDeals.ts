import type { Day, DealRecord } from '../engine';
import type { ImportMapping, ImportReport, RowIssue } from '../workspace/importTypes';
import type { ClassifiedRows } from './classifyRows';
import { currencyCode } from './currency';
import { cutText } from './cutText';
import { inferDataDay } from './dataDay';
import type { Dataset } from './dataset';
import { findRoundedIds, IdMaker } from './dealIds';
import { mainCurrency, noteDeals } from './noteDeals';
import { noteHistory, noteWholeFile } from './noteWholeFile';
import { NoteTaker } from './notes';
import { readDeal } from './readDeal';
import type { RowFault } from './readDeal';
import { compileFields } from './readFields';
import type { Fields } from './readFields';
import { fileOfRow, partOfRow, rowCells, rowNumber } from './table';
import { pause } from './sourceFile';
import type { ImportOptions } from './sourceFile';

export interface BuiltDeals {
  deals: readonly DealRecord[];
  report: ImportReport;
  inferredDataDay: Day | null;
}

/** Rows between two pauses. */
const ROWS_AT_ONCE = 5000;

/**
 * All rows as deals and a report that accounts for every row. Of rows with the same id the last counts, the earlier
 * ones are duplicates; without ids, rows alike in every cell are. null = cancelled.
 */
export async function buildDeals(
  dataset: Dataset,
  rows: ClassifiedRows,
  mapping: ImportMapping,
  today: Day,
  options: ImportOptions,
): Promise<BuiltDeals | null> {
  const fields = compileFields(dataset, mapping, rows.data);
  const notes = new NoteTaker();
  const rounded = fields.text.id ? findRoundedIds(fields.text.id, rows.data) : [];
  const firstRounded = rounded[0];
  if (firstRounded !== undefined) {
    const numbers = rounded.map((row) => rowNumber(dataset.main, row));
    notes.set('numericIdsRounded', rounded.length, numbers, fields.text.id?.text(firstRounded));
  }
  const collected = new DealCollector(dataset, fields, rounded.length > 0);
  for (let index = 0; index < rows.classes.length; index += 1) {
    const rowClass = rows.classes[index];
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
      await pause();
      if (options.isCancelled?.()) return null;
    }
    if (rowClass === 'broken' || rowClass === 'tooLong') {
      const cells = rowCells(dataset.main, index);
      const value =
        rowClass === 'broken'
          ? cells.join(dataset.main.delimiter)
          : (cells[dataset.main.headers.length] ?? '');
      const code = rowClass === 'broken' ? 'badQuotes' : 'tooManyColumns';
      collected.reject(index, { code, column: '', value }, notes);
    } else if (rowClass === 'data') {
      const fault = rows.endsEarly ? null : findMissingCells(dataset, fields, index);
      if (fault) collected.reject(index, fault, notes);
      else collected.take(index, readDeal(fields, mapping, index, today), notes);
    }
  }
  return collected.finish(rows, mapping, today, notes);
}

/** A row that ends before a column that matters was torn apart, by a line break without quotes for one. */
function findMissingCells(dataset: Dataset, fields: Fields, row: number): RowFault | null {
  const { main } = dataset;
  const width = main.widths[row] ?? 0;
  if (width >= main.headers.length) return null;
  const { created, closed, wonOn, lostOn, closeDate } = fields.days;
  const needed = [
    created,
    closed,
    wonOn,
    lostOn,
    closeDate,
    fields.amount,
    fields.text.status,
    fields.text.stage,
  ];
  const cut = needed.find((field) => field?.isMain === true && field.index >= width);
  return cut
    ? { code: 'tooFewColumns', column: cut.header, value: rowCells(main, row).join(main.delimiter) }
    : null;
}

/** What can be told of a row that is no deal. */
function nameRow({ text, amount }: Fields, row: number): Pick<DealRecord, 'name' | 'amount' | 'currency'> {
  const value = amount?.parse(row) ?? null;
  return {
    name: text.name?.text(row) || (text.company?.text(row) ?? ''),
    amount: value === 'unreadable' ? null : value,
    currency: currencyCode(text.currency?.text(row) ?? ''),
  };
}

class DealCollector {
  private readonly deals: DealRecord[] = [];
  private readonly rowOfDeal: number[] = [];
  private readonly positionOfId = new Map<string, number>();
  private readonly partOfDeal: number[] = [];
  private readonly partOfContent = new Map<string, number>();
  private readonly ids = new IdMaker();
  private readonly issues: RowIssue[] = [];
  private latestFact: Day | null = null;
  private duplicates = 0;
  private duplicatesAcrossFiles = 0;

  constructor(
    private readonly dataset: Dataset,
    private readonly fields: Fields,
    private readonly ignoresIds: boolean,
  ) {}

  /** `named`: what can be told of the deal that the row might have been. */
  reject(row: number, fault: RowFault, notes: NoteTaker, named?: ReturnType<typeof nameRow>): void {
    const { main } = this.dataset;
    const { code, column, value } = fault;
    notes.add('rejectedRows', rowNumber(main, row), named, cutText(value));
    this.issues.push({
      file: fileOfRow(main, row),
      row: rowNumber(main, row),
      column,
      value: cutText(value),
      code,
    });
  }

  take(row: number, read: ReturnType<typeof readDeal>, notes: NoteTaker): void {
    const number = rowNumber(this.dataset.main, row);
    if (read.fault) {
      this.reject(row, read.fault, notes, nameRow(this.fields, row));
      return;
    }
    const part = partOfRow(this.dataset.main, row);
    const given = this.ignoresIds ? '' : read.deal.id;
    if (given === '') {
      const content = rowCells(this.dataset.main, row).join('\u001f');
      const earlier = this.partOfContent.get(content);
      if (earlier !== undefined) {
        this.countDuplicate(earlier, part);
        notes.add('duplicateRows', number, read.deal);
        return;
      }
      this.partOfContent.set(content, part);
    }
    const id = given === '' ? this.ids.make(read.deal) : given;
    const name = read.deal.name || (read.deal.company ?? id);
    const isWhole = id === read.deal.id && name === read.deal.name;
    const deal = isWhole ? read.deal : { ...read.deal, id, name };
    for (const code of read.notes) notes.add(code, number, deal);
    this.fields.history?.take(row);
    this.latestFact = Math.max(this.latestFact ?? read.latestFact, read.latestFact);
    const earlier = this.positionOfId.get(id);
    if (earlier !== undefined) {
      this.countDuplicate(this.partOfDeal[earlier] ?? part, part);
      notes.add('duplicateRows', number, deal);
      this.partOfDeal[earlier] = part;
      this.deals[earlier] = deal;
      this.rowOfDeal[earlier] = number;
      return;
    }
    this.positionOfId.set(id, this.deals.length);
    this.deals.push(deal);
    this.rowOfDeal.push(number);
    this.partOfDeal.push(part);
  }

  private countDuplicate(earlierPart: number, part: number): void {
    this.duplicates += 1;
    if (earlierPart !== part) this.duplicatesAcrossFiles += 1;
  }

  finish(rows: ClassifiedRows, mapping: ImportMapping, today: Day, notes: NoteTaker): BuiltDeals {
    const deals = this.fields.isOwn ? this.deals : withoutZeroLosses(this.deals);
    const inferredDataDay = inferDataDay(deals, this.latestFact, today);
    const dataDay = mapping.dataDay ?? inferredDataDay ?? today;
    const { rowOfDeal, fields, dataset } = this;
    const hasSources = fields.text.source !== undefined;
    noteDeals(notes, { deals, rowOfDeal, dataDay, hasSources, hasAmounts: fields.amount !== null });
    noteWholeFile(notes, dataset, fields);
    const history = this.fields.history
      ? noteHistory(notes, this.fields.history, deals, this.rowOfDeal)
      : null;
    const count = (wanted: string): number => rows.classes.filter((rowClass) => rowClass === wanted).length;
    return {
      deals,
      inferredDataDay,
      report: {
        rows: rows.classes.length,
        deals: deals.length,
        rejected: this.issues.length,
        duplicates: this.duplicates,
        blank: count('blank'),
        footer: count('footer'),
        repeatedHeader: count('repeatedHeader'),
        issues: this.issues,
        notes: notes.list(mainCurrency(deals)),
        dataDay,
        ...(this.dataset.main.parts.length > 1 && { duplicatesAcrossFiles: this.duplicatesAcrossFiles }),
        ...(history && { history }),
      },
    };
  }
}

/** Where every lost deal is worth 0 while won ones are not, the export keeps no amount for losses: missing, not 0. */
function withoutZeroLosses(deals: readonly DealRecord[]): readonly DealRecord[] {
  const lost = deals.filter(({ outcome, amount }) => outcome === 'lost' && amount !== null);
  const hasValues = deals.some(({ outcome, amount }) => outcome === 'won' && amount !== null && amount > 0);
  if (!hasValues || lost.length === 0 || lost.some(({ amount }) => amount !== 0)) return deals;
  return deals.map((deal) => (deal.outcome === 'lost' ? { ...deal, amount: null } : deal));
}
