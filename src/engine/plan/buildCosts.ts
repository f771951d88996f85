import type { Day, Month } from '../calendar/calendar';
import { daysInMonth, lastDayOfMonth, monthOfDay, monthRange } from '../calendar/month';
import type { PlannedKind } from '../deals/deal';
import type { Cost } from '../funnel/model';
import type { Assumption } from './assumption';
import { doubtAsLogSd } from './doubt';
import type { Plan } from './plan';
import { headsHiredBy, prospectorsIn } from './team';

/**
 * What the plan costs by month: spend for nets, prospectors for spears, what else a lead costs for each kind, sellers for
 * the company as a whole. Of the first month only what is left of it. Products of doubted figures add their variances of
 * the log.
 */
export function buildCosts(
  plan: Plan,
  kinds: readonly PlannedKind[],
  startDay: Day,
  horizonMonths: number,
): Cost[] {
  const start = monthOfDay(startDay);
  const months = monthRange(start, horizonMonths);
  const shareLeft = (lastDayOfMonth(start) - startDay + 1) / daysInMonth(start);
  const byMonth = (costIn: (month: Month) => number): number[] =>
    months.map((month, offset) => Math.max(0, costIn(month)) * (offset === 0 ? shareLeft : 1));

  const { company, sellerHires } = plan;
  const { net, spear } = plan.kinds;
  const fixed: Readonly<Record<PlannedKind, Pick<Cost, 'monthly' | 'doubt'>>> = {
    seed: { monthly: byMonth(() => 0), doubt: 0 },
    net: { monthly: byMonth(() => net.spendPerMonth.value), doubt: productDoubt(net.spendPerMonth) },
    spear: {
      monthly: byMonth((month) => prospectorsIn(month, spear, start) * company.costPerProspector.value),
      doubt: productDoubt(spear.prospectors, company.costPerProspector),
    },
  };
  const ofKinds = kinds.map((kind): Cost => {
    const { costPerLead } = plan.kinds[kind];
    return {
      kind,
      ...fixed[kind],
      perLead: Math.max(0, costPerLead.value),
      perLeadDoubt: doubtAsLogSd(costPerLead.doubt),
    };
  });
  const sellersIn = (month: Month): number => company.sellers.value + headsHiredBy(month, sellerHires);
  const ofCompany: Cost = {
    kind: null,
    monthly: byMonth((month) => sellersIn(month) * company.costPerSeller.value),
    doubt: productDoubt(company.sellers, company.costPerSeller),
    perLead: 0,
    perLeadDoubt: 0,
  };
  return [...ofKinds, ofCompany].filter(
    ({ monthly, perLead }) => perLead > 0 || monthly.some((cost) => cost > 0),
  );
}

function productDoubt(...factors: readonly Assumption[]): number {
  return Math.hypot(...factors.map(({ doubt }) => doubtAsLogSd(doubt)));
}

/** True where somebody has said what anything costs: defaults are no costs to show beside a company's own deals. */
export function areCostsKnown(plan: Plan): boolean {
  const { company, kinds } = plan;
  const figures = [
    company.costPerProspector,
    company.costPerSeller,
    kinds.net.spendPerMonth,
    ...Object.values(kinds).map(({ costPerLead }) => costPerLead),
  ];
  return figures.some(({ from }) => from !== 'default');
}
