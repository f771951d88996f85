import type { Calibration } from '../../../engine';
import { number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** A factor nearer to 1 changes no range that anybody would see. */
const WORTH_TELLING = 0.05;

/** What past forecasts have taught about the ranges, in a sentence: the mean of the three measures' factors. */
export function learntWords({ wins, revenue, quarter, origins }: Calibration): string {
  const factor = (wins + revenue + quarter) / 3;
  const words = { factor: number(factor, 2), origins: number(origins) };
  if (Math.abs(factor - 1) < WORTH_TELLING) return m.why_range_learnt_same(words);
  return factor > 1 ? m.why_range_learnt_wider(words) : m.why_range_learnt_narrower(words);
}
