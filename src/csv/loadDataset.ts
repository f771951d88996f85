import type { ColumnMapping, HistoryMapping, ImportMapping } from '../workspace/importTypes';
import { DEALS_PER_IMPORT } from '../workspace/limits';
import { classifyRows } from './classifyRows';
import type { ClassifiedRows } from './classifyRows';
import { joinedFileOf } from './dataset';
import type { Dataset } from './dataset';
import { findHistory, isHistoryAlone } from './findHistory';
import { findJoinKeys, joinTables } from './join';
import { fail, succeed } from './problem';
import { profileColumns } from './profileColumns';
import type { ColumnProfile } from './profileColumns';
import { MOST_ROWS, readTable } from './readTable';
import type { Table } from './table';
import { recogniseColumns } from './recognise';
import { settleCloseDate } from './settleCloseDate';
import type { ImportOptions, SourceFile } from './sourceFile';
import { stackTables } from './stackTables';
import type { ImportResult } from './types';
import { recogniseVendor } from './vendors';

export interface LoadedFiles {
  tables: readonly Table[];
  /** By file; empty where the mapping was given and nothing had to be recognised. */
  profiles: readonly (readonly ColumnProfile[])[];
  dataset: Dataset;
  rows: ClassifiedRows;
  mapping: ImportMapping;
}

/** As many as an import's record holds the names of. */
const MOST_FILES = 100;
/** Once those alike are put together: deals, a file joined to them, their stage history. */
const MOST_TABLES = 3;

/** Reads the files, finds out what their columns hold unless `mapping` says it, and joins them. */
export async function loadDataset(
  files: readonly SourceFile[],
  mapping: ImportMapping | null,
  withProfiles: boolean,
  options: ImportOptions,
): Promise<ImportResult<LoadedFiles>> {
  if (files.length === 0) return fail('emptyFile', { file: '' });
  if (files.length > MOST_FILES) return fail('tooManyFiles', { count: files.length });
  const read = await readOrReuse(files, options);
  if (!read.ok) return read;
  const tables = read.value;
  if (tables.length > MOST_TABLES) return fail('tooManyFiles', { count: tables.length });
  const rows = tables.reduce((sum, table) => sum + table.rowCount, 0);
  if (rows > MOST_ROWS) return fail('tooManyRows', { file: files[0]?.name ?? '', limit: DEALS_PER_IMPORT });
  const profiles = mapping === null || withProfiles ? tables.map(profileColumns) : [];
  const found = mapping === null ? recogniseFiles(tables, profiles) : succeed(mapping);
  if (!found.ok) return found;
  const dataset = joinFiles(tables, found.value);
  if (dataset === null) {
    return fail('noCommonKey', { first: tables[0]?.file ?? '', second: tables[1]?.file ?? '' });
  }
  return succeed({ tables, profiles, dataset, rows: classifyRows(dataset.main), mapping: found.value });
}

/** Tables of the files, those of the same columns put together. */
async function readOrReuse(
  files: readonly SourceFile[],
  options: ImportOptions,
): Promise<ImportResult<readonly Table[]>> {
  const { kept } = options;
  const before = kept?.tablesOf(files);
  if (before) return succeed(before);
  // Both readings at once would take twice the memory.
  kept?.forget();
  const read = await readTables(files, options);
  if (!read.ok) return read;
  const tables = stackTables(read.value);
  kept?.keepTables(files, tables);
  return succeed(tables);
}

