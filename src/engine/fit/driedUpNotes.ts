import type { Day } from '../calendar/calendar';
import { KINDS, type Deal, type Kind } from '../deals/deal';
import type { ModelNote } from '../funnel/model';

/** The latest quarter is held against what came before it. */
const RECENT_DAYS = 91;
const STEP_DAYS = 30;
/** Older than this a kind's volume says little of what is usual now; two years let a season come back. */
const BEFORE_DAYS = 730;
const FEWEST_BEFORE_DAYS = 182;
/** Dried up: at most a quarter of what is usual, the forecast counting on more than that, … */
const SHARE_LEFT = 0.25;
/** … less than half of the leanest quarter before, so that neither a season nor leads that come in bursts look like it, … */
const SHARE_OF_LEANEST = 0.5;
/** … and too few to be chance, of which each import has a handful of tries (one a kind). */
const RARE = 0.001;
const DAYS_IN_MONTH = 30.4375;

/**
 * Kinds of source from which clearly fewer leads have come of late than ever before, while the forecast still goes by an average
 * of months (see "Arrivals" in docs/methods.md). Chance is excluded by the binomial tail: given all leads of a kind, and none
 * the worse, each falls in the latest quarter with that quarter's share of the time.
 *
 * @param expectedPerMonth leads a month that the forecast expects, by kind
 */
export function driedUpNotes(
  deals: readonly Deal[],
  dataDay: Day,
  expectedPerMonth: ReadonlyMap<Kind, number>,
): ModelNote[] {
  const firstCreated = deals.reduce((first, { created }) => Math.min(first, created), dataDay);
  const recentFrom = dataDay - RECENT_DAYS + 1;
  const beforeFrom = Math.max(firstCreated, recentFrom - BEFORE_DAYS);
  const beforeDays = recentFrom - beforeFrom;
  if (beforeDays < FEWEST_BEFORE_DAYS) return [];
  return KINDS.flatMap((kind): ModelNote[] => {
    const created = deals
      .filter((deal) => deal.kind === kind && deal.created >= beforeFrom)
      .map((deal) => deal.created);
    const between = (from: Day, to: Day): number => created.filter((day) => day >= from && day < to).length;
    const before = between(beforeFrom, recentFrom);
    const recent = created.length - before;
    const usual = before / beforeDays;
    if (recent > SHARE_LEFT * usual * RECENT_DAYS) return [];
    for (let from = recentFrom - RECENT_DAYS; from >= beforeFrom; from -= STEP_DAYS) {
      if (recent >= SHARE_OF_LEANEST * between(from, from + RECENT_DAYS)) return [];
    }
    if (!(binomialTail(recent, created.length, RECENT_DAYS / (RECENT_DAYS + beforeDays)) < RARE)) return [];
    const usualPerMonth = usual * DAYS_IN_MONTH;
    const expected = expectedPerMonth.get(kind) ?? 0;
    if (expected < SHARE_LEFT * usualPerMonth) return [];
    return [{ code: 'driedUp', params: { kind, count: recent, usual: usualPerMonth, expected } }];
  });
}

/** P(X ≤ most) of `trials` with chance `share` each, term by term in logs: any size of either. */
function binomialTail(most: number, trials: number, share: number): number {
  let logTerm = trials * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let hits = 1; hits <= most; hits++) {
    logTerm += Math.log((trials - hits + 1) / hits) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
