import {
  assumptionAt,
  defaultPlan,
  historyAt,
  partOf,
  takeFromHistory,
  withAssumption,
  type Assumption,
  type Basis,
  type Doubt,
  type DoubtRange,
  type Estimate,
  type KindHistory,
  type Plan,
  type PlannedKind,
  type PlanPlace,
  type SpearPlan,
} from '../../engine';
import type { Forecasting } from '../forecasting.svelte';
import type { Workspace } from '../workspace.svelte';
import { PLAN_PARTS, withBasis, type PlanPart } from './figures';
import { inRange, movedTo, ownRangeOf } from './ownRange';
import { addStage, insertStage, moveStage, removeStage, renameStage, stageAt } from './stages';
import { ownPart, takeOverAll, takeOverPart } from './takeOver';

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

  /** A hand has taken hold of something: until `endMove` there are previews, and all of it is undone as one. */
  beginMove(): void {
    this.#workspace.beginMove();
  }
  endMove(): void {
    this.#workspace.endMove();
  }

  /** What the imported deals say of a kind; null where there are none of it. */
  historyOf(kind: PlannedKind): KindHistory | null {
    return this.#history?.kinds.find((known) => known.kind === kind && known.deals > 0) ?? null;
  }

  /** What the imported deals say of one assumption; null where they say nothing. */
  historyAt(place: PlanPlace): Estimate | null {
    return this.#history && historyAt(this.plan, this.#history, place);
  }

  /**
   * Typing into a part that rests on history makes it the user's own, the other figures starting from the history: a
   * touch on one figure must not exchange all the others for defaults. A range of one's own moves along.
   *
   * @param before the assumption as it was when the move began, where this is one step of a move
   */
  setValue(place: PlanPlace, value: number, before = assumptionAt(this.plan, place)): void {
    if (before) this.#set(place, movedTo(value, before, place.of));
  }

  setDoubt(place: PlanPlace, doubt: Doubt): void {
    this.#set(place, { doubt });
  }

  /** Goes over to a range of one's own, which is as wide as the doubt has been. */
  startOwnRange(place: PlanPlace): void {
    const before = assumptionAt(this.plan, place);
    if (before) this.#set(place, { doubt: ownRangeOf(before, place.of) });
  }

  /** Sets a range of one's own, and with it the value. */
  setRange(place: PlanPlace, range: DoubtRange): void {
    this.#set(place, inRange(range, place.of));
  }

  /** Sets one assumption to what the imported deals say. Returns the way back. */
  useHistory(place: PlanPlace): () => void {
    const history = this.#history;
    const before = this.plan;
    if (history) this.#change(takeFromHistory(this.#asOwn(place), history, [place]));
    return () => this.#change(before);
  }

  /** Lets everything that the imported deals know of come from them. Returns the way back. */
  useHistoryEverywhere(): () => void {
    const before = this.plan;
    if (this.#history) this.#change(takeOverAll(before, this.#history));
    return () => this.#change(before);
  }

  /** The ramp and the hires of spears. */
  changeSpears(patch: Partial<Pick<SpearPlan, 'ramp' | 'hires'>>): void {
    const plan = this.#asOwn({ kind: 'spear', of: 'prospectors' });
    const kinds = { ...plan.kinds, spear: { ...plan.kinds.spear, ...patch } };
    this.#change({ ...plan, kinds });
  }

  setBasis(kind: PlannedKind, part: PlanPart, basis: Basis): void {
    const history = this.#history;
    this.#change(
      history && basis === 'plan'
        ? ownPart(this.plan, history, kind, part)
        : withBasis(this.plan, kind, [part], basis),
    );
  }

  /** Whether a kind that the imported deals know nothing of is forecast from the plan. */
  setIncluded(kind: PlannedKind, isIncluded: boolean): void {
    this.#change(withBasis(this.plan, kind, PLAN_PARTS, isIncluded ? 'plan' : 'history'));
  }

  /** Sets a part to what the history says, to be changed from there. Returns the way back. */
  takeOver(kind: PlannedKind, part: PlanPart): () => void {
    const history = this.#history;
    const before = this.plan;
    const taken = history ? takeOverPart(before, history, kind, part) : before;
    this.#change(taken);
    return () => {
      const { kinds, season } = this.plan;
      // A season drawn since stays.
      const seasonBefore = season === taken.season ? before.season : season;
      this.#change({ ...this.plan, season: seasonBefore, kinds: { ...kinds, [kind]: before.kinds[kind] } });
    };
  }

  renameStage(index: number, name: string): void {
    this.#change(renameStage(this.plan, index, name));
  }

  /** @param index before the stage that stands there now; at the end where there is none */
  addStage(name: string, index = this.plan.stageNames.length): void {
    this.#change(addStage(this.plan, name, index));
  }

  moveStage(from: number, to: number): void {
    this.#change(moveStage(this.plan, from, to));
  }

  /** Takes a stage away from all kinds. Returns the way back, which keeps what was changed since. */
  removeStage(index: number): () => void {
    const removed = stageAt(this.plan, index);
    this.#change(removeStage(this.plan, index));
    return () => {
      const place = Math.min(index, this.plan.stageNames.length);
      if (removed) this.#change(insertStage(this.plan, place, removed));
    };
  }

  /** What belongs to no kind: customers who go on paying, the season, sellers who join. Returns the way back. */
  changeCompany(patch: Partial<Pick<Plan, 'recurring' | 'season' | 'sellerHires'>>): () => void {
    const { recurring, season, sellerHires } = this.plan;
    this.#change({ ...this.plan, ...patch });
    return () =>
      this.#change({
        ...this.plan,
        ...(patch.recurring && { recurring }),
        ...(patch.season && { season }),
        ...(patch.sellerHires && { sellerHires }),
      });
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

  #set(place: PlanPlace, patch: Partial<Assumption>): void {
    // To doubt a figure more or less does not make it another figure.
    const source = patch.value === undefined ? {} : ({ from: 'typed' } as const);
    this.#change(withAssumption(this.#asOwn(place), place, { ...patch, ...source }));
  }

  #change(plan: Plan): void {
    if (plan !== this.plan) this.#workspace.changePlan(plan);
  }
}
