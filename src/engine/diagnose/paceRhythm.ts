import type { Day, Month } from '../calendar/calendar';
import { dateOfDay } from '../calendar/day';
import { monthOfQuarter } from '../calendar/fiscal';
import {
  addMonths,
  daysInMonth,
  firstDayOfMonth,
  monthOfDay,
  monthOfYear,
  monthsBetween,
} from '../calendar/month';
import type { Deal } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';

/** How a company's sales come over the year and over the month. */
export interface PaceRhythm {
  /** Of an ordinary year, the share that a month brings. */
  shareOfMonth: (month: Month) => number;
  /** Of a month's sales, the share that is there by the end of a day of it. */
  shareByDay: (day: Day) => number;
  /** False: too few wins to tell, months bring alike and days bring alike. */
  isOwn: boolean;
}

const MONTHS = 12;
/** The year's rhythm counts as much as that of the quarter alone once so many wins of whole years tell it. */
const PRIOR_WINS_OF_YEAR = 100;
/** The rhythm of the month counts as much as a straight line once so many wins tell it. */
const PRIOR_WINS_OF_MONTH = 30;
const ENOUGH_WINS = 30;
const PARTS_OF_MONTH = 30;
const YEARS_LOOKED_AT = 3;

/**
 * The year: wins by calendar month over the last whole years (up to three, back from the last whole month), drawn to the closing rhythm
 * of the quarter. The month: wins of the same time by how far the month had gone when they closed, drawn to a straight line. Wins, not
 * amounts: one big deal makes no season.
 *
 * @param deals null: days of a month bring alike
 */
export function paceRhythm(model: FunnelModel, deals: readonly Deal[] | null): PaceRhythm {
  const { fiscalYearStart, quarterRhythm, history, start } = model;
  const lastWhole = addMonths(monthOfDay(start), -1);
  const first = history.reduce((earliest, { month }) => (month < earliest ? month : earliest), lastWhole);
  const years = Math.min(YEARS_LOOKED_AT, Math.floor((monthsBetween(first, lastWhole) + 1) / MONTHS));
  const from = addMonths(lastWhole, 1 - MONTHS * years);
  const wins = new Float64Array(MONTHS);
  let all = 0;
  let ever = 0;
  for (const row of history) {
    ever += row.wins;
    if (row.month < from || row.month > lastWhole) continue;
    wins[monthOfYear(row.month) - 1]! += row.wins;
    all += row.wins;
  }
  const isOwn = ever >= ENOUGH_WINS;
  return {
    isOwn,
    shareOfMonth: (month) => {
      if (!isOwn) return 1 / MONTHS;
      const usual = quarterRhythm[monthOfQuarter(month, fiscalYearStart)] / MONTHS;
      return (wins[monthOfYear(month) - 1]! + PRIOR_WINS_OF_YEAR * usual) / (all + PRIOR_WINS_OF_YEAR);
    },
    shareByDay: shareByDay(
      isOwn ? (deals ?? []) : [],
      firstDayOfMonth(addMonths(lastWhole, 1 - MONTHS * YEARS_LOOKED_AT)),
      start,
    ),
  };
}

/** Share of the wins from `from` to before `end` that came by so far into their months. */
function shareByDay(deals: readonly Deal[], from: Day, end: Day): PaceRhythm['shareByDay'] {
  const parts = new Float64Array(PARTS_OF_MONTH);
  let wins = 0;
  for (const { outcome, closed } of deals) {
    if (outcome !== 'won' || closed === null || closed < from || closed >= end) continue;
    const { dayOfMonth } = dateOfDay(closed);
    const days = daysInMonth(monthOfDay(closed));
    // The middle of the day; days of months of 28 to 31 days never share out evenly, which the prior makes up for.
    parts[Math.min(PARTS_OF_MONTH - 1, Math.floor(((dayOfMonth - 0.5) / days) * PARTS_OF_MONTH))]!++;
    wins++;
  }
  const byPart = new Float64Array(PARTS_OF_MONTH + 1);
  parts.forEach((count, part) => {
    const share = (count + PRIOR_WINS_OF_MONTH / PARTS_OF_MONTH) / (wins + PRIOR_WINS_OF_MONTH);
    byPart[part + 1] = byPart[part]! + share;
  });
  return (day) => {
    const gone = dateOfDay(day).dayOfMonth / daysInMonth(monthOfDay(day));
    const at = Math.min(PARTS_OF_MONTH, gone * PARTS_OF_MONTH);
    const part = Math.min(PARTS_OF_MONTH - 1, Math.floor(at));
    return byPart[part]! + (at - part) * (byPart[part + 1]! - byPart[part]!);
  };
}
