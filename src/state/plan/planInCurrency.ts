import { defaultPlan, PLANNED_KINDS, type Plan } from '../../engine';

/**
 * The plan after a change of currency: amounts that were typed keep their figures (nobody knows an exchange rate here),
 * those still at the old currency's default take the new one's. The same plan where all were typed.
 */
export function planInCurrency(plan: Plan, from: string, to: string): Plan {
  const [old, fresh] = [defaultPlan(from).kinds, defaultPlan(to).kinds];
  let kinds = plan.kinds;
  for (const kind of PLANNED_KINDS) {
    const { value, doubt } = plan.kinds[kind].dealValue;
    const untouched = old[kind].dealValue;
    if (value !== untouched.value || doubt !== untouched.doubt) continue;
    if (value !== fresh[kind].dealValue.value) {
      kinds = { ...kinds, [kind]: { ...plan.kinds[kind], dealValue: fresh[kind].dealValue } };
    }
  }
  return kinds === plan.kinds ? plan : { ...plan, kinds };
}
