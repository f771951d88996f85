import type { Month, VariantOutcome } from '../../engine';

export interface ContributionRow {
  /** Null for what no change makes by itself: chance and doubt, which the split leaves out. */
  changeId: string | null;
  value: number;
  /** Where its bar begins and how wide it is, as shares of the room for bars. */
  start: number;
  width: number;
}

/** Below this share of the largest part the rest is rounding, which nobody should wonder about. */
const REST_FROM = 0.01;

/**
 * What each change adds to the won value of a period, the strongest first, and what is left to the simulated difference as a
 * line of its own where it is more than rounding.
 */
export function contributionRows(
  { contributions, forecast }: VariantOutcome,
  { from, to }: { from: Month; to: Month },
  difference: number,
): readonly ContributionRow[] {
  const isIn = forecast.months.map((month) => month.from >= from && month.to <= to);
  const parts = contributions.map(({ changeId, value }) => ({
    changeId,
    value: value.reduce((sum, each, index) => (isIn[index] ? sum + each : sum), 0),
  }));
  const rest = difference - parts.reduce((sum, { value }) => sum + value, 0);
  const largest = Math.max(...parts.map(({ value }) => Math.abs(value)), 0);
  const sorted = [...parts].sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
  const rows = [
    ...sorted,
    ...(parts.length > 0 && Math.abs(rest) > largest * REST_FROM ? [{ changeId: null, value: rest }] : []),
  ];
  return withBars(rows);
}

/** One scale for all bars, nothing where they meet: all room is for the side that has the larger ones. */
function withBars(rows: readonly Pick<ContributionRow, 'changeId' | 'value'>[]): readonly ContributionRow[] {
  const most = Math.max(0, ...rows.map(({ value }) => value));
  const least = Math.min(0, ...rows.map(({ value }) => value));
  const span = most - least;
  return rows.map((row) => ({
    ...row,
    start: span > 0 ? (Math.min(0, row.value) - least) / span : 0,
    width: span > 0 ? Math.abs(row.value) / span : 0,
  }));
}
