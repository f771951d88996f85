import type { CumulativeHazard } from './cumulativeHazard';
import { expectedBetween } from './cumulativeHazard';
import type { StageFactor, StageFactors } from './dealChances';
import type { DealTimes } from './dealTimes';
import { LOST, ONGOING, WON } from './dealTimes';
import type { MonthGrid } from './monthGrid';
import { shrunkFactors, type ObservedExpected } from './shrunkFactors';
import { visitEnd, type StageVisits } from './stageVisits';

/** What a stage says fades: next month, the two after it, and later are told apart; nothing is learnt beyond a year. */
export const AHEAD_FROM = [0, 30, 91];
const AHEAD_TO = [30, 91, 365];
/** Landmarks lie a month apart, so a closing is seen from as many of them as the stretch has months. */
const DAYS_BETWEEN_LANDMARKS = 30.4;

/** A stage's median time and its 90 % point divide those who came lately, those on their way and those who are stuck. */
const TIME_POINTS = [0, 0.5, 0.9];
const ENOUGH_VISITS = 30;
const FEWEST_PRIOR_EVENTS = 8;

/** Hazards of a deal as the model has them before its stage is looked at. */
export interface PlainHazards {
  /** In the order of `KINDS`. */
  won: readonly CumulativeHazard[];
  lost: readonly CumulativeHazard[];
  /** Factors by deal (its seller's). */
  wonFactor: Float64Array;
  lostFactor: Float64Array;
}

/** Cells of a tally: (stage × time class) × stretch ahead. */
const STRETCHES = AHEAD_FROM.length;
const CLASSES = TIME_POINTS.length;

interface Tally {
  observed: Float64Array;
  expected: Float64Array;
}

/**
 * Factors on the hazards of won and lost by stage and time in it, from landmarks: on the first day of every past month the
 * open deals stood in known stages; what came of them in the month after, the two after that, and later, against what age, kind
 * and seller lead to expect. (Landmarking: van Houwelingen 2007, Scandinavian Journal of Statistics 34:70.) Shrunk twice:
 * stages to 1, times in a stage to their stage. Means over the landmarks are 1, so the factors say how deals differ, not how
 * many are won.
 */
export function landmarkFactors(
  visits: StageVisits,
  times: DealTimes,
  grid: MonthGrid,
  plain: PlainHazards,
  firstMonth: number,
): StageFactors | null {
  const cuts = timeCuts(visits, times);
  const stages = visits.stages.length;
  const empty = (): Tally => ({
    observed: new Float64Array(stages * CLASSES * STRETCHES),
    expected: new Float64Array(stages * CLASSES * STRETCHES),
  });
  const won = empty();
  const lost = empty();
  for (let deal = 0; deal < times.count; deal++) {
    addLandmarks(visits, times, grid, plain, firstMonth, cuts, deal, won, lost);
  }
  const wonFactors = cellFactors(won, stages);
  const lostFactors = cellFactors(lost, stages);
  if ([...wonFactors, ...lostFactors].every((factor) => factor === 1)) return null;
  const closed = closedVisits(visits, times, cuts);
  const factors = visits.stages.flatMap((stage, position) =>
    TIME_POINTS.flatMap((_, time): StageFactor[] => {
      const fromDays = cuts[position * CLASSES + time]!;
      if (fromDays === Infinity) return [];
      const cell = (position * CLASSES + time) * STRETCHES;
      return [
        {
          stage,
          kind: null,
          fromDays,
          won: wonFactors.slice(cell, cell + STRETCHES),
          lost: lostFactors.slice(cell, cell + STRETCHES),
          n: closed[position * CLASSES + time]!,
        },
      ];
    }),
  );
  return { basis: 'history', aheadFrom: AHEAD_FROM, factors };
}

function addLandmarks(
  visits: StageVisits,
  times: DealTimes,
  grid: MonthGrid,
  plain: PlainHazards,
  firstMonth: number,
  cuts: Float64Array,
  deal: number,
  won: Tally,
  lost: Tally,
): void {
  const last = times.last[deal]!;
  const created = times.created[deal]!;
  const kind = times.kind[deal]!;
  if (last < grid.firstDay) return;
  let visit = visits.first[deal]!;
  const end = visits.first[deal + 1]!;
  if (visit === end) return;
  const entered = Math.max(visits.day[visit]!, grid.firstDay);
  let month = Math.max(firstMonth, grid.monthOfOffset[entered - grid.firstDay]!) + 1;
  for (; month + 1 < grid.starts.length; month++) {
    const landmark = grid.starts[month]!;
    if (landmark > last) return;
    // The stage of the evening before, as a forecast made then would know it.
    while (visit + 1 < end && visits.day[visit + 1]! < landmark) visit++;
    if (visits.day[visit]! >= landmark) continue;
    const stage = visits.stage[visit]! * CLASSES;
    const since = landmark - visits.day[visit]!;
    let time = CLASSES - 1;
    while (time > 0 && cuts[stage + time]! > since) time--;
    const cell = (stage + time) * STRETCHES;
    for (let stretch = 0; stretch < STRETCHES; stretch++) {
      const from = landmark + AHEAD_FROM[stretch]!;
      if (from > last) break;
      const to = Math.min(landmark + AHEAD_TO[stretch]!, last + 1);
      const age = from - created;
      const until = to - created;
      won.expected[cell + stretch]! += plain.wonFactor[deal]! * expectedBetween(plain.won[kind]!, age, until);
      lost.expected[cell + stretch]! +=
        plain.lostFactor[deal]! * expectedBetween(plain.lost[kind]!, age, until);
      if (to !== last + 1) continue;
      if (times.end[deal] === WON) won.observed[cell + stretch]!++;
      if (times.end[deal] === LOST) lost.observed[cell + stretch]!++;
    }
  }
}

