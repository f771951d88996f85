import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { dealTimes, LOST, WON, type DealTimes } from '../fit/dealTimes';
import { hasHistory } from '../fit/fitStages';
import { orderByEntry } from '../fit/stageTransitions';
import { stageVisits, type StageVisits } from '../fit/stageVisits';
import { DROPPED, PASSED, STAYS, withNotedEntries } from './stays';

/**
 * How deals went through a funnel of states: the stages in order and, first of all, state 0 before any stage (created, no entry noted
 * yet). Where stages have no history that state is the whole funnel: it is left by being won or lost.
 */
export interface FunnelStays {
  /** Names of the states; null for state 0. */
  states: readonly (string | null)[];
  /** One row for each time in a state; a deal that falls back and comes again is still the one that entered first. */
  count: number;
  state: Uint8Array;
  /** Position in `KINDS`. */
  kind: Uint8Array;
  /** First day in it, and the day it left or the last known one. */
  from: Int32Array;
  to: Int32Array;
  /** `STAYS`, `PASSED` or `DROPPED`. */
  end: Uint8Array;
  /** Shares of the deals of a kind that begin in each state, row by kind. */
  entry: Float64Array;
  /** Of those that go on from a state, the shares that go to each state, the last column being won: kind × state × (states + 1). */
  next: Float64Array;
  times: DealTimes;
}

/** A kind's ways through the funnel are drawn to those of all kinds as if five deals had gone them. */
const PRIOR_DEALS = 5;

/**
 * @param deals as known on the data day
 * @param order stages in funnel order; null: by mean age at entry
 * @param isWhole true: from lead to won, whatever is known of stages
 */
export function funnelStays(
  deals: readonly Deal[],
  dataDay: Day,
  order: readonly string[] | null,
  isWhole: boolean,
): FunnelStays {
  const times = dealTimes(deals, dataDay);
  const noted = isWhole ? [] : deals.map(withNotedEntries);
  const visits = !isWhole && hasHistory(noted, times) ? stageVisits(noted, times) : null;
  const names = visits === null ? [] : (order ?? orderByEntry(visits, times));
  return collect(visits, times, names);
}

function collect(visits: StageVisits | null, times: DealTimes, names: readonly string[]): FunnelStays {
  const states = [null, ...names];
  const place = visits === null ? [] : visits.stages.map((stage) => names.indexOf(stage) + 1);
  const size = times.count + (visits?.stage.length ?? 0);
  const stays = {
    state: new Uint8Array(size),
    kind: new Uint8Array(size),
    from: new Int32Array(size),
    to: new Int32Array(size),
    end: new Uint8Array(size),
  };
  const ways = countWays(states.length);
  let count = 0;
  const leave = (kind: number, state: number, from: Day, to: Day, end: number): void => {
    stays.kind[count] = kind;
    stays.state[count] = state;
    stays.from[count] = from;
    stays.to[count] = to;
    stays.end[count++] = end;
  };
  for (let deal = 0; deal < times.count; deal++) {
    const kind = times.kind[deal]!;
    let state = 0;
    let since = times.created[deal]!;
    let hasBegun = false;
    const last = visits === null ? 0 : visits.first[deal + 1]!;
    for (let visit = visits === null ? 0 : visits.first[deal]!; visit < last; visit++) {
      const reached = place[visits!.stage[visit]!]!;
      if (reached <= state) continue;
      const day = visits!.day[visit]!;
      if (!hasBegun && day === since) ways.begin(kind, reached);
      else {
        if (!hasBegun) ways.begin(kind, 0);
        leave(kind, state, since, day, PASSED);
        ways.go(kind, state, reached);
      }
      hasBegun = true;
      state = reached;
      since = day;
    }
    if (!hasBegun) ways.begin(kind, 0);
    const end = times.end[deal] === WON ? PASSED : times.end[deal] === LOST ? DROPPED : STAYS;
    leave(kind, state, since, times.last[deal]!, end);
    if (end === PASSED) ways.go(kind, state, states.length);
  }
  return { states, count, ...stays, ...ways.shares(), times };
}

interface Ways {
  begin: (kind: number, state: number) => void;
  go: (kind: number, from: number, to: number) => void;
  shares: () => Pick<FunnelStays, 'entry' | 'next'>;
}

function countWays(states: number): Ways {
  const kinds = KINDS.length;
  const columns = states + 1;
  const entry = new Float64Array(kinds * states);
  const next = new Float64Array(kinds * states * columns);
  return {
    begin: (kind, state) => entry[kind * states + state]!++,
    go: (kind, from, to) => next[(kind * states + from) * columns + to]!++,
    shares: () => ({
      entry: sharesOf(entry, kinds, states, () => 0),
      // Where nobody ever went on from a state the next one is as good a guess as any.
      next: sharesOf(next, kinds, columns, (row) => (row % states) + 1),
    }),
  };
}

/** Counts by kind, drawn to the sum over kinds; a row without any goes to `usual`. */
function sharesOf(
  counts: Float64Array,
  kinds: number,
  columns: number,
  usual: (row: number) => number,
): Float64Array {
  const rows = counts.length / columns;
  const perKind = rows / kinds;
  const shares = new Float64Array(counts.length);
  for (let row = 0; row < perKind; row++) {
    const pool = new Float64Array(columns);
    for (let kind = 0; kind < kinds; kind++) {
      for (let to = 0; to < columns; to++) pool[to]! += counts[(kind * perKind + row) * columns + to]!;
    }
    const all = pool.reduce((sum, cases) => sum + cases, 0);
    if (all === 0) pool[usual(row)] = 1;
    for (let kind = 0; kind < kinds; kind++) {
      const begin = (kind * perKind + row) * columns;
      const own = counts.subarray(begin, begin + columns).reduce((sum, cases) => sum + cases, 0);
      for (let to = 0; to < columns; to++) {
        const share = pool[to]! / Math.max(1, all);
        shares[begin + to] = (counts[begin + to]! + PRIOR_DEALS * share) / (own + PRIOR_DEALS);
      }
    }
  }
  return shares;
}
