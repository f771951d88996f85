import type { FunnelModel, KindModel } from '../funnel/model';
import { ASSUMPTION_RULES } from '../plan/assumptionRules';
import { oneSdAround } from '../plan/doubt';
import { MOST_TIMES_SPEND } from '../plan/leads';
import type { Plan } from '../plan/plan';
import type { ChangeNotes } from './changeNotes';
import { bringsLeads } from './changeLeads';
import { factorsByMonth, type FactorOfAll, type Timed } from './timedChanges';

/**
 * What is spent on nets: leads change by factor^elasticity, the spend that is known in proportion. Doubt about the elasticity
 * is one more doubt about these months' leads, of |ln factor| × its standard deviation in logs.
 */
export function changeSpend(
  model: FunnelModel,
  plan: Plan,
  changes: readonly Timed<FactorOfAll>[],
  notes: ChangeNotes,
): FunnelModel {
  if (changes.length === 0) return model;
  const { spendToday, spendPerMonth } = plan.kinds.net;
  const isSpent = spendToday.value > 0 && spendPerMonth.value > 0;
  const nets = model.kinds.find(({ kind }) => kind === 'net');
  const factors = factorsByMonth(changes, model.months.length);
  for (const { change } of changes) {
    if (!isSpent) notes.add(change.id, 'noSpend');
    else if (nets === undefined || !bringsLeads(nets)) notes.add(change.id, 'kindAbsent', { kind: 'net' });
    if (isSpent && !isSpendKnown(model)) notes.add(change.id, 'costUnknown');
  }
  if (!isSpent || factors === null) return model;
  return {
    ...model,
    kinds: model.kinds.map((kind) => (kind.kind === 'net' ? atSpend(kind, plan, factors) : kind)),
    costs: model.costs.map((cost) =>
      cost.kind === 'net'
        ? { ...cost, monthly: cost.monthly.map((spend, month) => spend * (factors[month] ?? 1)) }
        : cost,
    ),
  };
}

function isSpendKnown({ costs }: FunnelModel): boolean {
  return costs.some(({ kind, monthly }) => kind === 'net' && monthly.some((spend) => spend > 0));
}

function atSpend(kind: KindModel, { kinds }: Plan, factors: readonly number[]): KindModel {
  const { spendToday, spendPerMonth, elasticity } = kinds.net;
  const { arrivals } = kind;
  const planned = spendPerMonth.value / spendToday.value;
  // As in the plan, more than a thousand times today's spend brings no more.
  const most = Math.max(1, MOST_TIMES_SPEND / planned);
  const ratios = factors.map((factor) => Math.min(most, factor));
  const power = Math.max(0, elasticity.value);
  const { low, high } = oneSdAround(elasticity, ASSUMPTION_RULES.elasticity);
  const sd = elasticity.doubt === 'sure' ? 0 : (high - low) / 2;
  const tilt = ratios.map((ratio) => (ratio > 0 ? sd * Math.log(ratio) : 0));
  const hasDoubt = tilt.some((logSd) => logSd !== 0);
  return {
    ...kind,
    arrivals: {
      ...arrivals,
      monthly: ratios.map((ratio, month) => (arrivals.monthly[month] ?? 0) * Math.pow(ratio, power)),
      // Behind the doubts there are, which keep their draws.
      ...(hasDoubt ? { tilts: [...(arrivals.tilts ?? []), tilt] } : {}),
    },
  };
}
