import type { ScenarioBase, ScenarioChange, Scenarios, Variant } from '../../engine';
import type { AppState } from '../app.svelte';
import type { Workspace } from '../workspace.svelte';
import {
  canAddVariants,
  editVariant,
  newVariant,
  withBase,
  withChange,
  withChanges,
  withoutChange,
  withoutVariant,
  withVariant,
  type NewChange,
} from './variants';

/**
 * The variants as they are edited. They lie in the plan book, so that they are saved and undone like plans; which one is
 * looked at belongs to the page.
 */
export class ScenarioDesk {
  readonly #workspace: Workspace;
  #chosen = $state<string | null>(null);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get scenarios(): Scenarios {
    return this.#workspace.plans.scenarios;
  }
  get variants(): readonly Variant[] {
    return this.scenarios.variants;
  }
  /** The variant that is looked at: the one chosen last that is still there, else the first; null where there is none. */
  get current(): Variant | null {
    return this.variants.find(({ id }) => id === this.#chosen) ?? this.variants[0] ?? null;
  }

  choose(id: string): void {
    this.#chosen = id;
  }

  setBase(base: ScenarioBase): void {
    if (base !== this.scenarios.base) this.#store(withBase(this.scenarios, base), null);
  }

  /** Adds variants as one step and looks at the first of them; nothing where there is no room for all. */
  add(...wanted: readonly { name: string; changes: readonly NewChange[] }[]): void {
    if (!canAddVariants(this.scenarios, wanted.length)) return;
    const before = this.variants.length;
    let scenarios = this.scenarios;
    for (const { name, changes } of wanted) {
      scenarios = withVariant(scenarios, newVariant(scenarios, name, changes));
    }
    this.#store(scenarios, null);
    this.#chosen = scenarios.variants[before]?.id ?? null;
  }

  rename(id: string, name: string): void {
    this.#edit(id, (variant) => ({ ...variant, name: name.trim() }), `${id} name`);
  }

  /** Takes a variant away. Returns the way back to its place, which keeps what was changed since. */
  remove(id: string): () => void {
    const place = this.variants.findIndex((variant) => variant.id === id);
    const removed = this.variants[place];
    if (!removed) return () => undefined;
    this.#store(withoutVariant(this.scenarios, id), null);
    this.#chosen = (this.variants[place] ?? this.variants[place - 1])?.id ?? null;
    return () => {
      if (!canAddVariants(this.scenarios) || this.variants.some((variant) => variant.id === id)) return;
      this.#store(withVariant(this.scenarios, removed, place), null);
      this.#chosen = id;
    };
  }

  /** @returns the id of the last one added; null where none was */
  addChanges(id: string, changes: readonly NewChange[]): string | null {
    this.#edit(id, (variant) => withChanges(variant, changes), null);
    return this.variants.find((variant) => variant.id === id)?.changes.at(-1)?.id ?? null;
  }

  /** @param part what of the change is set, so that turning one thing is one step of undo */
  setChange(id: string, change: ScenarioChange, part: 'strength' | 'kind' | 'time' | 'switch'): void {
    const key = part === 'strength' ? `${change.id} ${part}` : null;
    // What somebody turns or gives to another kind is a figure of theirs from then on.
    const isOwn = change.shock === 'levelDoubt' && (part === 'strength' || part === 'kind');
    const made = isOwn ? { ...change, shock: null } : change;
    this.#edit(id, (variant) => withChange(variant, made), key);
  }

  removeChange(id: string, changeId: string): void {
    this.#edit(id, (variant) => withoutChange(variant, changeId), null);
  }

  #edit(id: string, edit: (variant: Variant) => Variant, key: string | null): void {
    this.#store(editVariant(this.scenarios, id, edit), key);
  }

  #store(scenarios: Scenarios, key: string | null): void {
    if (scenarios === this.scenarios) return;
    this.#workspace.changePlans({ ...this.#workspace.plans, scenarios }, { code: 'scenarios', key });
  }
}

const desks = new WeakMap<AppState, ScenarioDesk>();

/** The one of this app, loaded with the screen. */
export function scenarioDeskOf(app: AppState): ScenarioDesk {
  let desk = desks.get(app);
  if (!desk) {
    desk = new ScenarioDesk(app.workspace);
    desks.set(app, desk);
  }
  return desk;
}