/** Days from which each time class of each stage holds; Infinity where visits are too few to tell classes apart. */
function timeCuts(visits: StageVisits, times: DealTimes): Float64Array {
  const cuts = new Float64Array(visits.stages.length * CLASSES).fill(Infinity);
  const durations: number[][] = visits.stages.map(() => []);
  eachVisit(visits, times, (stage, days, isOver) => {
    if (isOver) durations[stage]!.push(days);
  });
  durations.forEach((days, stage) => {
    cuts[stage * CLASSES] = 0;
    if (days.length < ENOUGH_VISITS) return;
    const sorted = Float64Array.from(days).sort();
    for (let time = 1; time < CLASSES; time++) {
      const cut = Math.ceil(sorted[Math.floor(TIME_POINTS[time]! * (sorted.length - 1))]!);
      if (cut > cuts[stage * CLASSES + time - 1]!) cuts[stage * CLASSES + time] = cut;
      else break;
    }
  });
  return cuts;
}

/** Closed deals that have been in each stage for at least the time of each class. */
function closedVisits(visits: StageVisits, times: DealTimes, cuts: Float64Array): Float64Array {
  const counts = new Float64Array(cuts.length);
  eachVisit(visits, times, (stage, days, _isOver, isClosed) => {
    if (!isClosed) return;
    for (let time = 0; time < CLASSES && cuts[stage * CLASSES + time]! <= days; time++) {
      counts[stage * CLASSES + time]!++;
    }
  });
  return counts;
}

function eachVisit(
  visits: StageVisits,
  times: DealTimes,
  use: (stage: number, days: number, isOver: boolean, isClosed: boolean) => void,
): void {
  for (let deal = 0; deal < times.count; deal++) {
    const isClosed = times.end[deal] !== ONGOING;
    for (let visit = visits.first[deal]!; visit < visits.first[deal + 1]!; visit++) {
      const isLast = visit + 1 === visits.first[deal + 1];
      const days = visitEnd(visits, times, deal, visit) - visits.day[visit]!;
      use(visits.stage[visit]!, days, !isLast || isClosed, isClosed);
    }
  }
}

/** Factors of all cells: stage × time within the stage, each stretch of time ahead for itself. */
function cellFactors({ observed, expected }: Tally, stages: number): number[] {
  const factors = new Array<number>(observed.length).fill(1);
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    let seen = 0;
    let usual = 0;
    for (let cell = stretch; cell < observed.length; cell += STRETCHES) {
      seen += observed[cell]!;
      usual += expected[cell]!;
    }
    if (!(seen > 0 && usual > 0)) continue;
    const level = seen / usual;
    const times = (AHEAD_TO[stretch]! - AHEAD_FROM[stretch]!) / DAYS_BETWEEN_LANDMARKS;
    const groupOf = (from: number, count: number, factor: number): ObservedExpected => {
      const group = { observed: 0, expected: 0, variance: 0 };
      for (let index = 0; index < count; index++) {
        const cell = (from + index) * STRETCHES + stretch;
        group.observed += observed[cell]!;
        group.expected += expected[cell]! * level * factor;
      }
      group.variance = group.expected * Math.max(1, times);
      return group;
    };
    const byStage = shrunkFactors(
      Array.from({ length: stages }, (_, stage) => groupOf(stage * CLASSES, CLASSES, 1)),
      FEWEST_PRIOR_EVENTS,
    );
    const byTime = shrunkFactors(
      Array.from({ length: stages * CLASSES }, (_, cell) =>
        groupOf(cell, 1, byStage[Math.floor(cell / CLASSES)]!),
      ),
      FEWEST_PRIOR_EVENTS,
    );
    byTime.forEach((factor, cell) => {
      factors[cell * STRETCHES + stretch] = factor * byStage[Math.floor(cell / CLASSES)]!;
    });
  }
  return factors;
}
