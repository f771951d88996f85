import type { ColumnReader } from './dataset';
import { detectDateFormat, mayHoldSerials } from './dates';
import type { DateFormat } from './dates';
import { detectDecimalMark } from './numbers';
import type { DecimalMark } from '../workspace/importTypes';

function* cells(reader: ColumnReader, rows: readonly number[]): Generator<string> {
  for (const row of rows) yield reader.read(row);
}

/** How to read a date column: as the mapping says, else as its values say, else day first. */
export function settleDateFormat(
  reader: ColumnReader,
  rows: readonly number[],
): DateFormat & { question: string | null } {
  const { dateOrder } = reader.column;
  if (dateOrder !== undefined && !mayHoldSerials(cells(reader, rows))) {
    return { order: dateOrder, isSerial: false, question: null };
  }
  const finding = detectDateFormat(cells(reader, rows));
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
  const { mark, ambiguous } = detectDecimalMark(cells(reader, rows));
  return { mark, question: ambiguous };
}
