import type { FigureField } from '../../../state/plan/figureField';
import { PLAN_LIMITS } from '../../../state/plan/limits';

// Figures of the plan that are no assumptions: typed like them, without slider or doubt.

/** Months of revenue that a deal's value stands for; its unit stands beside it. */
export const MONTHS_FIELD: FigureField = {
  unit: 'power',
  decimals: 1,
  stops: [],
  ...PLAN_LIMITS.monthsInDealValue,
};

/** A month's factor, in per cent of an ordinary month. */
export const FACTOR_FIELD: FigureField = {
  unit: 'percent',
  decimals: 1,
  stops: [],
  min: PLAN_LIMITS.seasonFactor.min * 100,
  max: PLAN_LIMITS.seasonFactor.max * 100,
};
