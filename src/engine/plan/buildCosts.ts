import type { Day, Month } from '../calendar/calendar';
import { daysInMonth, lastDayOfMonth, monthOfDay, monthRange } from '../calendar/month';
import type { PlannedKind } from '../deals/deal';
import type { Cost } from '../funnel/model';
import { ASSUMPTION_RULES } from './assumptionRules';
import { doubtAsLogSd, oneSdAround } from './doubt';
import { assumptionAt, placesOf, withAssumption, type PlanPlace } from './place';
import type { Plan } from './plan';
import { headsHiredBy, prospectorsIn } from './team';

/** What is spent month by month whatever happens: by kind, and on sellers for the company as a whole. */
interface FixedCost {
  in(plan: Plan, month: Month, start: Month): number;
  /** Doubted figures it depends on. */
  places: readonly PlanPlace[];
}

const NOTHING: FixedCost = { in: () => 0, places: [] };

const SPEND: FixedCost = {
  in: ({ kinds }) => kinds.net.spendPerMonth.value,
  places: [{ kind: 'net', of: 'spendPerMonth' }],
};

const PROSPECTORS: FixedCost = {
  in: ({ kinds, company }, month, start) =>
    prospectorsIn(month, kinds.spear, start) * company.costPerProspector.value,
  places: [
    { kind: null, of: 'costPerProspector' },
    { kind: 'spear', of: 'prospectors' },
    { kind: 'spear', of: 'attritionPerMonth' },
  ],
};

const SELLERS: FixedCost = {
  in: ({ company, sellerHires }, month) =>
    (company.sellers.value + headsHiredBy(month, sellerHires)) * company.costPerSeller.value,
  places: [
    { kind: null, of: 'costPerSeller' },
    { kind: null, of: 'sellers' },
  ],
};

const FIXED: Readonly<Record<PlannedKind, FixedCost>> = { seed: NOTHING, net: SPEND, spear: PROSPECTORS };

/**
 * What the plan costs by month: spend for nets, prospectors for spears, what else a lead costs for each kind, sellers for
 * the company as a whole. Of the first month only what is left of it. All months of a cost share one doubt: for each
 * figure, half the difference in the log of the total between one standard deviation up and one down (so doubt about
 * today's heads counts for less where most are yet to be hired), added up as independent.
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
  const monthlyOf = (cost: FixedCost, changed: Plan): number[] =>
    months.map(
      (month, offset) => Math.max(0, cost.in(changed, month, start)) * (offset === 0 ? shareLeft : 1),
    );
  const fixed = (cost: FixedCost): Pick<Cost, 'monthly' | 'doubt'> => ({
    monthly: monthlyOf(cost, plan),
    doubt: Math.hypot(
      ...cost.places.map((place) => effectOnTotal(plan, place, (changed) => monthlyOf(cost, changed))),
    ),
  });
  const ofKinds = kinds.map((kind): Cost => {
    const { costPerLead } = plan.kinds[kind];
    return {
      kind,
      ...fixed(FIXED[kind]),
      perLead: Math.max(0, costPerLead.value),
      perLeadDoubt: doubtAsLogSd(costPerLead.doubt),
    };
  });
  const ofCompany: Cost = { kind: null, ...fixed(SELLERS), perLead: 0, perLeadDoubt: 0 };
  return [...ofKinds, ofCompany].filter(
    ({ monthly, perLead }) => perLead > 0 || monthly.some((cost) => cost > 0),
  );
}

/** Sd of the log of the total that the doubt of one figure makes. */
function effectOnTotal(plan: Plan, place: PlanPlace, monthlyOf: (plan: Plan) => number[]): number {
  const assumption = assumptionAt(plan, place);
  if (assumption === null || assumption.doubt === 'sure') return 0;
  const { low, high } = oneSdAround(assumption, ASSUMPTION_RULES[place.of]);
  const totalAt = (value: number): number =>
    monthlyOf(withAssumption(plan, place, { value })).reduce((sum, cost) => sum + cost, 0);
  const [up, down] = [totalAt(high), totalAt(low)];
  return up > 0 && down > 0 ? Math.abs(Math.log(up) - Math.log(down)) / 2 : 0;
}

const COST_FIGURES: ReadonlySet<string> = new Set<PlanPlace['of']>([
  'costPerProspector',
  'costPerSeller',
  'spendPerMonth',
  'costPerLead',
]);

/** Places of what things cost that nobody has said: defaults, which are no costs to show beside a company's own deals. */
function unsaidCosts(plan: Plan): PlanPlace[] {
  return costPlaces(plan).filter((place) => assumptionAt(plan, place)?.from === 'default');
}

function costPlaces(plan: Plan): PlanPlace[] {
  return placesOf(plan).filter(({ of }) => COST_FIGURES.has(of));
}

/** True where somebody has said what anything costs. */
export function areCostsKnown(plan: Plan): boolean {
  return unsaidCosts(plan).length < costPlaces(plan).length;
}

/** The costs of which somebody has said what they are, as `buildCosts`; none where all are defaults. */
export function buildKnownCosts(
  plan: Plan,
  kinds: readonly PlannedKind[],
  startDay: Day,
  horizonMonths: number,
): Cost[] {
  const said = unsaidCosts(plan).reduce((known, place) => withAssumption(known, place, { value: 0 }), plan);
  return buildCosts(said, kinds, startDay, horizonMonths);
}