async function readTables(
  files: readonly SourceFile[],
  options: ImportOptions,
): Promise<ImportResult<Table[]>> {
  const tables: Table[] = [];
  const total = Math.max(
    1,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  let before = 0;
  for (const file of files) {
    const start = before;
    const table = await readTable(file, {
      ...options,
      onProgress: (done) => options.onProgress?.((start + done * file.size) / total),
    });
    if (!table.ok) return table;
    tables.push(table.value);
    before += file.size;
  }
  return succeed(tables);
}

function joinFiles(tables: readonly Table[], mapping: ImportMapping): Dataset | null {
  const main = tables[mapping.mainFile];
  if (!main) return null;
  const history = mapping.history === undefined ? null : tables[mapping.history.file];
  if (history === undefined || history === main) return null;
  const second = tables[joinedFileOf(mapping)];
  if (!second) return { main, joined: null, history };
  if (!mapping.join) return null;
  const { keyIndex, joinedKeyIndex } = mapping.join;
  return { main, joined: joinTables(main, second, keyIndex, joinedKeyIndex), history };
}

/** The first table that tells the stages of another one's deals. */
function findHistoryFile(tables: readonly Table[]): HistoryMapping | null {
  for (const [file, table] of tables.entries()) {
    for (const main of tables) {
      const history = main === table ? null : findHistory(main, table, file);
      if (history) return history;
    }
  }
  return null;
}

function recogniseFiles(
  tables: readonly Table[],
  profiles: readonly (readonly ColumnProfile[])[],
): ImportResult<ImportMapping> {
  const found = tables.length > 1 ? findHistoryFile(tables) : null;
  const [first, second, third] = tables.filter((_, file) => file !== found?.file);
  if (!first) return fail('emptyFile', { file: '' });
  if (isHistoryAlone(first) && !second) return fail('onlyHistory', { file: first.file });
  if (third) return fail('tooManyFiles', { count: tables.length });
  const keys = second ? findJoinKeys(first, second) : null;
  if (second && !keys) return fail('noCommonKey', { first: first.file, second: second.file });
  const main = keys?.mainFile === 1 && second ? second : first;
  const mainFile = tables.indexOf(main);
  const joined = main === first ? second : first;
  const vendor = recogniseVendor(main.headers);
  const columns = settleCloseDate(main, recogniseColumns(main, profiles[mainFile] ?? [], vendor), vendor);
  const join =
    keys && joined
      ? {
          keyIndex: keys.keyIndex,
          joinedKeyIndex: keys.joinedKeyIndex,
          columns: addedColumns(
            columns,
            recogniseColumns(joined, profiles[tables.indexOf(joined)] ?? [], 'generic'),
          ),
        }
      : null;
  const historyTable = found === null ? undefined : tables[found.file];
  // The key may have been found in the joined file; the deals are what it must name.
  const history = historyTable && found ? findHistory(main, historyTable, found.file) : null;
  if (historyTable && !history) {
    return fail('noCommonKey', { first: main.file, second: historyTable.file });
  }
  return succeed({
    vendor,
    columns: join ? withoutGuesses(columns, join.columns) : columns,
    mainFile,
    join,
    ...(history && { history }),
    outcomes: {},
    stageOrder: [],
    sources: {},
    currency: '',
    dataDay: null,
  });
}

/** The joined file adds what the main one lacks; its status and stage are of something else (a lead, an invoice). */
function addedColumns(main: readonly ColumnMapping[], joined: readonly ColumnMapping[]): ColumnMapping[] {
  const known = new Set(
    main.filter(({ confidence }) => confidence !== 'guess').map(({ meaning }) => meaning),
  );
  const hasOutcome = known.has('status') || known.has('stage');
  return joined.map((column) => {
    const isOutcome = ['status', 'stage', 'wonOn', 'lostOn', 'closed', 'closeDate'].includes(column.meaning);
    const isOutside = column.meaning === 'id' || column.meaning === 'stageEntry';
    const isAdded = !known.has(column.meaning) && !isOutside && !(isOutcome && hasOutcome);
    return isAdded && column.confidence !== 'guess' ? column : { ...column, meaning: 'ignore' };
  });
}

/** A guess in the main file gives way to a name that is known in the joined one. */
function withoutGuesses(main: readonly ColumnMapping[], joined: readonly ColumnMapping[]): ColumnMapping[] {
  const added = new Set(joined.map(({ meaning }) => meaning));
  return main.map((column) =>
    column.confidence === 'guess' && column.meaning !== 'ignore' && added.has(column.meaning)
      ? { ...column, meaning: 'ignore' }
      : column,
  );
}
