import type { Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { prepareModel, type PreparedKind, type PreparedModel } from './preparedModel';

/** Means of one kind in one month, still to come: what has already happened is not in them. */
export interface KindMean {
  kind: Kind;
  leads: number;
  winsFromOpen: number;
  winsFromNew: number;
  valueFromOpen: number;
  valueFromNew: number;
}

export interface MonthMean {
  month: Month;
  kinds: readonly KindMean[];
}

/**
 * The mean of the forecast without chance, every parameter at its mean, by the same convolution of leads and times to
 * win as the simulation. Equal to the simulated mean for a model without doubt; with doubt, open deals whose chances
 * reach 1, stage times and above all referrals make the two differ (the mean of a feedback loop is more than the loop
 * of the means).
 */
export function exactMean(model: FunnelModel): MonthMean[] {
  const prepared = prepareModel(model, true);
  const means = prepared.model.months.map((month) => ({ month, kinds: prepared.kindNames.map(emptyMean) }));
  addOpenDeals(prepared, means);
  addNewLeads(prepared, means);
  return means;
}

function emptyMean(kind: Kind): KindMean {
  return { kind, leads: 0, winsFromOpen: 0, winsFromNew: 0, valueFromOpen: 0, valueFromNew: 0 };
}

type MutableMeans = readonly { month: Month; kinds: KindMean[] }[];

function addOpenDeals(prepared: PreparedModel, means: MutableMeans): void {
  for (const group of prepared.groups) {
    let rest = 1;
    means.forEach(({ kinds }, month) => {
      const chance = Math.min(rest, group.chance[month]!);
      rest -= chance;
      const mean = kinds[group.slot]!;
      mean.winsFromOpen += group.count * chance;
      mean.valueFromOpen += group.count * chance * group.valueMean[month]!;
    });
  }
}

function addNewLeads(prepared: PreparedModel, means: MutableMeans): void {
  const wonLeads = prepared.kinds.map((kind) => kind.wonLeads.slice());
  const { active, monthlyChurn } = prepared.model.customers ?? { active: 0, monthlyChurn: 0 };
  let customers = active;
  means.forEach(({ kinds }, month) => {
    const share = month === 0 ? prepared.horizon.firstShare : 1;
    let wins = 0;
    for (const kind of prepared.kinds) {
      const referred = prepared.hasReferrals ? kind.perCustomer * customers * share : 0;
      if (referred > 0) spreadReferrals(kind, month, referred, wonLeads[kind.slot]!);
      const mean = kinds[kind.slot]!;
      mean.leads += kind.leads[kind.leads.length - means.length + month]! + referred;
      mean.winsFromNew = kind.chance * wonLeads[kind.slot]![month]!;
      mean.valueFromNew = mean.winsFromNew * kind.valueMean * kind.valueLevel[month]!;
      wins += mean.winsFromNew + mean.winsFromOpen;
    }
    customers = customers * Math.pow(1 - monthlyChurn, share) + wins;
  });
}

function spreadReferrals(kind: PreparedKind, from: number, leads: number, wonLeads: Float64Array): void {
  const months = wonLeads.length;
  const row = (kind.leads.length - months + from) * months;
  for (let month = from; month < months; month++) wonLeads[month]! += leads * kind.shares[row + month]!;
}
