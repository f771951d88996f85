import { MOST_TIMES_SPEND } from '../plan/leads';
import { surePlan } from '../plan/surePlan';
import { applyChanges } from '../scenario/applyChanges';
import type { ScenarioStart } from '../scenario/baseModel';
import type { ScenarioChange } from '../scenario/scenario';
import type { FunnelModel } from '../funnel/model';
import { earnedMonths, totalOf } from './earnings';
import { churnFactor, customersLost, MOST_KEPT } from './retention';
import { extraCost, joining, plannedSpend, spending, type SpendingMonths } from './steps';

/** Money over the months of the split, or whole people. */
export interface Allocation {
  net: number;
  /** More, or less, than planned. */
  heads: number;
  retention: number;
}

/** What can be turned, and what it costs as planned. */
export interface SplitCurves {
  /** Null: nets can't be turned. */
  net: { planned: number } | null;
  /** Null: nobody can join. `joins`, `leaves`: cost of one who does, over the months of the split. */
  spear: { planned: number; joins: number; leaves: number; mostLeavers: number } | null;
  /** Null: no customers are counted. */
  retention: { lost: number; costPerKept: number } | null;
  /** What the forecast earns more than as planned, by its end, less what further leads cost by the lead. */
  gainAt: (allocation: Allocation) => number;
}

/** Heights of churn at which the rest is worked out; what lies between is read from the polynomial through them. */
const NODES = 5;

/** One height of churn: what is earned as planned, and what one unit of each lever adds. */
interface Slopes {
  base: number;
  /** Per unit of (spend ÷ planned)^elasticity. */
  net: number;
  joined: number;
  left: number;
}

export function splitCurves(
  start: ScenarioStart,
  window: SpendingMonths,
  turns: Readonly<Record<'net' | 'spear' | 'retention', boolean>>,
  costPerKept: number,
): SplitCurves {
  const { model } = start;
  const plan = surePlan(start.plan);
  const { from, months } = window;
  const elasticity = Math.max(0, plan.kinds.net.elasticity.value);
  const { spendToday, spendPerMonth } = plan.kinds.net;
  const planned = { net: plannedSpend(model, 'net', window), spear: plannedSpend(model, 'spear', window) };
  const mostTimes =
    spendPerMonth.value > 0 ? Math.max(1, (MOST_TIMES_SPEND * spendToday.value) / spendPerMonth.value) : 1;
  const changedBy = (change: ScenarioChange): FunnelModel => applyChanges(model, plan, [change]).model;
  const joined = turns.spear ? changedBy(joining(1, from, months)) : model;
  const left = turns.spear ? changedBy(joining(-1, from, months)) : model;
  const lost = customersLost(model, earnedMonths(model), window.first, window.end);
  const earnedWith = (churn: number, others: readonly ScenarioChange[]): number => {
    const change: ScenarioChange = {
      id: 'churn',
      what: 'churn',
      factor: churn,
      from,
      months,
      isOn: true,
      shock: null,
    };
    return earnedOf(applyChanges(model, plan, [change, ...others]).model);
  };
  const slopesAt = (churn: number): Slopes => {
    const base = earnedWith(churn, []);
    const perTimes = Math.pow(2, elasticity) - 1;
    const doubled = turns.net && perTimes > 0 ? earnedWith(churn, [spending(2, window)]) - base : 0;
    return {
      base,
      net: perTimes > 0 ? doubled / perTimes : 0,
      joined: turns.spear ? earnedWith(churn, [joining(1, from, months)]) - base : 0,
      left: turns.spear ? earnedWith(churn, [joining(-1, from, months)]) - base : 0,
    };
  };
  const nodes = turns.retention
    ? Array.from({ length: NODES }, (_, node) => 1 - (MOST_KEPT * node) / (NODES - 1))
    : [1];
  const slopes = nodes.map(slopesAt);
  const [asPlanned] = slopes;
  const at = (churn: number): Slopes => ({
    base: interpolate(
      nodes,
      slopes.map(({ base }) => base),
      churn,
    ),
    net: interpolate(
      nodes,
      slopes.map(({ net }) => net),
      churn,
    ),
    joined: interpolate(
      nodes,
      slopes.map(({ joined: one }) => one),
      churn,
    ),
    left: interpolate(
      nodes,
      slopes.map(({ left: one }) => one),
      churn,
    ),
  });
  return {
    net: turns.net ? { planned: planned.net } : null,
    spear: turns.spear
      ? {
          planned: planned.spear,
          joins: extraCost(model, joined),
          leaves: Math.max(0, 0 - extraCost(model, left)),
          mostLeavers: mostLeavers(start, planned.spear),
        }
      : null,
    retention: turns.retention ? { lost, costPerKept } : null,
    gainAt: ({ net, heads, retention }) => {
      const here = at(turns.retention ? churnFactor(retention, costPerKept, lost) : 1);
      const times = planned.net > 0 ? Math.min(mostTimes, net / planned.net) : 1;
      const bySpend = turns.net ? here.net * (Math.pow(times, elasticity) - 1) : 0;
      const byPeople = heads > 0 ? heads * here.joined : 0 - heads * here.left;
      return here.base - (asPlanned?.base ?? 0) + bySpend + byPeople;
    },
  };
}

/** What leads cost by the lead goes with what they bring: fixed costs are the budget's own. */
function earnedOf(model: FunnelModel): number {
  const byLead = model.costs.filter(({ perLead }) => perLead > 0).map((cost) => ({ ...cost, monthly: [] }));
  const months = earnedMonths({ ...model, costs: byLead });
  return totalOf(months, 'earned') - totalOf(months, 'cost');
}

/** Whole people of today's team; nobody leaves whom nobody has said to be there. */
function mostLeavers({ plan }: ScenarioStart, planned: number): number {
  return planned > 0 ? Math.floor(Math.max(0, plan.kinds.spear.prospectors.value)) : 0;
}

/** Lagrange's polynomial through the nodes. */
function interpolate(nodes: readonly number[], values: readonly number[], at: number): number {
  return nodes.reduce((sum, node, index) => {
    const weight = nodes.reduce(
      (product, other, place) => (place === index ? product : (product * (at - other)) / (node - other)),
      1,
    );
    return sum + weight * (values[index] ?? 0);
  }, 0);
}
