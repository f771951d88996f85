import type { ColumnMapping, HistoryMapping, ImportMapping, Meaning } from '../workspace/importTypes';
import { detectDateFormat, readDay } from './dates';
import type { LoadedFiles } from './loadDataset';
import { detectDecimalMark, readNumber } from './numbers';
import { countColumn, sampleRows } from './profileColumns';
import { DATE_MEANINGS } from './recognise';
import { rowCells } from './table';
import type { Table } from './table';
import type { InspectedColumn, InspectedFile } from './types';

const ROWS_SHOWN = 5;
/** A value that would be another day or number under another order or mark. */
const READS_BOTH_WAYS = /^(0?[1-9]|1[0-2])[./-](0?[1-9]|1[0-2])[./-]\d|\d[.,]\d{3}$/;

/** The files as a screen shows them: what each column holds, with a value and how it is read, and the first rows. */
export function describeFiles({ tables, profiles }: LoadedFiles, mapping: ImportMapping): InspectedFile[] {
  return tables.map((table, file) => {
    const role = file === mapping.mainFile ? 'deals' : file === mapping.history?.file ? 'history' : 'joined';
    const columns =
      role === 'deals'
        ? mapping.columns
        : role === 'history'
          ? historyColumns(table, mapping.history)
          : (mapping.join?.columns ?? []);
    const shown = Array.from({ length: Math.min(ROWS_SHOWN, table.rowCount) }, (_, row) => row);
    return {
      name: table.file,
      role,
      parts: table.parts.map(({ file: name, start }, index) => ({
        name,
        rows: (table.parts[index + 1]?.start ?? table.rowCount) - start,
      })),
      sampleRows: shown.map((row) => rowCells(table, row).slice(0, table.headers.length)),
      bytes: table.bytes,
      encoding: table.encoding,
      delimiter: table.delimiter,
      rows: table.rowCount,
      columns: (profiles[file] ?? []).map(({ index, header, samples, filled }): InspectedColumn => {
        const column = columns.find((candidate) => candidate.index === index) ?? ignored(index, header);
        const example = exampleOf(table, column);
        return { ...column, samples, filled, ...(example && { example }) };
      }),
    };
  });
}

function ignored(index: number, header: string): ColumnMapping {
  return { index, header, meaning: 'ignore', confidence: 'sure' };
}

/** The columns of a stage history by the nearest meanings that the columns of deals have. */
function historyColumns(table: Table, history: HistoryMapping | undefined): ColumnMapping[] {
  if (!history) return [];
  const column = (index: number | null, meaning: Meaning): ColumnMapping[] =>
    index === null ? [] : [{ index, header: table.headers[index] ?? '', meaning, confidence: 'likely' }];
  const [date] = column(history.dateIndex, 'stageEntry');
  return [
    ...column(history.historyKeyIndex, 'id'),
    ...column(history.stageIndex, 'stage'),
    ...column(history.fromIndex, 'previousStage'),
    ...(date ? [{ ...date, ...(history.dateOrder && { dateOrder: history.dateOrder }) }] : []),
  ];
}

function exampleOf(table: Table, column: ColumnMapping): InspectedColumn['example'] {
  const isDate = DATE_MEANINGS.has(column.meaning);
  if (!isDate && column.meaning !== 'amount') return undefined;
  const counted = [...countColumn(table, column.index, sampleRows(table))];
  const cells = counted.map(([text]) => text.trim()).filter((text) => text !== '');
  const both = cells.find((text) => READS_BOTH_WAYS.test(text));
  const candidates = both === undefined ? cells : [both, ...cells];
  if (isDate) {
    const finding = detectDateFormat(counted);
    const format = { ...finding, order: column.dateOrder ?? finding.order };
    for (const text of candidates) {
      const day = readDay(text, format);
      if (day !== null) return { text, day };
    }
    return undefined;
  }
  const mark = column.decimalMark ?? detectDecimalMark(counted).mark;
  for (const text of candidates) {
    const amount = readNumber(text, mark);
    if (amount !== null) return { text, amount };
  }
  return undefined;
}
