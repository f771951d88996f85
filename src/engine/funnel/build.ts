import type { Day } from '../calendar/calendar';
import { fiscalQuarterOf } from '../calendar/fiscal';
import { daysInMonth, firstDayOfMonth, lastDayOfMonth, monthOfDay, monthRange } from '../calendar/month';
import type { PlannedKind } from '../deals/deal';
import { PLANNED_KINDS } from '../deals/deal';
import { doubtAsLogSd, shareFromAssumption } from './doubt';
import type { Arrivals, Closing, DealValue, FunnelModel, KindModel } from './model';
import type { KindPlan, Plan } from './plan';

export interface BuildOptions {
  /** First day that is forecast; see `planStartDay`. */
  startDay: Day;
  /** Forecast months, the one that contains the start day included. */
  horizonMonths: number;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  currency: string;
}

/** Months of leads that a running company brings along: who came earlier has closed or never will. */
const MONTHS_BEFORE = 24;

/** Without evidence of anything else, leaving a stage is as likely on each of its days: an exponential time. */
const STAGE_SHAPE = 1;

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
    customers: null,
    quarterRhythm: [1, 1, 1],
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
  return {
    kind,
    arrivals: buildArrivals(assumed, plan.isRunning, startDay, horizonMonths),
    closing: buildClosing(assumed, plan.stageNames),
    value: buildValue(assumed),
  };
}

/**
 * Leads of month h: today's × (1 + growth)^h, of the first month only what is left of it. Doubt about growth is folded
 * into that of the level at the middle of the horizon, where a growth g ± d·g has moved the log level by about
 * d·g ÷ (1 + g) × months.
 */
function buildArrivals(
  assumed: KindPlan,
  isRunning: boolean,
  startDay: Day,
  horizonMonths: number,
): Arrivals {
  const month = monthOfDay(startDay);
  const shareLeft = (lastDayOfMonth(month) - startDay + 1) / daysInMonth(month);
  const growth = Math.max(-1, assumed.growthPerMonth.value);
  const leadsOfMonth = (offset: number): number =>
    Math.max(0, assumed.leadsPerMonth.value) * Math.pow(1 + growth, offset);
  const growthDoubt =
    growth > -1
      ? ((doubtAsLogSd(assumed.growthPerMonth.doubt) * Math.abs(growth)) / (1 + growth)) *
        ((horizonMonths - 1) / 2)
      : 0;
  return {
    monthly: Array.from({ length: horizonMonths }, (_, offset) =>
      offset === 0 ? leadsOfMonth(0) * shareLeft : leadsOfMonth(offset),
    ),
    before:
      isRunning && growth > -1
        ? Array.from({ length: MONTHS_BEFORE + 1 }, (_, offset) =>
            offset === 0 ? leadsOfMonth(0) * (1 - shareLeft) : leadsOfMonth(-offset),
          )
        : [],
    doubt: Math.hypot(doubtAsLogSd(assumed.leadsPerMonth.doubt), growthDoubt),
    overdispersion: 0,
    perCustomer: 0,
  };
}

function buildClosing(assumed: KindPlan, stageNames: readonly string[]): Closing {
  return {
    by: 'stages',
    stages: assumed.stages.map((stage, index) => ({
      name: stageNames[index] ?? '',
      conversion: shareFromAssumption(stage.conversion),
      days: {
        mean: Math.max(0, stage.days.value),
        shape: STAGE_SHAPE,
        doubt: doubtAsLogSd(stage.days.doubt),
      },
    })),
  };
}

function buildValue(assumed: KindPlan): DealValue {
  return {
    mean: Math.max(0, assumed.dealValue.value),
    variation: Math.max(0, assumed.valueVariation),
    doubt: doubtAsLogSd(assumed.dealValue.doubt),
  };
}
