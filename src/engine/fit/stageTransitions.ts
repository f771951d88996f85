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
  days: number[];
  kind: number[];
  end: number[];
}

const STAYS = 0;
const PASSED = 1;
const DROPPED = 2;

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
  const place = visits.stages.map((stage) => order.indexOf(stage));
  const stays = order.map((): Stays => ({ days: [], kind: [], end: [] }));
  const entered = new Int32Array(order.length);
  for (let deal = 0; deal < times.count; deal++) {
    entered.fill(-1);
    let furthest = -1;
    const leave = (stage: number, day: number, end: number): void => {
      if (entered[stage]! < 0) return;
      // Half a day for the day of leaving: a stay of no time would have been at no risk.
      stays[stage]!.days.push(day - entered[stage]! + 0.5);
      stays[stage]!.kind.push(times.kind[deal]!);
      stays[stage]!.end.push(end);
      entered[stage] = -2;
    };
    for (let visit = visits.first[deal]!; visit < visits.first[deal + 1]!; visit++) {
      const stage = place[visits.stage[visit]!]!;
      if (stage < 0) continue;
      for (let earlier = 0; earlier < stage; earlier++) leave(earlier, visits.day[visit]!, PASSED);
      // Who falls back behind the furthest stage had passed those in between before.
      if (stage > furthest) {
        entered[stage] = visits.day[visit]!;
        furthest = stage;
      }
    }
    const end = times.end[deal] === WON ? PASSED : times.end[deal] === LOST ? DROPPED : STAYS;
    for (let stage = 0; stage < order.length; stage++) leave(stage, times.last[deal]!, end);
  }
  return stays;
}

/** Conversion of one stage for each kind, and the transitions seen. */
function conversionsOfStage({ days, kind, end }: Stays): { mean: number; n: number }[] {
  const ageFrom = binsOf(days.filter((_, index) => end[index] !== STAYS));
  const bins = ageFrom.length;
  const kinds = KINDS.length;
  const exposed = new Float64Array((kinds + 1) * bins);
  const passed = new Float64Array((kinds + 1) * bins);
  const dropped = new Float64Array((kinds + 1) * bins);
  for (let index = 0; index < days.length; index++) {
    for (let bin = 0; bin < bins; bin++) {
      const width = Math.min(days[index]!, ageFrom[bin + 1] ?? Infinity) - ageFrom[bin]!;
      const isLast = bin + 1 === bins || days[index]! < ageFrom[bin + 1]!;
      for (const row of [kind[index]!, kinds]) {
        exposed[row * bins + bin]! += Math.max(0, width);
        if (isLast && end[index] === PASSED) passed[row * bins + bin]!++;
        if (isLast && end[index] === DROPPED) dropped[row * bins + bin]!++;
      }
      if (isLast) break;
    }
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

function binsOf(days: readonly number[]): number[] {
  const sorted = Float64Array.from(days).sort();
  const count = Math.max(1, Math.min(MOST_BINS, Math.round(sorted.length / TRANSITIONS_PER_BIN)));
  const starts = [0];
  for (let bin = 1; bin < count; bin++) {
    const start = Math.floor(sorted[Math.ceil((bin / count) * sorted.length) - 1]!) + 1;
    if (start > starts[starts.length - 1]!) starts.push(start);
  }
  return starts;
}
