import * as v from 'valibot';
import { DOUBTS, SHOCKS } from '../../engine/scenario/scenario';
import { AMOUNT, SCENARIO_LIMITS } from '../limits';
import { between, month, name } from './values';

const id = v.pipe(name, v.minLength(1));
const whole = (limits: { min: number; max: number }) => v.pipe(between(limits), v.integer());

const plannedKind = v.picklist(['seed', 'net', 'spear']);
const changedKinds = v.picklist(['seed', 'net', 'spear', 'all']);
const factor = between(SCENARIO_LIMITS.factor);

const timed = {
  id,
  isOn: v.boolean(),
  from: month,
  months: v.nullable(whole(SCENARIO_LIMITS.months)),
  shock: v.nullable(v.picklist([...SHOCKS, ...DOUBTS])),
};

const change = v.variant('what', [
  v.object({ what: v.picklist(['leads', 'winRate', 'value', 'days']), kind: changedKinds, factor, ...timed }),
  v.object({ what: v.picklist(['spend', 'churn']), factor, ...timed }),
  v.object({ what: v.literal('prospectors'), heads: whole(SCENARIO_LIMITS.heads), ...timed }),
  v.object({ what: v.literal('hiringFreeze'), ...timed }),
  v.object({
    what: v.literal('cost'),
    kind: v.nullable(plannedKind),
    perMonth: between({ min: -AMOUNT, max: AMOUNT }),
    ...timed,
  }),
  v.object({ what: v.literal('loseBiggestDeals'), deals: whole(SCENARIO_LIMITS.deals), ...timed }),
]);

function haveOwnIds(entries: readonly { readonly id: string }[]): boolean {
  return new Set(entries.map((entry) => entry.id)).size === entries.length;
}

const variant = v.object({
  id,
  name,
  changes: v.pipe(
    v.array(change),
    v.maxLength(SCENARIO_LIMITS.changes.max),
    v.check((changes) => haveOwnIds(changes), 'each change has its own id'),
  ),
});

export const scenariosSchema = v.object({
  base: v.picklist(['asForecast', 'plan', 'history']),
  variants: v.pipe(
    v.array(variant),
    v.maxLength(SCENARIO_LIMITS.variants.max),
    v.check((variants) => haveOwnIds(variants), 'each variant has its own id'),
  ),
});
