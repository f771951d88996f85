import { DEALS_PER_IMPORT } from '../../workspace/limits';
import { findMissingColumns } from '../findMissingColumns';
import { fail, succeed } from '../problem';
import { profileColumns } from '../profileColumns';
import { recogniseColumns } from '../recognise';
import type { ImportOptions, SourceFile } from '../sourceFile';
import type { Table } from '../table';
import { TableBuilder } from '../tableBuilder';
import type { ImportResult } from '../types';
import { recogniseVendor } from '../vendors';
import { readWorkbook } from './workbook';
import type { Sheet } from './workbook';

/**
 * A workbook as the same cells that a CSV gives, from the sheet that looks most like a list of deals; the others that
 * hold something are named in `otherSheets`. Problems: `emptyFile`, `onlyHeader`, `tooManyRows`, `cancelled`. Throws on
 * a damaged file.
 */
export async function readXlsxTable(
  file: SourceFile,
  mostRows: number,
  options: ImportOptions,
): Promise<ImportResult<Table>> {
  const sheets = await readWorkbook(file, mostRows, options);
  if (sheets === null) return fail('cancelled');
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.some(({ rows }) => rows.length > mostRows)) {
    return fail('tooManyRows', { file: file.name, limit: DEALS_PER_IMPORT });
  }
  const tables = filled.map((sheet) => ({ sheet, table: tableOf(file, sheet) }));
  const ranked = tables
    .flatMap(({ sheet, table }) =>
      table.ok ? [{ sheet, table: table.value, rank: rankOf(table.value) }] : [],
    )
    .sort((a, b) => b.rank - a.rank);
  const [best] = ranked;
  if (!best) return tables[0]?.table ?? fail('emptyFile', { file: file.name });
  const otherSheets = filled.filter((sheet) => sheet !== best.sheet).map(({ name }) => name);
  return succeed({ ...best.table, otherSheets });
}

function tableOf(file: SourceFile, { rows }: Sheet): ImportResult<Table> {
  const builder = new TableBuilder();
  for (const row of rows) builder.addRow(row, false);
  return builder.finish({ file: file.name, bytes: file.size, encoding: 'xlsx', delimiter: '' });
}

/** How much a sheet looks like deals: what it lacks weighs most, then what is recognised in it, then its length. */
function rankOf(table: Table): number {
  const columns = recogniseColumns(table, profileColumns(table), recogniseVendor(table.headers));
  const missing = findMissingColumns({ columns, join: null });
  const known = columns.filter(({ meaning }) => meaning !== 'ignore').length;
  return -1000 * missing.length + 10 * known + Math.log10(1 + table.rowCount);
}
