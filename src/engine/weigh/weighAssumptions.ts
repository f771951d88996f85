import { fiscalYearOf } from '../calendar/fiscal';
import { monthOfDay, monthsBetween } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import { shorten, type Grounds } from '../goal/grounds';
import { estimateOf, leversOf } from '../goal/levers';
import { meanOfMonth, withMergedOpen } from '../goal/meanTotals';
import { ModelMaker } from '../goal/modelMaker';
import { moveAssumption } from '../goal/moveAssumption';
import type { Setting } from '../goal/setting';
import { turnLever } from '../goal/turnLever';
import { modelOf } from '../goal/turnModel';
import { ASSUMPTION_RULES } from '../plan/assumptionRules';
import { doubtRange } from '../plan/doubt';
import { assumptionAt, placeKey } from '../plan/place';
import type { Plan } from '../plan/plan';
import { exactMean } from '../simulate/exactMean';
import { surePlan } from '../plan/surePlan';
import { usedPlaces } from './usedPlaces';
import type { Weighed, WeighedPoint, WeighedRow, WeighedValue, Weighing } from './weighing';

/** A step of shares of the value. */
const SHARE_STEP = 0.1;
/** A step of growths, a month and a year. */
const POINTS_A_MONTH = 0.01;
const POINTS_A_YEAR = 0.1;

const MONTHS = 12;
/** Swings below this part of the year are arithmetic. */
const NOTHING = 1e-9;

/** One figure that is weighed: what a value of it makes of the year. */
interface Figure {
  what: Weighed;
  key: string;
  value: number;
  min: number;
  max: number;
  isGrowth: boolean;
  ofYear: boolean;
  range: { low: number; high: number } | null;
  at: (value: number) => Setting;
}

/**
 * What every figure of a forecast does to won value: a step of it either way, and the ends of its doubt, by the exact mean.
 * Steps are 10 % of the value (growths: one point a month, ten a year), cut to the figure's limits.
 */
export function weighAssumptions(grounds: Grounds, plan: Plan): Weighing {
  const model = new ModelMaker(grounds, plan).modelOf(plan);
  const start = model.months[0] ?? monthOfDay(model.start);
  const year = fiscalYearOf(start, model.fiscalYearStart);
  const already = happenedIn(model, start, year.from);
  const setting: Setting = { plan: surePlan(plan), factors: {} };
  // The fiscal year has no more months than that.
  const sure = new ModelMaker(shorten(grounds, MONTHS), setting.plan);
  const weigh = (put: Setting): WeighedValue => {
    const months = exactMean(withMergedOpen(withoutBallast(modelOf(sure, put))));
    const untilYearEnd = monthsBetween(start, year.to) + 1;
    const sumOf = (count: number): number =>
      months.slice(0, count).reduce((sum, month) => sum + meanOfMonth(month, 'value'), 0);
    return { nextTwelve: already.nextTwelve + sumOf(MONTHS), year: already.year + sumOf(untilYearEnd) };
  };
  const base = weigh(setting);
  const rows = figuresOf(grounds, plan, setting).flatMap((figure) => {
    const row = weighFigure(figure, weigh);
    const swing = Math.max(row.stepSwing, row.doubtSwing);
    return swing > NOTHING * Math.max(1, base.nextTwelve) ? [row] : [];
  });
  const swingOf = (row: WeighedRow): number => Math.max(row.stepSwing, row.doubtSwing);
  return {
    base,
    year,
    rows: rows.sort((one, other) => swingOf(other) - swingOf(one)),
    hasReferrals: model.customers !== null && model.kinds.some(({ arrivals }) => arrivals.perCustomer > 0),
  };
}

function weighFigure(figure: Figure, weigh: (setting: Setting) => WeighedValue): WeighedRow {
  const { what, key, value, range } = figure;
  const size = figure.isGrowth ? (figure.ofYear ? POINTS_A_YEAR : POINTS_A_MONTH) : SHARE_STEP;
  const reach = figure.isGrowth ? size : size * Math.abs(value);
  const point = (wished: number): WeighedPoint => {
    const at = Math.min(figure.max, Math.max(figure.min, wished));
    return { at, ...weigh(figure.at(at)) };
  };
  const less = point(value - reach);
  const more = point(value + reach);
  const low = range && point(range.low);
  const high = range && point(range.high);
  return {
    what,
    key,
    value,
    step: { by: figure.isGrowth ? 'points' : 'share', size },
    less,
    more,
    low,
    high,
    stepSwing: Math.abs(more.nextTwelve - less.nextTwelve),
    doubtSwing: low && high ? Math.abs(high.nextTwelve - low.nextTwelve) : 0,
  };
}

function figuresOf(grounds: Grounds, plan: Plan, setting: Setting): Figure[] {
  const ofPlan = usedPlaces(plan, grounds.summary).flatMap((place): Figure[] => {
    const assumption = assumptionAt(plan, place);
    if (assumption === null) return [];
    const { nature, min, max } = ASSUMPTION_RULES[place.of];
    const { low, high } = doubtRange(assumption, nature);
    return [
      {
        what: { basis: 'plan', place, doubt: assumption.doubt },
        key: placeKey(place),
        value: assumption.value,
        min,
        max,
        isGrowth: nature === 'signed',
        ofYear: place.of === 'valueGrowthPerYear',
        range: high > low ? { low, high } : null,
        at: (value) => ({ ...setting, plan: moveAssumption(setting.plan, place, value) }),
      },
    ];
  });
  return [...ofPlan, ...figuresOfHistory(grounds, plan, setting)];
}

function figuresOfHistory(grounds: Grounds, plan: Plan, setting: Setting): Figure[] {
  const { fitted, summary } = grounds;
  if (fitted === null) return [];
  const start = fitted.months[0] ?? monthOfDay(fitted.start);
  return leversOf(plan, summary, start).flatMap((lever): Figure[] => {
    const history = summary.kinds.find(({ kind }) => kind === lever.kind);
    const { of } = lever;
    if (lever.basis !== 'history' || history === undefined) return [];
    if (of !== 'leads' && of !== 'winRate' && of !== 'days' && of !== 'dealValue') return [];
    const { low, high } = estimateOf(history, of);
    return [
      {
        what: { basis: 'history', lever },
        key: `history.${lever.key}`,
        value: lever.value,
        ...lever.limits,
        isGrowth: false,
        ofYear: false,
        range: high > low ? { low, high } : null,
        at: (value) => turnLever(setting, lever, value, start),
      },
    ];
  });
}

/** Costs and recurring revenue are no won value. */
function withoutBallast(model: FunnelModel): FunnelModel {
  return { ...model, costs: [], recurring: null, history: [] };
}

function happenedIn(model: FunnelModel, start: string, yearFrom: string): WeighedValue {
  const since = (month: string): number =>
    model.history.reduce((sum, actual) => (actual.month >= month ? sum + actual.value : sum), 0);
  return { nextTwelve: since(start), year: since(yearFrom) };
}
