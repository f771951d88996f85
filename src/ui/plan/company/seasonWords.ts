import type { Plan, PlannedKind } from '../../../engine';
import { leadSeason, PLANNED_KINDS } from '../../../engine';
import { list, month, percent } from '../../../i18n/format';
import { kindName } from '../../../i18n/kinds';
import { m } from '../../../i18n/paraglide/messages';
import type { SeasonPart } from './season';

/** A calendar month's name, 1 to 12. */
export function monthName(number: number, style: 'short' | 'long'): string {
  // Any year will do.
  return month(`2001-${String(number).padStart(2, '0')}`, style);
}

/** Months of a fiscal quarter in calendar months: the first, second or third of each. "Jan, Apr, Jul, Oct". */
export function monthsOfQuarter(place: number, fiscalYearStart: number): string {
  return [0, 3, 6, 9]
    .map((offset) => ((fiscalYearStart - 1 + place + offset) % 12) + 1)
    .sort((one, other) => one - other)
    .map((number) => monthName(number, 'short'))
    .join(', ');
}

/**
 * Highest and lowest month as they count, each if no other is as high or as low, or that there is no season.
 *
 * @param followed whose history the season is, in place of the plan's; null where it is the plan's
 */
export function seasonSentence(plan: Plan, followed: 'own' | 'theirs' | null = null): string {
  if (followed === 'theirs') return m.shared_season_history();
  if (followed === 'own') return m.planCompany_season_history();
  const season = leadSeason(plan);
  const [high, low] = [Math.max(...season), Math.min(...season)];
  if (high - low < 0.005) return m.planCompany_season_flat();
  const isAlone = (end: number): boolean =>
    season.filter((each) => Math.abs(each - end) < 0.005).length === 1;
  const most = { high: monthName(season.indexOf(high) + 1, 'long'), most: percent(high) };
  const fewest = { low: monthName(season.indexOf(low) + 1, 'long'), least: percent(low) };
  if (isAlone(high) && isAlone(low)) return m.planCompany_season_says({ ...most, ...fewest });
  if (isAlone(high)) return m.planCompany_season_most(most);
  if (isAlone(low)) return m.planCompany_season_fewest(fewest);
  return m.planCompany_season_between({ least: fewest.least, most: most.most });
}

/** From this weight on history speaks for a season rather than for chance. */
const LIKELY = 0.5;

/** How strongly the imported deals speak for what would be taken over. */
export function weightSentence(part: SeasonPart, weight: number): string {
  const share = percent(weight);
  if (part === 'leads')
    return weight >= LIKELY ? m.planCompany_season_likely({ share }) : m.planCompany_season_chance({ share });
  return weight >= LIKELY ? m.planCompany_rhythm_likely({ share }) : m.planCompany_rhythm_chance({ share });
}

/** Which kinds follow their own history instead of what is drawn; null where none does. */
export function unusedSentence(part: SeasonPart, kinds: readonly PlannedKind[]): string | null {
  if (kinds.length === 0) return null;
  if (kinds.length === PLANNED_KINDS.length)
    return part === 'leads' ? m.planCompany_season_unused() : m.planCompany_rhythm_unused();
  const named = list(kinds.map((kind) => kindName(kind)));
  return part === 'leads'
    ? m.planCompany_season_unused_for({ kinds: named })
    : m.planCompany_rhythm_unused_for({ kinds: named });
}
