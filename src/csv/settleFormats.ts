import type { ColumnReader } from './dataset';
import { detectDateFormat } from './dates';
import type { DateFormat } from './dates';
import { detectDecimalMark } from './numbers';
import type { NumberFinding } from './numbers';

function* cells(reader: ColumnReader, rows: readonly number[]): Generator<string> {
  for (const row of rows) yield reader.read(row);
}

/** How to read a date column: as the mapping says, else as its values say, else day first. */
export function settleDateFormat(
  reader: ColumnReader,
  rows: readonly number[],
): DateFormat & { question: string | null } {
  const finding = detectDateFormat(cells(reader, rows));
  const { dateOrder } = reader.column;
  return {
    order: dateOrder ?? finding.order,
    isSerial: finding.isSerial,
    question: dateOrder === undefined ? finding.ambiguous : null,
  };
}

/** How to read a number column: as the mapping says, else as its values say, else grouped thousands. */
export function settleDecimalMark(reader: ColumnReader, rows: readonly number[]): NumberFinding {
  const finding = detectDecimalMark(cells(reader, rows));
  const { decimalMark } = reader.column;
  return decimalMark === undefined ? finding : { ...finding, mark: decimalMark, ambiguous: null };
}
