import { build, firstDayOfMonth, mix, portableModel, portablePlan } from '../engine';
import type { BuildOptions, FunnelModel } from '../engine';
import type { SharedForecast } from '../workspace/sharedForecast';
import { HORIZON_MONTHS } from './modelling';

/** The calendar of a plan that came without a history: where it began for the sender, or where a copy of it was moved to. */
export function sharedPlanOptions({ plan, start, fiscalYearStart, currency }: SharedForecast): BuildOptions {
  return {
    startDay: plan.startMonth === null ? start : firstDayOfMonth(plan.startMonth),
    horizonMonths: HORIZON_MONTHS,
    fiscalYearStart,
    currency,
  };
}

/** The model of somebody else's forecast, as `assembleModel` made the sender's own. */
export function assembleShared(shared: SharedForecast): FunnelModel {
  const plan = portablePlan(shared.plan);
  if (shared.fitted) return mix(portableModel(shared.fitted), plan);
  return build(plan, sharedPlanOptions(shared));
}
