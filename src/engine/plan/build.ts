import type { Day } from '../calendar/calendar';
import { fiscalQuarterOf } from '../calendar/fiscal';
import { firstDayOfMonth, monthOfDay, monthRange } from '../calendar/month';
import type { PlannedKind } from '../deals/deal';
import { PLANNED_KINDS } from '../deals/deal';
import type { Closing, Customers, DealValue, FunnelModel, KindModel, Recurring } from '../funnel/model';
import { buildArrivals } from './buildArrivals';
import { buildCosts } from './buildCosts';
import { doubtAsLogSd, doubtAsSd, sdAsLogSd, shareFromAssumption } from './doubt';
import type { KindPlan, Plan } from './plan';
import { closingRhythm } from './season';

export interface BuildOptions {
  /** First day that is forecast; see `planStartDay`. */
  startDay: Day;
  /** Forecast months, the one that contains the start day included. */
  horizonMonths: number;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  currency: string;
}

/** Without evidence of anything else, leaving a stage is as likely on each of its days: an exponential time. */
const STAGE_SHAPE = 1;

/** Days of a stage below this are none: about a second, and nobody means less. */
const SHORTEST_DAYS = 1e-5;

/** From assumptions to a model. What is assumed carries its doubt; the method adds none of its own. */
export function build(plan: Plan, options: BuildOptions): FunnelModel {
  const { startDay, horizonMonths, fiscalYearStart, currency } = options;
  return {
    currency,
    start: startDay,
    months: monthRange(monthOfDay(startDay), horizonMonths),
    fiscalYearStart,
    kinds: PLANNED_KINDS.map((kind) => buildKind(plan, kind, startDay, horizonMonths)),
    open: [],
    customers: buildCustomers(plan),
    recurring: buildRecurring(plan),
    costs: buildCosts(plan, PLANNED_KINDS, startDay, horizonMonths),
    quarterRhythm: closingRhythm(plan),
    levelVariance: new Array<number>(horizonMonths).fill(0),
    history: [],
    notes: [],
  };
}

/** First day of the plan's first month, else of the current fiscal quarter. */
export function planStartDay(plan: Plan, today: Day, fiscalYearStart: number): Day {
  return firstDayOfMonth(plan.startMonth ?? fiscalQuarterOf(monthOfDay(today), fiscalYearStart).from);
}

/** One kind of a plan as the simulator needs it. */
export function buildKind(plan: Plan, kind: PlannedKind, startDay: Day, horizonMonths: number): KindModel {
  const assumed = plan.kinds[kind];
  const growth = valueGrowthByMonth(assumed, horizonMonths);
  return {
    kind,
    arrivals: buildArrivals(plan, kind, startDay, horizonMonths),
    closing: buildClosing(assumed, plan.stageNames),
    value: buildValue(assumed, horizonMonths),
    ...(growth === null ? {} : { level: { wins: [], value: growth } }),
  };
}

/** Customers matter where they refer others or go on paying. */
export function buildCustomers({ company, kinds, recurring }: Plan): Customers | null {
  if (!recurring.isOn && !(kinds.seed.referralsPerCustomer.value > 0)) return null;
  const churn = company.churnPerMonth;
  return {
    active: Math.max(0, company.activeCustomers.value),
    monthlyChurn: Math.min(1, Math.max(0, churn.value)),
    activeDoubt: doubtAsLogSd(company.activeCustomers.doubt),
    churnDoubt: sdAsLogSd(doubtAsSd(churn, 'share'), churn.value),
  };
}

export function buildRecurring({ company, recurring }: Plan): Recurring | null {
  if (!recurring.isOn) return null;
  return {
    today: Math.max(0, company.revenueToday.value),
    todayDoubt: doubtAsLogSd(company.revenueToday.doubt),
    monthsInDealValue: recurring.monthsInDealValue,
    monthlyExpansion: company.expansionPerMonth.value,
    expansionDoubt: doubtAsSd(company.expansionPerMonth, 'signed'),
  };
}

function buildClosing(assumed: KindPlan, stageNames: readonly string[]): Closing {
  return {
    by: 'stages',
    stages: assumed.stages.map((stage, index) => ({
      name: stageNames[index] ?? '',
      conversion: shareFromAssumption(stage.conversion),
      days: {
        mean: stage.days.value < SHORTEST_DAYS ? 0 : stage.days.value,
        shape: STAGE_SHAPE,
        doubt: doubtAsLogSd(stage.days.doubt),
      },
    })),
  };
}

/**
 * Deal value less discount. One factor carries all doubts: that of the value, of the share that is left after discount, and
 * of growth as it stands in the middle of the horizon.
 */
function buildValue(assumed: KindPlan, horizonMonths: number): DealValue {
  const { dealValue, discount, valueGrowthPerYear, variation } = assumed;
  const left = 1 - Math.min(1, Math.max(0, discount.value));
  const growth = 1 + valueGrowthPerYear.value;
  const yearsToMiddle = (horizonMonths - 1) / 24;
  return {
    mean: Math.max(0, dealValue.value) * left,
    variation: Math.max(0, variation.value),
    doubt: Math.hypot(
      doubtAsLogSd(dealValue.doubt),
      sdAsLogSd(doubtAsSd(discount, 'share'), left),
      growth > 0 ? (doubtAsSd(valueGrowthPerYear, 'signed') / growth) * yearsToMiddle : 0,
    ),
  };
}

/** (1 + growth)^(months ÷ 12), or null where values stay as they are. */
function valueGrowthByMonth({ valueGrowthPerYear }: KindPlan, horizonMonths: number): number[] | null {
  const growth = 1 + Math.max(-1, valueGrowthPerYear.value);
  if (growth === 1) return null;
  return Array.from({ length: horizonMonths }, (_, month) => Math.pow(growth, month / 12));
}
