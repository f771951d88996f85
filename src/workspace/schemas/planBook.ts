import * as v from 'valibot';
import { PLANS } from '../limits';
import { planSchema } from './plan';
import { name } from './values';

const id = v.pipe(name, v.minLength(1));

export const planBookSchema = v.pipe(
  v.object({
    active: id,
    plans: v.pipe(
      v.array(v.object({ id, name, plan: planSchema })),
      v.minLength(PLANS.min),
      v.maxLength(PLANS.max),
    ),
  }),
  v.check(
    ({ plans }) => new Set(plans.map((named) => named.id)).size === plans.length,
    'each plan has its own id',
  ),
  v.check(
    ({ active, plans }) => plans.some((named) => named.id === active),
    'the active plan is one of them',
  ),
);
