import * as v from 'valibot';
import type { SharedForecast } from '../sharedForecast';
import { KEPT_FORECASTS, PLANS } from '../limits';
import { planSchema } from './plan';
import { scenariosSchema } from './scenarios';
import { day, name } from './values';

/** Looked into when it is opened (`restoreShared`): one that is damaged must not take the user's own plans along. */
const shared = v.custom<SharedForecast>((input) => typeof input === 'object' && input !== null);

const id = v.pipe(name, v.minLength(1));

export const planBookSchema = v.pipe(
  v.object({
    active: id,
    plans: v.pipe(
      v.array(v.object({ id, name, plan: planSchema })),
      v.minLength(PLANS.min),
      v.maxLength(PLANS.max),
    ),
    scenarios: scenariosSchema,
    kept: v.pipe(v.array(v.object({ id, name, keptOn: day, shared })), v.maxLength(KEPT_FORECASTS)),
  }),
  v.check(
    ({ kept }) => new Set(kept.map((forecast) => forecast.id)).size === kept.length,
    'each kept forecast has its own id',
  ),
  v.check(
    ({ plans }) => new Set(plans.map((named) => named.id)).size === plans.length,
    'each plan has its own id',
  ),
  v.check(
    ({ active, plans }) => plans.some((named) => named.id === active),
    'the active plan is one of them',
  ),
);
