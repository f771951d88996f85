import {
  defaultPlan,
  partOf,
  withAssumption,
  type Basis,
  type Doubt,
  type KindHistory,
  type Plan,
  type PlannedKind,
  type PlanPlace,
} from '../../engine';
import type { Forecasting } from '../forecasting.svelte';
import type { Workspace } from '../workspace.svelte';
import { PLAN_PARTS, withBasis, type PlanPart } from './figures';
import { addStage, insertStage, removeStage, renameStage, stageAt } from './stages';
import { takeOverPart } from './takeOver';

/** What the Plan screen does to the plan: every change is stored and forecast anew by the workspace. */
export class PlanEditor {
  readonly #workspace: Workspace;
  readonly #forecasting: Forecasting;

  constructor(workspace: Workspace, forecasting: Forecasting) {
    this.#workspace = workspace;
    this.#forecasting = forecasting;
  }

  get plan(): Plan {
    return this.#workspace.plan;
  }
  get currency(): string {
    return this.#workspace.settings.currency;
  }
  /** True where deals have been imported: then the forecast begins where they end. */
  get hasHistory(): boolean {
    return this.#history !== null;
  }

  /** What the imported deals say of a kind; null where there are none of it. */
  historyOf(kind: PlannedKind): KindHistory | null {
    return this.#history?.kinds.find((known) => known.kind === kind && known.deals > 0) ?? null;
  }

  /**
   * Typing into a part that rests on history makes it the user's own, the other figures starting from the history: a
   * touch on one figure must not exchange all the others for defaults.
   */
  setValue(place: PlanPlace, value: number): void {
    this.#change(withAssumption(this.#asOwn(place), place, { value, from: 'typed' }));
  }

  setDoubt(place: PlanPlace, doubt: Doubt): void {
    this.#change(withAssumption(this.#asOwn(place), place, { doubt, from: 'typed' }));
  }

  setBasis(kind: PlannedKind, part: PlanPart, basis: Basis): void {
    this.#change(withBasis(this.plan, kind, [part], basis));
  }

  /** Whether a kind that the imported deals know nothing of is forecast from the plan. */
  setIncluded(kind: PlannedKind, isIncluded: boolean): void {
    this.#change(withBasis(this.plan, kind, PLAN_PARTS, isIncluded ? 'plan' : 'history'));
  }

  /** Sets a part to what the history says, to be changed from there. Returns the way back. */
  takeOver(kind: PlannedKind, part: PlanPart): () => void {
    const history = this.#history;
    const before = this.plan;
    if (history) this.#change(takeOverPart(before, history, kind, part));
    return () => this.#change({ ...this.plan, kinds: { ...this.plan.kinds, [kind]: before.kinds[kind] } });
  }

  renameStage(index: number, name: string): void {
    this.#change(renameStage(this.plan, index, name));
  }

  addStage(name: string): void {
    this.#change(addStage(this.plan, name));
  }

  /** Takes a stage away from all kinds. Returns the way back, which keeps what was changed since. */
  removeStage(index: number): () => void {
    const removed = stageAt(this.plan, index);
    this.#change(removeStage(this.plan, index));
    return () => {
      if (removed)
        this.#change(insertStage(this.plan, Math.min(index, this.plan.stageNames.length), removed));
    };
  }

  changeStart(patch: Partial<Pick<Plan, 'isRunning' | 'startMonth'>>): void {
    this.#change({ ...this.plan, ...patch });
  }

  /** Back to the figures one starts with; stage names in the user's language. Returns the way back. */
  reset(stageNames: readonly string[]): () => void {
    const before = this.plan;
    this.#change(defaultPlan(this.currency, stageNames));
    return () => this.#change(before);
  }

  get #history() {
    return this.#forecasting.answer?.history ?? null;
  }

  /** Only where there is history to put aside: without it the plan counts anyway, and a later import should be used. */
  #asOwn(place: PlanPlace): Plan {
    const history = this.#history;
    const { kind } = place;
    const part = partOf(place);
    if (!history || kind === null || part === null || !this.historyOf(kind)) return this.plan;
    return this.plan.kinds[kind].basis[part] === 'history'
      ? takeOverPart(this.plan, history, kind, part)
      : this.plan;
  }

  #change(plan: Plan): void {
    if (plan !== this.plan) this.#workspace.changePlan(plan);
  }
}
