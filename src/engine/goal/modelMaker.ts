import type { FunnelModel } from '../funnel/model';
import { build, buildCustomers, buildKind, buildRecurring } from '../plan/build';
import { mix } from '../plan/mix';
import type { Plan } from '../plan/plan';
import type { Grounds } from './grounds';

/** Makes models of plans that differ in little from one: of a plan alone, kinds that are as in that one are not built again. */
export class ModelMaker {
  readonly #grounds: Grounds;
  readonly #plan: Plan;
  readonly #model: FunnelModel;

  constructor(grounds: Grounds, plan: Plan) {
    this.#grounds = grounds;
    this.#plan = plan;
    this.#model = grounds.fitted === null ? build(plan, grounds.options) : mix(grounds.fitted, plan);
  }

  /** As `build` and `mix` would make it, but for the costs of a plan alone: those are the first plan's. */
  modelOf(plan: Plan): FunnelModel {
    const before = this.#plan;
    if (plan === before) return this.#model;
    if (this.#grounds.fitted !== null) return mix(this.#grounds.fitted, plan);
    // Levers turn kinds and the company.
    const { kinds, company, ...others } = plan;
    const isLike = Object.entries(others).every(([name, value]) => before[name as keyof Plan] === value);
    if (!isLike) return build(plan, this.#grounds.options);
    const { startDay, horizonMonths } = this.#grounds.options;
    return {
      ...this.#model,
      kinds: this.#model.kinds.map((model) => {
        const { kind } = model;
        if (kind === 'unsorted') return model;
        const isSame = kinds[kind] === before.kinds[kind] && company === before.company;
        return isSame ? model : buildKind(plan, kind, startDay, horizonMonths);
      }),
      customers: buildCustomers(plan),
      recurring: buildRecurring(plan),
    };
  }
}
