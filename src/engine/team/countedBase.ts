import type { Day } from '../calendar/calendar';
import { addMonths, lastDayOfMonth, monthOfDay } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { dealTimes } from '../fit/dealTimes';
import { hasHistory } from '../fit/fitStages';
import { binOfAge } from '../funnel/hazards';

/** Ages are told apart as a careful person would in a spreadsheet: a fortnight at first, half a year at last. */
const AGES_FROM = [0, 15, 30, 60, 90, 135, 180, 270, 365, 540];
/** A rate counts as much as that of all once it rests on two cases. */
const PRIOR_CASES = 2;

/** Win rates as they could be counted on past days. */
export interface CountedBase {
  isByStage: boolean;
  /** The rate of an open deal, counted with what was known at this month end. */
  at(monthEnd: Day): (deal: Deal) => number;
}

interface Cell {
  n: number;
  won: number;
}

/**
 * What scores have to beat: of deals of that kind and age (and in that stage, where the deals have a history of stages) that were open
 * at earlier month ends, the share won within the months after, as far as these were over by then.
 */
export function countedBase(deals: readonly Deal[], dataDay: Day, months: number): CountedBase {
  const isByStage = hasHistory(deals, dealTimes(deals, dataDay));
  const keyAt = (deal: Deal, day: Day): string =>
    `${deal.kind} ${binOfAge(AGES_FROM, day + 1 - deal.created)} ${isByStage ? stageAt(deal, day) : ''}`;
  const first = deals.reduce((earliest, { created }) => Math.min(earliest, created), dataDay);
  const counted: { over: Day; cells: Map<string, Cell> }[] = [];
  for (
    let month = monthOfDay(first);
    lastDayOfMonth(addMonths(month, months)) <= dataDay;
    month = addMonths(month, 1)
  ) {
    const day = lastDayOfMonth(month);
    const over = lastDayOfMonth(addMonths(month, months));
    const cells = new Map<string, Cell>();
    for (const deal of deals) {
      if (!wasOpen(deal, day)) continue;
      const key = keyAt(deal, day);
      const cell = cells.get(key) ?? { n: 0, won: 0 };
      cell.n++;
      if (deal.outcome === 'won' && deal.closed !== null && deal.closed <= over) cell.won++;
      cells.set(key, cell);
    }
    counted.push({ over, cells });
  }
  return {
    isByStage,
    at: (monthEnd) => {
      const sums = new Map<string, Cell>();
      const all = { n: 0, won: 0 };
      for (const { over, cells } of counted) {
        if (over > monthEnd) break;
        for (const [key, { n, won }] of cells) {
          const sum = sums.get(key) ?? { n: 0, won: 0 };
          sums.set(key, { n: sum.n + n, won: sum.won + won });
          all.n += n;
          all.won += won;
        }
      }
      const overall = (all.won + 0.5) / (all.n + 1);
      return (deal) => {
        const { n, won } = sums.get(keyAt(deal, monthEnd)) ?? { n: 0, won: 0 };
        return (won + PRIOR_CASES * overall) / (n + PRIOR_CASES);
      };
    },
  };
}

function wasOpen({ created, outcome, closed }: Deal, day: Day): boolean {
  return created <= day && (outcome === 'open' || (closed !== null && closed > day));
}

/** The stage of the last entry by then; '' where none is known. */
function stageAt({ stageEntries }: Deal, day: Day): string {
  let stage = '';
  let latest = -Infinity;
  for (const entry of stageEntries) {
    if (entry.day > day || entry.day < latest) continue;
    stage = entry.stage;
    latest = entry.day;
  }
  return stage;
}
