import { KINDS } from '../deals/deal';
import { conversionOfHazards } from '../funnel/hazards';
import type { DealTimes } from './dealTimes';
import { LOST, WON } from './dealTimes';
import type { StageConversion } from './stageConversions';
import type { StageVisits } from './stageVisits';

/** Time bins of a stage: one for 12 transitions, at most 8, at quantiles of the time in it. */
const TRANSITIONS_PER_BIN = 12;
const MOST_BINS = 8;

/** A kind's rate in a bin is drawn to the pool's as if this many transitions had shown that. */
const PRIOR_TRANSITIONS = 2;
const JEFFREYS = 0.5;

/** How long deals were in a stage, and how they left it: for the first time onward, won included, or lost. */
interface Stays {
  count: number;
  days: Float64Array;
  kind: Uint8Array;
  end: Uint8Array;
}

const STAYS = 0;
const PASSED = 1;
const DROPPED = 2;
const NOT_IN = -1;

/**
 * Conversions per kind and stage from stage entries: the cumulative incidence of passing on against being lost, from the day
 * a stage was first entered, both hazards constant within bins of the time in it. Deals still in the stage are censored.
 * A deal that falls back and comes again is still the one that entered first; a skipped stage is not counted.
 *
 * @returns in the order of `KINDS`
 */
export function conversionsFromTransitions(
  visits: StageVisits,
  times: DealTimes,
  order: readonly string[],
): StageConversion[][] {
  const stays = staysByStage(visits, times, order);
  const ofStages = stays.map(conversionsOfStage);
  return KINDS.map((_, kind) =>
    order.map((stage, position) => {
      const { mean, n } = ofStages[position]![kind]!;
      return { stage, conversion: { mean, cases: n + PRIOR_TRANSITIONS }, n };
    }),
  );
}

/** Stages in the order of their mean age at entry, for deals whose funnel nobody described. */
export function orderByEntry(visits: StageVisits, times: DealTimes): string[] {
  const sum = new Float64Array(visits.stages.length);
  const count = new Float64Array(visits.stages.length);
  for (let deal = 0; deal < times.count; deal++) {
    for (let visit = visits.first[deal]!; visit < visits.first[deal + 1]!; visit++) {
      sum[visits.stage[visit]!]! += visits.day[visit]! - times.created[deal]!;
      count[visits.stage[visit]!]!++;
    }
  }
  return visits.stages
    .map((stage, index) => ({ stage, age: sum[index]! / Math.max(1, count[index]!) }))
    .sort((a, b) => a.age - b.age || (a.stage < b.stage ? -1 : 1))
    .map(({ stage }) => stage);
}

function staysByStage(visits: StageVisits, times: DealTimes, order: readonly string[]): Stays[] {
  const place = Int16Array.from(visits.stages, (stage) => order.indexOf(stage));
  const stays = order.map((): Stays => ({
    count: 0,
    days: new Float64Array(times.count),
    kind: new Uint8Array(times.count),
    end: new Uint8Array(times.count),
  }));
  /** Day on which the deal at hand entered each stage; `NOT_IN` before it did and after it left. */
  const entered = new Int32Array(order.length);
  const leaveUpTo = (stage: number, deal: number, day: number, end: number): void => {
    for (let left = 0; left < stage; left++) {
      if (entered[left] === NOT_IN) continue;
      const own = stays[left]!;
      // Half a day for the day of leaving: a stay of no time would have been at no risk.
      own.days[own.count] = day - entered[left]! + 0.5;
      own.kind[own.count] = times.kind[deal]!;
      own.end[own.count] = end;
      own.count++;
      entered[left] = NOT_IN;
    }
  };
  for (let deal = 0; deal < times.count; deal++) {
    entered.fill(NOT_IN);
    let furthest = -1;
    for (let visit = visits.first[deal]!; visit < visits.first[deal + 1]!; visit++) {
      const stage = place[visits.stage[visit]!]!;
      // Who falls back and comes again is still the one that entered first.
      if (stage <= furthest) continue;
      leaveUpTo(stage, deal, visits.day[visit]!, PASSED);
      entered[stage] = visits.day[visit]!;
      furthest = stage;
    }
    const end = times.end[deal] === WON ? PASSED : times.end[deal] === LOST ? DROPPED : STAYS;
    leaveUpTo(order.length, deal, times.last[deal]!, end);
  }
  return stays;
}

