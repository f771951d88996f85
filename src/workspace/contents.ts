import type { DealRecord } from '../engine';
import type { DealEdit, ImportRecord, PlanBook, Settings } from './types';

/** Everything that is saved, without how. */
export interface WorkspaceContents {
  settings: Settings | null;
  plans: PlanBook | null;
  imports: readonly ImportRecord[];
  /** Deals by import id; an entry for each import. */
  deals: ReadonlyMap<string, readonly DealRecord[]>;
  edits: readonly DealEdit[];
}

/** A workspace whose active import is not among its imports has none: the plan alone is forecast. */
export function withKnownActiveImport(contents: WorkspaceContents): WorkspaceContents {
  const { settings, imports } = contents;
  if (!settings || imports.some(({ id }) => id === settings.activeImport)) return contents;
  return { ...contents, settings: { ...settings, activeImport: null } };
}
