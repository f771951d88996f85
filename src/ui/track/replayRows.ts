import {
  addMonths,
  monthOfDay,
  type BacktestResult,
  type Month,
  type Outlook,
  type Spread,
} from '../../engine';

export type Measure = 'revenue' | 'wins';
/** How far ahead the forecast looked: so many months, or the three of them together. */
export type Ahead = 1 | 2 | 3 | 'quarter';

/** What was forecast from one month end, beside what then happened. */
export interface ReplayRow {
  from: Month;
  /** The same month, or the last of three. */
  to: Month;
  forecast: number;
  actual: number;
  range: Spread;
  isInside: boolean;
}

const MONTHS_OF_QUARTER = 3;

/** A row for each month end, oldest first. Of wins there is no quarter: their ranges are by month. */
export function replayRows({ origins }: BacktestResult, measure: Measure, ahead: Ahead): ReplayRow[] {
  return origins.flatMap(({ origin, actual, forecasts, ranges }) => {
    const { seedcast } = forecasts;
    const range = ahead === 'quarter' ? ranges.quarter : ranges[measure][ahead - 1];
    if (!seedcast || !range || (ahead === 'quarter' && measure === 'wins')) return [];
    const pick = (outlook: Outlook): number =>
      ahead === 'quarter' ? outlook.quarter : (outlook[measure][ahead - 1] ?? 0);
    const after = monthOfDay(origin);
    const happened = pick(actual);
    return {
      from: addMonths(after, ahead === 'quarter' ? 1 : ahead),
      to: addMonths(after, ahead === 'quarter' ? MONTHS_OF_QUARTER : ahead),
      forecast: pick(seedcast),
      actual: happened,
      range,
      isInside: happened >= range.q10 && happened <= range.q90,
    };
  });
}

/** What the chart of those rows shows; i18n makes the sentence. */
export interface ReplayFinding {
  code: 'all' | 'above' | 'below' | 'both';
  inside: number;
  total: number;
}

/** Misses count as one-sided where at least three of four, and two at least, lie on one side. */
export function replayFinding(rows: readonly ReplayRow[]): ReplayFinding {
  const total = rows.length;
  const above = rows.filter(({ actual, range }) => actual > range.q90).length;
  const below = rows.filter(({ actual, range }) => actual < range.q10).length;
  const inside = total - above - below;
  const isMostly = (side: number): boolean => side >= 2 && side >= 0.75 * (above + below);
  if (inside === total) return { code: 'all', inside, total };
  return { code: isMostly(above) ? 'above' : isMostly(below) ? 'below' : 'both', inside, total };
}
