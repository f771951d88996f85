import type { SeriesSummary } from '../../../engine';
import { list, month, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** A part that fewer than half of the likely fits have is more likely chance than season. */
const LIKELY = 0.5;
/** A month counts as high or low where it is so far from the others. */
const STANDS_OUT = 0.15;

/** With fewer wins a season is read into chance. */
const FEWEST_WINS = 30;

/** What the calendar does to wins, sentence by sentence; one that says so where it does nothing, or nobody could tell. */
export function seasonWords(wins: SeriesSummary, wonDeals: number): readonly string[] {
  if (wonDeals < FEWEST_WINS) return [m.why_season_few()];
  const { quarter, year, weightOf } = wins;
  const sentences: string[] = [];
  if (weightOf.quarter >= LIKELY) {
    const [first, second, third] = quarter.map((factor) => percent(factor));
    if (first && second && third)
      sentences.push(m.why_season_quarter({ first, second, third, sure: percent(weightOf.quarter) }));
  }
  if (year !== null && weightOf.year >= LIKELY) sentences.push(...yearWords(year));
  if (weightOf.changingLevel >= LIKELY) sentences.push(m.why_season_level());
  return sentences.length > 0 ? sentences : [m.why_season_none()];
}

function yearWords(year: readonly number[]): string[] {
  const named = (pick: (factor: number) => boolean): string =>
    list(
      year.flatMap((factor, index) =>
        pick(factor) ? [month(`2001-${String(index + 1).padStart(2, '0')}`, 'long')] : [],
      ),
    );
  const high = named((factor) => factor > 1 + STANDS_OUT);
  const low = named((factor) => factor < 1 - STANDS_OUT);
  return [
    ...(high === '' ? [] : [m.why_season_high({ months: high })]),
    ...(low === '' ? [] : [m.why_season_low({ months: low })]),
  ];
}
