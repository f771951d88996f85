import { defaultPlan } from '../../engine';
import type { NamedPlan, PlanBook } from '../../workspace/types';
import { activePlanOf } from '../../workspace/planBook';
import type { AppState } from '../app.svelte';
import type { Workspace } from '../workspace.svelte';
import {
  addPlan,
  canAddPlan,
  canRemovePlan,
  copyActivePlan,
  newPlanId,
  removeActivePlan,
  renameActivePlan,
  switchPlan,
} from './planBook';
import { closeStep, NO_HISTORY, noteStep, redoStep, undoStep } from './planHistory';
import type { HistoryMove, PlanHistory } from './planHistory';
import { stepBetween } from './planStep';
import type { PlanStep, PlanStepCode } from './planStep';

/**
 * Several plans, and undo of whatever changes them, on whichever screen. It lasts as long as the page: what is stored is the newest
 * state only. Nothing can be undone past what another tab stored.
 */
export class PlanDesk {
  readonly #workspace: Workspace;
  #history = $state.raw<PlanHistory>(NO_HISTORY);
  #isGoingBack = false;
  #awaiting: readonly (() => void)[] = [];

  /** @param now milliseconds of a clock that does not go back */
  constructor(workspace: Workspace, now: () => number = () => performance.now()) {
    this.#workspace = workspace;
    workspace.onPlansChange((before, from, step) => {
      if (from === 'elsewhere') this.#history = NO_HISTORY;
      else if (!this.#isGoingBack) this.#note(before, step ?? stepBetween(before, workspace.plans), now());
      const awaiting = this.#awaiting;
      this.#awaiting = [];
      for (const listener of awaiting) listener();
    });
    workspace.onChange((change) => {
      if (change === 'rested') this.#history = closeStep(this.#history);
    });
  }

  get plans(): readonly NamedPlan[] {
    return this.#workspace.plans.plans;
  }
  get active(): NamedPlan {
    return activePlanOf(this.#workspace.plans);
  }
  /** All but the active one. */
  get others(): readonly NamedPlan[] {
    return this.plans.filter(({ id }) => id !== this.active.id);
  }
  get canAdd(): boolean {
    return canAddPlan(this.#workspace.plans);
  }
  get canRemove(): boolean {
    return canRemovePlan(this.#workspace.plans);
  }
  /** What undo would take back; null where there is nothing. */
  get undoable(): PlanStepCode | null {
    return this.#history.past.at(-1)?.code ?? null;
  }
  /** What redo would do again; null where there is nothing. */
  get redoable(): PlanStepCode | null {
    return this.#history.future[0]?.code ?? null;
  }

  undo(): void {
    this.#go(undoStep(this.#history, this.#workspace.plans));
  }

  redo(): void {
    this.#go(redoStep(this.#history, this.#workspace.plans));
  }

  switchTo(id: string): void {
    this.#change(switchPlan(this.#workspace.plans, id));
  }

  /** A copy of the active plan, which then is the active one. */
  copy(name: string): void {
    this.#change(copyActivePlan(this.#workspace.plans, newPlanId(), name));
  }

  /** A plan of the figures one starts with, its stages in the user's language. */
  start(name: string, stageNames: readonly string[]): void {
    const plan = defaultPlan(this.#workspace.settings.currency, stageNames);
    this.#change(addPlan(this.#workspace.plans, { id: newPlanId(), name, plan }));
  }

  rename(name: string): void {
    this.#change(renameActivePlan(this.#workspace.plans, name));
  }

  /** Takes the active plan away. Returns the way back to its place, which keeps what was changed since. */
  remove(): () => void {
    const removed = this.active;
    const place = this.plans.indexOf(removed);
    this.#change(removeActivePlan(this.#workspace.plans));
    return () => this.#change(addPlan(this.#workspace.plans, removed, place));
  }

  /** Calls once, when the plans change next: undone, redone and changed by another tab included. */
  onNextChange(listener: () => void): void {
    this.#awaiting = [...this.#awaiting, listener];
  }

  #change(book: PlanBook): void {
    if (book !== this.#workspace.plans) this.#workspace.changePlans(book);
  }

  #note(before: PlanBook, step: PlanStep | null, now: number): void {
    if (step) this.#history = noteStep(this.#history, before, step, now, this.#workspace.isMoving);
  }

  #go(move: HistoryMove | null): void {
    if (!move) return;
    this.#history = move.history;
    this.#isGoingBack = true;
    this.#workspace.changePlans(move.book);
    this.#isGoingBack = false;
  }
}

const desks = new WeakMap<AppState, PlanDesk>();

/** The one of this app. Not a part of it, so that it is loaded with the Plan screen only. */
export function planDeskOf(app: AppState): PlanDesk {
  let desk = desks.get(app);
  if (!desk) {
    desk = new PlanDesk(app.workspace);
    desks.set(app, desk);
  }
  return desk;
}
