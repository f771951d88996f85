import * as v from 'valibot';
import type { Month } from '../../engine';
import { PLAN_LIMITS } from '../limits';
import { between, name } from './values';

const doubt = v.picklist(['sure', 'roughly', 'guess']);
const basis = v.picklist(['history', 'plan']);

const month = v.custom<Month>((input) => typeof input === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(input));

function assumption(limits: { min: number; max: number }) {
  return v.object({ value: between(limits), doubt });
}

const kindPlan = v.object({
  leadsPerMonth: assumption(PLAN_LIMITS.leadsPerMonth),
  growthPerMonth: assumption(PLAN_LIMITS.growthPerMonth),
  stages: v.pipe(
    v.array(
      v.object({
        conversion: assumption(PLAN_LIMITS.conversion),
        days: assumption(PLAN_LIMITS.days),
      }),
    ),
    v.maxLength(PLAN_LIMITS.stages.max),
  ),
  dealValue: assumption(PLAN_LIMITS.dealValue),
  valueVariation: between(PLAN_LIMITS.valueVariation),
  basis: v.object({ leads: basis, closing: basis, value: basis }),
});

export const planSchema = v.pipe(
  v.object({
    startMonth: v.nullable(month),
    isRunning: v.boolean(),
    stageNames: v.pipe(
      v.array(name),
      v.minLength(PLAN_LIMITS.stages.min),
      v.maxLength(PLAN_LIMITS.stages.max),
    ),
    kinds: v.object({ seed: kindPlan, net: kindPlan, spear: kindPlan }),
  }),
  v.check(
    (plan) => Object.values(plan.kinds).every(({ stages }) => stages.length === plan.stageNames.length),
    'every kind has as many stages as there are names',
  ),
);
