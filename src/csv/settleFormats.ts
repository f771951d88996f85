import { countCells } from './column';
import type { ColumnReader } from './dataset';
import { detectDateFormat, isIso, isSerialNumber } from './dates';
import type { DateFormat } from './dates';
import { detectDecimalMark } from './numbers';
import type { DecimalMark } from '../workspace/importTypes';

/** How to read a date column: as the mapping says, else as its values say, else day first. */
export function settleDateFormat(
  reader: ColumnReader,
  rows: readonly number[],
): DateFormat & { question: string | null } {
  const { dateOrder } = reader.column;
  const { cells } = reader;
  if (cells.texts.every((text) => text === '' || isIso(text)))
    return { order: dateOrder ?? 'ymd', isSerial: false, question: null };
  if (dateOrder !== undefined && !mayHoldSerials(reader, rows)) {
    return { order: dateOrder, isSerial: false, question: null };
  }
  const finding = detectDateFormat(countCells(cells, rows));
  return {
    order: dateOrder ?? finding.order,
    isSerial: finding.isSerial,
    question: dateOrder === undefined ? finding.ambiguous : null,
  };
}

/** How to read a number column: as the mapping says, else as its values say, else grouped thousands. */
export function settleDecimalMark(
  reader: ColumnReader,
  rows: readonly number[],
): { mark: DecimalMark; question: string | null } {
  const { decimalMark } = reader.column;
  if (decimalMark !== undefined) return { mark: decimalMark, question: null };
  const { mark, ambiguous } = detectDecimalMark(countCells(reader.cells, rows));
  return { mark, question: ambiguous };
}

/** Whether a column may hold Excel's day numbers: its first filled cell is one. */
function mayHoldSerials(reader: ColumnReader, rows: readonly number[]): boolean {
  for (const row of rows) {
    const text = reader.read(row);
    if (text !== '') return isSerialNumber(text);
  }
  return false;
}
