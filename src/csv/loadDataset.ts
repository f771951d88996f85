import type { ColumnMapping, ImportMapping } from '../workspace/importTypes';
import { classifyRows } from './classifyRows';
import type { ClassifiedRows } from './classifyRows';
import type { Dataset } from './dataset';
import { findJoinKeys, joinTables } from './join';
import { fail, succeed } from './problem';
import { profileColumns } from './profileColumns';
import type { ColumnProfile } from './profileColumns';
import { readTable } from './readTable';
import type { Table } from './readTable';
import { recogniseColumns } from './recognise';
import { settleCloseDate } from './settleCloseDate';
import type { ImportOptions, SourceFile } from './sourceFile';
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

const MOST_FILES = 2;

/** Reads the files, finds out what their columns hold unless `mapping` says it, and joins them. */
export async function loadDataset(
  files: readonly SourceFile[],
  mapping: ImportMapping | null,
  withProfiles: boolean,
  options: ImportOptions,
): Promise<ImportResult<LoadedFiles>> {
  if (files.length === 0) return fail('emptyFile', { file: '' });
  if (files.length > MOST_FILES) return fail('tooManyFiles', { count: files.length });
  const tables: Table[] = [];
  const sizes = files.map(({ size }) => size);
  const total = Math.max(
    1,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  for (const [index, file] of files.entries()) {
    const before = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
    const table = await readTable(file, {
      ...options,
      onProgress: (done) => options.onProgress?.((before + done * file.size) / total),
    });
    if (!table.ok) return table;
    tables.push(table.value);
  }
  const profiles = mapping === null || withProfiles ? tables.map(profileColumns) : [];
  const found = mapping === null ? recogniseFiles(tables, profiles) : succeed(mapping);
  if (!found.ok) return found;
  const dataset = joinFiles(tables, found.value);
  if (dataset === null) {
    return fail('noCommonKey', { first: tables[0]?.file ?? '', second: tables[1]?.file ?? '' });
  }
  return succeed({ tables, profiles, dataset, rows: classifyRows(dataset.main), mapping: found.value });
}

function joinFiles(tables: readonly Table[], mapping: ImportMapping): Dataset | null {
  const main = tables[mapping.mainFile];
  if (!main) return null;
  const second = tables[1 - mapping.mainFile];
  if (!second) return { main, joined: null };
  if (!mapping.join) return null;
  const { keyIndex, joinedKeyIndex } = mapping.join;
  return { main, joined: joinTables(main, second, keyIndex, joinedKeyIndex) };
}

function recogniseFiles(
  tables: readonly Table[],
  profiles: readonly (readonly ColumnProfile[])[],
): ImportResult<ImportMapping> {
  const [first, second] = tables;
  if (!first) return fail('emptyFile', { file: '' });
  const keys = second ? findJoinKeys(first, second) : null;
  if (second && !keys) return fail('noCommonKey', { first: first.file, second: second.file });
  const mainFile = keys?.mainFile ?? 0;
  const main = tables[mainFile] ?? first;
  const vendor = recogniseVendor(main.headers);
  const columns = settleCloseDate(main, recogniseColumns(main, profiles[mainFile] ?? [], vendor), vendor);
  const joined = tables[1 - mainFile];
  const join =
    keys && joined
      ? {
          keyIndex: keys.keyIndex,
          joinedKeyIndex: keys.joinedKeyIndex,
          columns: addedColumns(columns, recogniseColumns(joined, profiles[1 - mainFile] ?? [], 'generic')),
        }
      : null;
  return succeed({
    vendor,
    columns: join ? withoutGuesses(columns, join.columns) : columns,
    mainFile,
    join,
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
