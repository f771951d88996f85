import { PLANNED_KINDS, type PlannedKind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { build, type BuildOptions } from '../plan/build';
import { buildKnownCosts } from '../plan/buildCosts';
import { mix } from '../plan/mix';
import type { Basis, Plan } from '../plan/plan';
import type { ScenarioBase } from './scenario';

/** What a forecast is made of: the history as fitted, or the calendar of a plan alone. */
export type BaseGrounds = { fitted: FunnelModel } | { fitted: null; options: BuildOptions };

/** The model that variants start from, and the plan as it has it: whose figures a change of spend or people goes by. */
export interface ScenarioStart {
  model: FunnelModel;
  plan: Plan;
}

/**
 * - `asForecast`: the model of the forecast itself, plan and history mixed by each kind's basis.
 * - `history`: history in all parts of every kind that has any; the others as in the forecast.
 * - `plan`: the plan alone from the same day on, without open deals. What has happened stays: what is won is won. Costs are those
 *   that somebody has said, as in a forecast with deals.
 *
 * Without deals all three are the plan.
 */
export function baseModel(grounds: BaseGrounds, plan: Plan, base: ScenarioBase): ScenarioStart {
  const { fitted } = grounds;
  if (fitted === null) return { model: build(plan, grounds.options), plan };
  if (base === 'plan') {
    return { model: planAlone(fitted, plan), plan: withBasis(plan, PLANNED_KINDS, 'plan') };
  }
  // What the plan says of kinds without a history says whether they are there at all.
  const known = PLANNED_KINDS.filter((kind) => fitted.kinds.some((own) => own.kind === kind));
  const based = base === 'history' ? withBasis(plan, known, 'history') : plan;
  return { model: mix(fitted, based), plan: based };
}

/** The plan with one basis for all parts of some kinds. */
function withBasis(plan: Plan, of: readonly PlannedKind[], basis: Basis): Plan {
  const { seed, net, spear } = plan.kinds;
  const all = { leads: basis, closing: basis, value: basis };
  return {
    ...plan,
    kinds: {
      seed: of.includes('seed') ? { ...seed, basis: all } : seed,
      net: of.includes('net') ? { ...net, basis: all } : net,
      spear: of.includes('spear') ? { ...spear, basis: all } : spear,
    },
  };
}

function planAlone(fitted: FunnelModel, plan: Plan): FunnelModel {
  const { start, months, fiscalYearStart, currency, history } = fitted;
  const options = { startDay: start, horizonMonths: months.length, fiscalYearStart, currency };
  return {
    ...build(plan, options),
    costs: buildKnownCosts(plan, PLANNED_KINDS, start, months.length),
    history,
  };
}