/** Conversion of one stage for each kind, and the transitions seen. */
function conversionsOfStage({ count, days, kind, end }: Stays): { mean: number; n: number }[] {
  const ageFrom = binsOf(days.subarray(0, count).filter((_, index) => end[index] !== STAYS));
  const bins = ageFrom.length;
  const kinds = KINDS.length;
  // A row for each kind, and one for the pool.
  const exposed = new Float64Array((kinds + 1) * bins);
  const passed = new Float64Array((kinds + 1) * bins);
  const dropped = new Float64Array((kinds + 1) * bins);
  for (let index = 0; index < count; index++) {
    const row = kind[index]! * bins;
    const left = days[index]!;
    let bin = 0;
    for (; bin + 1 < bins && left >= ageFrom[bin + 1]!; bin++) {
      exposed[row + bin]! += ageFrom[bin + 1]! - ageFrom[bin]!;
    }
    exposed[row + bin]! += left - ageFrom[bin]!;
    if (end[index] === PASSED) passed[row + bin]!++;
    if (end[index] === DROPPED) dropped[row + bin]!++;
  }
  for (const column of [exposed, passed, dropped]) {
    for (let cell = 0; cell < kinds * bins; cell++) column[kinds * bins + (cell % bins)]! += column[cell]!;
  }
  const pool = rates(exposed, passed, dropped, kinds, bins, null);
  return KINDS.map((_, row) => {
    const own = rates(exposed, passed, dropped, row, bins, pool);
    let n = 0;
    for (let bin = 0; bin < bins; bin++) n += passed[row * bins + bin]! + dropped[row * bins + bin]!;
    return { mean: conversionOfHazards({ ageFrom, won: own.passed, lost: own.dropped }), n };
  });
}

interface Rates {
  passed: number[];
  dropped: number[];
}

/** Rates of passing and dropping by bin; the pool's from half a transition either way, a kind's from the pool's. */
function rates(
  exposed: Float64Array,
  passed: Float64Array,
  dropped: Float64Array,
  row: number,
  bins: number,
  pool: Rates | null,
): Rates {
  const result: Rates = { passed: [], dropped: [] };
  for (let bin = 0; bin < bins; bin++) {
    const cell = row * bins + bin;
    const usual = pool === null ? null : { passed: pool.passed[bin]!, dropped: pool.dropped[bin]! };
    const leaving = usual === null ? 0 : usual.passed + usual.dropped;
    const extra = (own: number | undefined): number =>
      own === undefined ? JEFFREYS / bins : (PRIOR_TRANSITIONS * own) / leaving;
    const days = usual === null ? Math.max(1, exposed[cell]!) : exposed[cell]! + PRIOR_TRANSITIONS / leaving;
    result.passed.push((passed[cell]! + extra(usual?.passed)) / days);
    result.dropped.push((dropped[cell]! + extra(usual?.dropped)) / days);
  }
  return result;
}

function binsOf(days: Float64Array): number[] {
  const sorted = days.sort();
  const count = Math.max(1, Math.min(MOST_BINS, Math.round(sorted.length / TRANSITIONS_PER_BIN)));
  const starts = [0];
  for (let bin = 1; bin < count; bin++) {
    const start = Math.floor(sorted[Math.ceil((bin / count) * sorted.length) - 1]!) + 1;
    if (start > starts[starts.length - 1]!) starts.push(start);
  }
  return starts;
}
