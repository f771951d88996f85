import type { DealBlock } from './blocks';

/** Tables of one workspace, each with its key. */
export const TABLES = {
  documents: 'name',
  imports: 'id',
  blocks: '[importId+index]',
  edits: 'dealId',
} as const;

/**
 * Of version 'dealEdits' on: the imported files themselves. In transactions of their own wherever that will do, for to write
 * them may take a second, which nothing else is to wait for.
 */
export const FILES_TABLE = { files: 'importId' } as const;

/** Values are unknown on the way out: only `restore` says what they are. */
export interface DocumentRow {
  /** `plan`: all plans; the row is older than there being several. */
  name: 'settings' | 'plan' | 'trackRecord' | 'keptFit';
  value: unknown;
}
export interface ImportRow {
  id: string;
  record: unknown;
}
export interface BlockRow extends Omit<DealBlock, 'deals'> {
  deals: unknown;
}
export interface EditRow {
  dealId: string;
  isExcluded: unknown;
  changes: unknown;
  added: unknown;
  ofExample?: unknown;
}
export interface FilesRow {
  importId: string;
  files: unknown;
}
