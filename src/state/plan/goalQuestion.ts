import { monthsBetween, type Forecast, type Goal, type GoalMeasure, type Month } from '../../engine';
import type { Settings } from '../../workspace/types';

/** What the user has said of the goal; null where it is left to what is suggested. */
export interface GoalDraft {
  measure: GoalMeasure;
  amount: number | null;
  by: Month | null;
  chance: number;
}

export const FIRST_DRAFT: GoalDraft = { measure: 'value', amount: null, by: null, chance: 0.8 };

/** A suggested amount is so much above what is expected. */
const ABOVE_MEAN = 1.2;
/** A goal nearer than this leaves hardly any time for a lead to become a deal. */
const LEAST_MONTHS = 6;

type Targets = Settings['targets'];

/** The question in full; null where the forecast has no months. */
export function goalOf(forecast: Forecast, targets: Targets, draft: GoalDraft): Goal | null {
  const { measure, chance } = draft;
  const first = forecast.months[0]?.from;
  const last = forecast.months.at(-1)?.to;
  if (first === undefined || last === undefined) return null;
  const by =
    draft.by !== null && draft.by >= first && draft.by <= last
      ? draft.by
      : suggestedEnd(forecast, targets, measure, { first, last });
  const amount = draft.amount ?? suggestedAmount(forecast, targets, measure, by);
  return { measure, amount, from: countsFrom(forecast, measure, by), by, chance };
}

/** Within the fiscal year under way all of it counts, as in the year's target; later goals count from the start on. */
function countsFrom(forecast: Forecast, measure: GoalMeasure, by: Month): Month | null {
  const year = forecast.years[0];
  return measure !== 'recurring' && year && by <= year.to ? year.from : null;
}

/** A target typed on Forecast says when; else the fiscal year's end, the next one where that is too near. */
function suggestedEnd(
  forecast: Forecast,
  targets: Targets,
  measure: GoalMeasure,
  { first, last }: { first: Month; last: Month },
): Month {
  const typed = measure === 'value' ? targetEnds(forecast, targets)[0] : undefined;
  if (typed !== undefined && typed.by <= last) return typed.by;
  const year = forecast.years.find(({ to }) => to <= last && monthsBetween(first, to) + 1 >= LEAST_MONTHS);
  return year?.to ?? last;
}

function targetEnds(forecast: Forecast, targets: Targets): { by: Month; amount: number }[] {
  const ends = [
    [forecast.years[0]?.to, targets.year],
    [forecast.nextTwelve.to, targets.nextTwelve],
    [forecast.quarters[0]?.to, targets.quarter],
  ] as const;
  return ends.flatMap(([by, amount]) => (by === undefined || amount === null ? [] : [{ by, amount }]));
}

function suggestedAmount(forecast: Forecast, targets: Targets, measure: GoalMeasure, by: Month): number {
  const typed = targetEnds(forecast, targets).find((target) => target.by === by);
  if (measure === 'value' && typed) return typed.amount;
  const wished = meanBy(forecast, measure, by) * ABOVE_MEAN;
  return Math.max(1, measure === 'wins' ? Math.ceil(wished) : roundUp(wished));
}

/** What is expected by the end of a month, counted as the goal counts it. */
export function meanBy(forecast: Forecast, measure: GoalMeasure, by: Month): number {
  const { months, past } = forecast;
  if (measure === 'recurring') {
    return forecast.recurring?.[months.findIndex(({ to }) => to === by)]?.mean ?? 0;
  }
  const from = countsFrom(forecast, measure, by);
  const before = from === null ? [] : past.filter(({ month }) => month >= from && month <= by);
  const ahead = months.filter(({ to }) => to <= by);
  return (
    before.reduce((sum, actual) => sum + actual[measure], 0) +
    ahead.reduce((sum, month) => sum + month[measure].mean, 0)
  );
}

/** Up to two digits: 4,318,000 becomes 4,400,000. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 0;
  const unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
  return Math.ceil(Number((value / unit).toPrecision(12))) * unit;
}
