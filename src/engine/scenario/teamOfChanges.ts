import type { Month } from '../calendar/calendar';
import type { FunnelModel } from '../funnel/model';
import type { Plan, SpearPlan } from '../plan/plan';
import { fullOutputsIn, prospectorsIn } from '../plan/team';
import type { ScenarioChange } from './scenario';
import type { Timed } from './timedChanges';

export type PeopleChange = Extract<ScenarioChange, { what: 'prospectors' }>;
export type FreezeChange = Extract<ScenarioChange, { what: 'hiringFreeze' }>;

/** Counts a team of a plan in a month: heads, or what they bring in units of one at full output. */
type Count = (month: Month, spear: SpearPlan, start: Month) => number;

export const HEADS: Count = prospectorsIn;
export const OUTPUTS: Count = fullOutputsIn;

/**
 * Those who join and leave by the changes, in each forecast month: who joins brings what the plan's ramp says and leaves as its
 * attrition says; who leaves was at full output, and would have left as others do. Below 0 where more leave than join.
 */
export function teamOfChanges(
  { kinds }: Plan,
  months: readonly Month[],
  changes: readonly Timed<PeopleChange>[],
  count: Count,
): number[] {
  const none = { ...kinds.spear.prospectors, value: 0 };
  return months.map((month, at) =>
    changes.reduce((sum, { change, first, end }) => {
      const { from, heads } = change;
      if (at < first || at >= end) return sum;
      if (heads > 0) {
        const joined = { ...kinds.spear, prospectors: none, hires: [{ month: from, heads }] };
        return sum + count(month, joined, from);
      }
      const gone = { ...kinds.spear, prospectors: { ...none, value: -heads }, hires: [] };
      return sum - count(month, gone, from);
    }, 0),
  );
}

/** The plan without the hires of frozen months. */
export function withoutFrozenHires(
  plan: Plan,
  { months }: FunnelModel,
  freezes: readonly Timed<FreezeChange>[],
): Plan {
  if (freezes.length === 0) return plan;
  const isMade = ({ month }: { month: Month }): boolean =>
    !freezes.some(({ first, end }) => months.slice(first, end).includes(month));
  const { spear } = plan.kinds;
  return {
    ...plan,
    kinds: { ...plan.kinds, spear: { ...spear, hires: spear.hires.filter(isMade) } },
    sellerHires: plan.sellerHires.filter(isMade),
  };
}
