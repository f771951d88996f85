import type { Forecast, Month, ScenarioComparison, Variant } from '../../engine';
import { periodOf, type PeriodName } from '../forecast/period';
import { runningRows, type RunningRow } from '../forecast/runningRows';
import { outcomeOf } from './differences';

/** The running total of one variant, or of the base (`id` null), over the same months as all the others. */
export interface RunningTotal {
  id: string | null;
  name: string;
  rows: readonly RunningRow[];
}

/** More lines than these can't be told apart. */
export const MOST_LINES = 6;

/**
 * The base and as many variants as can be told apart, the one that is looked at always among them, each as it runs over the
 * period.
 */
export function runningTotals(
  comparison: ScenarioComparison,
  variants: readonly Variant[],
  current: string,
  name: PeriodName,
  baseName: string,
): readonly RunningTotal[] {
  const rowsOf = (forecast: Forecast): readonly RunningRow[] =>
    runningRows(forecast, periodOf(forecast, name));
  const answered = variants.flatMap((variant) => {
    const outcome = outcomeOf(comparison, variant.id);
    return outcome ? [{ id: variant.id, name: variant.name, rows: rowsOf(outcome.forecast) }] : [];
  });
  const first = answered.slice(0, MOST_LINES);
  const chosen = answered.find(({ id }) => id === current);
  const shown = chosen && !first.includes(chosen) ? [...first.slice(0, -1), chosen] : first;
  return [{ id: null, name: baseName, rows: rowsOf(comparison.base) }, ...shown];
}

/** How far one line is from another where both end; null where either has nothing to show. */
export function gapAtEnd(
  line: RunningTotal | undefined,
  base: RunningTotal | undefined,
): { month: Month; gap: number; of: number } | null {
  const end = line?.rows.at(-1);
  const start = base?.rows.at(-1);
  return end && start ? { month: end.month, gap: end.mean - start.mean, of: start.mean } : null;
}
