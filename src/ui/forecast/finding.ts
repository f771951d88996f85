import type { Month } from '../../engine';
import { chanceBand, type ChanceBand } from './chanceBand';
import type { MonthRow } from './monthRows';
import type { RunningRow } from './runningRows';

/** What a chart of months shows, in one line; i18n makes the sentence. */
export type MonthsFinding =
  | { code: 'nothing' }
  | { code: 'rising' | 'falling'; from: MonthRow; to: MonthRow }
  | { code: 'peaks' | 'peaksWide'; months: readonly Month[] }
  | { code: 'even' | 'evenWide' };

export type RunningFinding = { code: 'nothing' } | { code: 'noTarget' | ChanceBand; row: RunningRow };

/** A month stands out where it brings at least this many times the average month. */
const PEAK = 1.25;
/** More than three months that stand out are no longer a finding. */
const MOST_PEAKS = 3;
/** Change from the first to the last third that counts as growth or decline. */
const TREND = 1.25;
/** Share of the steps that must go the same way for it: quarter-end months may break it. */
const STEADY = 0.8;
/** The range is wide where it is on average wider than the month's own number. */
const WIDE = 1;

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
}

/** Whether nearly every month goes up (sign 1) or down (sign −1) from the one before. */
function isSteady(rows: readonly MonthRow[], sign: 1 | -1): boolean {
  const steps = rows.slice(1).map((row, index) => sign * (row.value - (rows[index]?.value ?? 0)));
  return steps.length >= 2 && steps.filter((step) => step > 0).length / steps.length >= STEADY;
}

/** The one line that a chart's title says. A steady trend comes first, then months that stand out, then the width. */
export function monthsFinding(rows: readonly MonthRow[]): MonthsFinding {
  const mean = average(rows.map((row) => row.value));
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last || mean <= 0) return { code: 'nothing' };

  const third = Math.max(1, Math.floor(rows.length / 3));
  const early = average(rows.slice(0, third).map((row) => row.value));
  const late = average(rows.slice(-third).map((row) => row.value));
  if (isSteady(rows, 1) && late >= early * TREND) return { code: 'rising', from: first, to: last };
  if (isSteady(rows, -1) && early >= late * TREND) return { code: 'falling', from: first, to: last };

  const widths = rows.flatMap(({ low, high, value }) =>
    low === null || high === null || value <= 0 ? [] : [(high - low) / value],
  );
  const isWide = widths.length > 0 && average(widths) > WIDE;
  const peaks = rows
    .filter((row) => row.value >= mean * PEAK)
    .sort((one, other) => other.value - one.value)
    .slice(0, MOST_PEAKS)
    .sort((one, other) => (one.month < other.month ? -1 : 1));
  if (peaks.length > 0)
    return { code: isWide ? 'peaksWide' : 'peaks', months: peaks.map(({ month }) => month) };
  return { code: isWide ? 'evenWide' : 'even' };
}

/** Where the period ends, and how likely that is to be at the target. @param reach null without a target */
export function runningFinding(rows: readonly RunningRow[], reach: number | null): RunningFinding {
  const row = rows.at(-1);
  if (!row || row.q90 <= 0) return { code: 'nothing' };
  return { code: reach === null ? 'noTarget' : chanceBand(reach), row };
}

/** Whether months of two years meet, so that a month's name alone does not say which is meant. */
export function spansYears(rows: readonly { month: Month }[]): boolean {
  return rows[0]?.month.slice(0, 4) !== rows.at(-1)?.month.slice(0, 4);
}
