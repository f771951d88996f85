import type { Meaning } from '../workspace/importTypes';
import { detectDateFormat } from './dates';
import type { LoadedFiles } from './loadDataset';
import { countColumn, sampleRows, type ColumnProfile } from './profileColumns';
import type { Table } from './table';

/** A column in which fewer cells are dates holds no dates. */
const LEAST_READABLE = 0.5;
/** Fewer distinct values say nothing, more are no stages. */
const LABELS = { least: 2, most: 60 };

/**
 * Which of the missing meanings no column could be given, however the user assigned them: no dates anywhere to be the
 * day of creation, no unused labels to tell open from closed. The others are for the user to point out.
 */
export function findUnassignable(missing: readonly Meaning[], loaded: LoadedFiles): Meaning[] {
  const { tables, profiles, mapping } = loaded;
  const isAnywhere = (holds: (table: Table, profile: ColumnProfile, file: number) => boolean): boolean =>
    tables.some((table, file) => (profiles[file] ?? []).some((profile) => holds(table, profile, file)));
  const isUnused = (file: number, index: number): boolean => {
    const columns = file === mapping.mainFile ? mapping.columns : (mapping.join?.columns ?? []);
    return (columns.find((column) => column.index === index)?.meaning ?? 'ignore') === 'ignore';
  };
  return missing.filter((meaning) =>
    meaning === 'created'
      ? !isAnywhere(holdsDates)
      : !isAnywhere((_, profile, file) => isUnused(file, profile.index) && holdsLabels(profile)),
  );
}

function holdsDates(table: Table, { index }: ColumnProfile): boolean {
  return detectDateFormat(countColumn(table, index, sampleRows(table))).readable >= LEAST_READABLE;
}

function holdsLabels({ labels }: ColumnProfile): boolean {
  return labels !== null && labels.size >= LABELS.least && labels.size <= LABELS.most;
}
