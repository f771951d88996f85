import * as v from 'valibot';
import { ASSUMPTION_RULES } from '../../engine';
import type { AssumptionName } from '../../engine';
import { between } from './values';

export const assumptionSource = v.picklist(['default', 'typed', 'history']);

function doubt(limits: { min: number; max: number }) {
  const range = v.pipe(
    v.object({ low: between(limits), high: between(limits) }),
    v.check(({ low, high }) => low <= high, 'the lower end is not above the upper one'),
  );
  return v.union([v.picklist(['sure', 'roughly', 'guess']), range]);
}

/** An assumption of this name: its value and the ends of a range of one's own within the limits of the engine's rules. */
export function assumption(name: AssumptionName) {
  const limits = ASSUMPTION_RULES[name];
  return v.object({ value: between(limits), doubt: doubt(limits), from: assumptionSource });
}
