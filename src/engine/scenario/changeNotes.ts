import type { ScenarioNote } from './scenario';

/** What is to be said of single changes, each once. */
export class ChangeNotes {
  readonly #notes = new Map<string, ScenarioNote>();

  add(changeId: string, code: ScenarioNote['code'], params: ScenarioNote['params'] = {}): void {
    this.#notes.set(JSON.stringify([changeId, code, params]), { changeId, code, params });
  }

  /** In the order of the changes. */
  inOrderOf(changes: readonly { readonly id: string }[]): ScenarioNote[] {
    const all = [...this.#notes.values()];
    return changes.flatMap(({ id }) => all.filter(({ changeId }) => changeId === id));
  }
}
