import type { Deal } from '../deals/deal';
import type { DealTimes } from '../fit/dealTimes';
import { LOST, WON } from '../fit/dealTimes';
import type { StageVisits } from '../fit/stageVisits';

export const STAYS = 0;
export const PASSED = 1;
export const DROPPED = 2;

/** Who was in a stage, from when to when, and how they left it: onward (won included) or lost. One row for each deal that was there. */
export interface Stays {
  /** Null: the whole way from new lead to won. */
  stage: string | null;
  count: number;
  /** Position of the deal. */
  deal: Int32Array;
  kind: Uint8Array;
  entered: Int32Array;
  /** Last day there: the day of leaving, or the data day. */
  last: Int32Array;
  /** `STAYS`, `PASSED` or `DROPPED`. */
  end: Uint8Array;
}

const NOT_IN = -1;

/** The deal with the stage entries that somebody noted: those that only imports have shown come too late to be counted. */
export function withNotedEntries(deal: Deal): Deal {
  if (!deal.stageEntries.some(({ isSeen }) => isSeen)) return deal;
  return { ...deal, stageEntries: deal.stageEntries.filter(({ isSeen }) => !isSeen) };
}

/**
 * Stays by stage, in funnel order, as the conversions of the fit count them: a deal that falls back and comes again is still the one
 * that entered first; a skipped stage is not counted.
 */
export function staysInStages(visits: StageVisits, times: DealTimes, order: readonly string[]): Stays[] {
  const place = Int16Array.from(visits.stages, (stage) => order.indexOf(stage));
  const stays = order.map((stage) => emptyStays(stage, times.count));
  const entered = new Int32Array(order.length);
  const leaveUpTo = (stage: number, deal: number, day: number, end: number): void => {
    for (let left = 0; left < stage; left++) {
      if (entered[left] === NOT_IN) continue;
      add(stays[left]!, deal, times.kind[deal]!, entered[left]!, day, end);
      entered[left] = NOT_IN;
    }
  };
  for (let deal = 0; deal < times.count; deal++) {
    entered.fill(NOT_IN);
    let furthest = -1;
    for (let visit = visits.first[deal]!; visit < visits.first[deal + 1]!; visit++) {
      const stage = place[visits.stage[visit]!]!;
      if (stage <= furthest) continue;
      leaveUpTo(stage, deal, visits.day[visit]!, PASSED);
      entered[stage] = visits.day[visit]!;
      furthest = stage;
    }
    leaveUpTo(order.length, deal, times.last[deal]!, endOf(times, deal));
  }
  return stays;
}

/** Every deal in one stage from its creation to its end. */
export function staysInFunnel(times: DealTimes): Stays {
  const stays = emptyStays(null, times.count);
  for (let deal = 0; deal < times.count; deal++) {
    add(stays, deal, times.kind[deal]!, times.created[deal]!, times.last[deal]!, endOf(times, deal));
  }
  return stays;
}

function endOf(times: DealTimes, deal: number): number {
  return times.end[deal] === WON ? PASSED : times.end[deal] === LOST ? DROPPED : STAYS;
}

function emptyStays(stage: string | null, size: number): Stays {
  return {
    stage,
    count: 0,
    deal: new Int32Array(size),
    kind: new Uint8Array(size),
    entered: new Int32Array(size),
    last: new Int32Array(size),
    end: new Uint8Array(size),
  };
}

function add(stays: Stays, deal: number, kind: number, entered: number, last: number, end: number): void {
  const row = stays.count++;
  stays.deal[row] = deal;
  stays.kind[row] = kind;
  stays.entered[row] = entered;
  stays.last[row] = last;
  stays.end[row] = end;
}
