import { KEPT_FORECASTS, NAME_LENGTH } from '../../workspace/limits';
import type { SharedForecast } from '../../workspace/sharedForecast';
import type { KeptForecast } from '../../workspace/types';
import type { Workspace } from '../workspace.svelte';
import { newId } from '../newId';

export const MOST_KEPT = KEPT_FORECASTS;
export const KEPT_NAME_LENGTH = NAME_LENGTH;

export type KeptNameProblem = 'empty' | 'tooLong';

/** Why a kept forecast can't be called that; null where it can. */
export function keptNameProblem(name: string): KeptNameProblem | null {
  if (name.trim() === '') return 'empty';
  return name.trim().length > NAME_LENGTH ? 'tooLong' : null;
}

/** Whether there is room for one more. */
export function canKeep({ plans }: Workspace): boolean {
  return plans.kept.length < KEPT_FORECASTS;
}

/** Keeps somebody else's forecast under a name, before all others; answers its id. */
export function keepForecast(workspace: Workspace, name: string, shared: SharedForecast): string {
  const id = newId('k');
  const kept: KeptForecast = { id, name: name.trim(), keptOn: workspace.today, shared };
  setKept(workspace, [kept, ...workspace.plans.kept]);
  return id;
}

export function renameKept(workspace: Workspace, id: string, name: string): void {
  changeKept(workspace, id, { name: name.trim() });
}

/** Puts what was changed in a copy in the place of what was kept. Returns the way back. */
export function keepChanges(workspace: Workspace, id: string, shared: SharedForecast): () => void {
  const before = workspace.plans.kept.find((kept) => kept.id === id);
  changeKept(workspace, id, { shared });
  return () => {
    if (before) changeKept(workspace, id, { shared: before.shared });
  };
}

/** Takes a kept forecast away. Returns the way back to its place. */
export function removeKept(workspace: Workspace, id: string): () => void {
  const before = workspace.plans.kept;
  const place = before.findIndex((kept) => kept.id === id);
  const removed = before[place];
  setKept(
    workspace,
    before.filter((kept) => kept.id !== id),
  );
  return () => {
    const { kept } = workspace.plans;
    if (removed && canKeep(workspace))
      setKept(workspace, [...kept.slice(0, place), removed, ...kept.slice(place)]);
  };
}

function changeKept(workspace: Workspace, id: string, patch: Partial<KeptForecast>): void {
  setKept(
    workspace,
    workspace.plans.kept.map((kept) => (kept.id === id ? { ...kept, ...patch } : kept)),
  );
}

function setKept(workspace: Workspace, kept: readonly KeptForecast[]): void {
  workspace.changePlans({ ...workspace.plans, kept });
}
