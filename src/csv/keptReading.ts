import type { Day } from '../engine';
import type { ImportMapping } from '../workspace/importTypes';
import type { BuiltDeals } from './buildDeals';
import type { SourceFile } from './sourceFile';
import type { Table } from './table';

interface Built {
  tables: readonly Table[];
  key: string;
  deals: BuiltDeals;
}

/**
 * What was read of the files that were looked at last: their tables, and the deals they made. To look at them again under
 * another mapping, or to import them, then reads nothing twice. It takes the memory that reading takes anyway, until it is
 * forgotten: with the next files, or once the deals are handed over.
 */
export class KeptReading {
  #files: string | null = null;
  #tables: readonly Table[] | null = null;
  #built: Built | null = null;

  forget(): void {
    this.#files = null;
    this.#tables = null;
    this.#built = null;
  }

  /** The tables of these files; null where other ones were read last. */
  tablesOf(files: readonly SourceFile[]): readonly Table[] | null {
    return this.#files !== null && this.#files === nameFiles(files) ? this.#tables : null;
  }

  keepTables(files: readonly SourceFile[], tables: readonly Table[]): void {
    this.#files = nameFiles(files);
    this.#tables = tables;
    this.#built = null;
  }

  /** The deals of these tables as this mapping has them read; null where that was not asked for last. */
  builtOf(tables: readonly Table[], mapping: ImportMapping, today: Day): BuiltDeals | null {
    const built = this.#built;
    return built?.tables === tables && built.key === keyOf(mapping, today) ? built.deals : null;
  }

  keepBuilt(tables: readonly Table[], mapping: ImportMapping, today: Day, deals: BuiltDeals): void {
    // Another reading may have begun meanwhile.
    if (this.#tables === tables) this.#built = { tables, key: keyOf(mapping, today), deals };
  }

  /** Makes room for the deals of another mapping. */
  forgetBuilt(): void {
    this.#built = null;
  }
}

/** Names the files by what changes with every change of a file; null where that is not known of all of them. */
function nameFiles(files: readonly SourceFile[]): string | null {
  // A device that does not tell the day says 0.
  if (files.some(({ lastModified = 0 }) => lastModified === 0)) return null;
  return JSON.stringify(files.map(({ name, size, type, lastModified }) => [name, size, type, lastModified]));
}

/** All that deals are read by. What kind a source is of, and what is left out, is laid over them later. */
function keyOf(mapping: ImportMapping, today: Day): string {
  const readBy: ImportMapping = { ...mapping, sources: {} };
  delete readBy.leaveOut;
  delete readBy.leaveOutSources;
  delete readBy.leaveOutPipelines;
  return JSON.stringify([today, inOrder(readBy)]);
}

/** The same value with the fields of its objects in one order: a mapping that was stored has another one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([field, member]) => [field, inOrder(member)]);
}
