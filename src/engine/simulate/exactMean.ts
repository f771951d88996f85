import type { Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { leadsOfCost } from './costs';
import { CustomerBase } from './customerBase';
import type { PreparedKind } from './preparedKind';
import { prepareModel, type PreparedModel } from './preparedModel';

/** Means of one kind in one month, still to come: what has already happened is not in them. */
export interface KindMean {
  kind: Kind;
  leads: number;
  winsFromOpen: number;
  winsFromNew: number;
  valueFromOpen: number;
  valueFromNew: number;
  /** 0 where the model has no costs of this kind. */
  cost: number;
}

export interface MonthMean {
  month: Month;
  kinds: readonly KindMean[];
  /** The kinds' costs and the company's; null where the model has no costs. */
  cost: number | null;
  /** Active customers, and a month's recurring revenue, at the month's end; null where the model has none. */
  customers: number | null;
  recurring: number | null;
}

/**
 * The mean of the forecast without chance, every parameter at its mean, by the same convolution of leads and times to
 * win as the simulation. Equal to the simulated mean for a model without doubt; with doubt, open deals whose chances
 * reach 1, stage times and above all referrals make the two differ (the mean of a feedback loop is more than the loop
 * of the means).
 */
export function exactMean(model: FunnelModel): MonthMean[] {
  const prepared = prepareModel(model, true);
  const means = prepared.model.months.map((month) => ({
    month,
    kinds: prepared.kindNames.map(emptyMean),
    cost: null,
    customers: null,
    recurring: null,
  }));
  addOpenDeals(prepared, means);
  addNewLeads(prepared, means);
  addCosts(prepared, means);
  return means;
}

function emptyMean(kind: Kind): KindMean {
  return { kind, leads: 0, winsFromOpen: 0, winsFromNew: 0, valueFromOpen: 0, valueFromNew: 0, cost: 0 };
}

type MutableMeans = readonly (Omit<MonthMean, 'kinds'> & { kinds: KindMean[] })[];

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
  const { model, horizon, kinds: prepares } = prepared;
  const wonLeads = prepares.map((kind) => kind.wonLeads.slice());
  const base = new CustomerBase(model, horizon.firstShare);
  base.startAtMean();
  means.forEach((ofMonth, month) => {
    let wins = 0;
    let value = 0;
    for (const kind of prepares) {
      const referred = prepared.hasReferrals ? (kind.referrals?.[month] ?? 0) * base.customers : 0;
      if (referred > 0) spreadReferrals(kind, month, referred, wonLeads[kind.slot]!);
      const mean = ofMonth.kinds[kind.slot]!;
      mean.leads += kind.leads[kind.cohortsBefore + month]! + referred;
      mean.winsFromNew = kind.chance * wonLeads[kind.slot]![month]!;
      mean.valueFromNew = mean.winsFromNew * kind.valueMean * kind.valueLevel[month]!;
      wins += mean.winsFromNew + mean.winsFromOpen;
      value += mean.valueFromNew + mean.valueFromOpen;
    }
    base.endMonth(month, wins, value);
    if (model.customers !== null) ofMonth.customers = base.customers;
    if (model.recurring !== null) ofMonth.recurring = base.recurring;
  });
}

function addCosts({ costs, kinds }: PreparedModel, means: MutableMeans): void {
  if (costs.length === 0) return;
  const leads = kinds.map(({ slot }) => Float64Array.from(means, (ofMonth) => ofMonth.kinds[slot]!.leads));
  means.forEach((ofMonth, month) => {
    let total = 0;
    for (const cost of costs) {
      const amount = cost.monthly[month]! + cost.perLead * leadsOfCost(cost, leads, month);
      if (cost.slot !== null) ofMonth.kinds[cost.slot]!.cost += amount;
      total += amount;
    }
    ofMonth.cost = total;
  });
}

function spreadReferrals(kind: PreparedKind, from: number, leads: number, wonLeads: Float64Array): void {
  const months = wonLeads.length;
  const row = (kind.cohortsBefore + from) * months;
  for (let month = from; month < months; month++) wonLeads[month]! += leads * kind.shares[row + month]!;
}
