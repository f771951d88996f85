import type { Day } from '../calendar/calendar';
import { lastDayOfMonth, monthOfDay } from '../calendar/month';
import { KINDS } from '../deals/deal';
import type { DealChances, KindChances } from '../fit/dealChances';
import { winsAheadFromAge } from '../funnel/hazards';
import type { Hazards } from '../funnel/model';
import { lastDayToStart } from '../goal/lastDays';
import type { LeadGoal, ListOptions, QuotaGoal, Seller, SellerPeriod, TeamAnswer } from './team';

const DAYS_PER_MONTH = 30.4375;
/** What a lead brings is averaged over so many days on which it may come. */
const DAYS_TRIED = 12;
/** Of leads that come later, fewer than half of the wins come in time. */
const SHARE_IN_TIME = 0.5;

/**
 * What it takes to make the quota of each period: so many new leads of each kind by the day until which they help, in the mix they come
 * in (what comes by then at the pace of late, times one factor for all kinds).
 */
export function quotaGoals(
  chances: DealChances,
  team: TeamAnswer,
  { seller: name, quotaPerQuarter, leadsPerMonth }: Omit<ListOptions, 'most'>,
): QuotaGoal[] {
  const seller = team.sellers.find((each) => each.name === name);
  if (seller === undefined || seller.hasLeft || quotaPerQuarter === null) return [];
  return team.periods.map(({ from, to }, index) => {
    const own = seller.periods[index]!;
    const quota = quotaPerQuarter * own.output;
    const covered = own.alreadyWon + own.fromOpen;
    const gap = Math.max(0, quota - covered);
    const leads = gap > 0 ? leadsForGap(gap, chances, seller, own, lastDayOfMonth(to), leadsPerMonth) : [];
    return { from, to, quota, covered, gap, leads };
  });
}

function leadsForGap(
  gap: number,
  chances: DealChances,
  seller: Seller,
  { output }: SellerPeriod,
  end: Day,
  leadsPerMonth: ListOptions['leadsPerMonth'],
): LeadGoal[] {
  const factor = chances.sellers.find(({ owner }) => owner === seller.name);
  const helpful = seller.leadShares.flatMap(({ kind, share }) => {
    const plain = chances.kinds[KINDS.indexOf(kind)]!;
    const own = { ...plain, hazards: withFactors(plain.hazards, factor?.won ?? 1, factor?.lost ?? 1) };
    const by = lastUsefulDay(own.hazards, end);
    const pace = (leadsPerMonth[kind] ?? 0) * share * output;
    if (by === null || by < chances.start || !(pace > 0)) return [];
    const expected = (pace * (by - chances.start + 1)) / DAYS_PER_MONTH;
    return [{ kind, by, expected, valueEach: meanValueOfLead(own, chances.start, by, end) }];
  });
  const usual = helpful.reduce((sum, { expected, valueEach }) => sum + expected * valueEach, 0);
  if (!(usual > 0)) return [];
  return helpful.map((kind) => ({ ...kind, leads: Math.ceil((gap * kind.expected) / usual) }));
}

/** The last day whose leads bring half of their wins by the end. */
function lastUsefulDay(hazards: Hazards, end: Day): Day | null {
  return lastDayToStart(
    { by: 'hazards', hazards, conversion: { mean: 1, cases: null } },
    monthOfDay(end),
    SHARE_IN_TIME,
  );
}

/** What a lead that comes on some day from `first` to `last` brings by the end, at today's pace of closing. */
export function meanValueOfLead(kind: KindChances, first: Day, last: Day, end: Day): number {
  let sum = 0;
  for (let index = 0; index < DAYS_TRIED; index++) {
    const day = first + ((index + 0.5) / DAYS_TRIED) * (last + 1 - first);
    const days = Math.max(0, end + 1 - day);
    const { worth } = winsAheadFromAge(kind.hazards, kind.valueFactors, 0, [{ days, rhythm: 1 }]);
    sum += worth[0]!;
  }
  return (kind.value.mean * sum) / DAYS_TRIED;
}

function withFactors({ ageFrom, won, lost }: Hazards, wonFactor: number, lostFactor: number): Hazards {
  return {
    ageFrom,
    won: won.map((rate) => rate * wonFactor),
    lost: lost.map((rate) => rate * lostFactor),
  };
}
