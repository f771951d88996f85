import { drawBinomial } from '../random/binomial';
import type { RandomStream, StreamKey } from '../random/stream';
import { PURPOSE, STREAMS_PER_INDEX, type DrawnKind } from './pathDraws';
import type { PreparedGroup } from './preparedModel';

/**
 * Up to this many deals of a group are drawn one by one: one uniform each, most of them not won, is quicker than a binomial
 * for each month up to here.
 */
const ONE_BY_ONE = 256;
/** Streams a group may use, one a month: more than the longest forecast has months. */
const MONTHS_PER_GROUP = 1024;

/** The wins of one open group at a time, by month. Holds the working space that all groups and paths share. */
export class OpenWins {
  readonly byMonth: Float64Array;
  /** Chance to be won up to the end of each month, on this path. */
  private readonly limits: Float64Array;

  constructor(months: number) {
    this.byMonth = new Float64Array(months);
    this.limits = new Float64Array(months);
  }

  /**
   * Draws how many deals of a group are won in each month, into `byMonth`. The chances are multiplied by the path's
   * conversion ratio and each month's level; where their sum passes 1 the later months give way.
   *
   * @returns false where none is won at first sight; `byMonth` is then left as it was
   */
  draw(
    stream: RandomStream,
    key: StreamKey,
    group: PreparedGroup,
    ratio: number,
    level: Float64Array,
    highestLevel: number,
  ): boolean {
    const { byMonth, limits } = this;
    const total = (group.cumulated[group.cumulated.length - 1] ?? 0) * ratio * highestLevel;
    if (!(total > 0)) return false;
    if (group.count > ONE_BY_ONE) return drawByMonth(stream, key, group, ratio, level, byMonth);
    stream.select(key, PURPOSE.openWins + STREAMS_PER_INDEX * MONTHS_PER_GROUP * group.streamIndex);
    let anyWon = false;
    for (let deal = 0; deal < group.count; deal++) {
      const uniform = stream.nextUniform();
      // No month's sum can be higher than this: most deals are decided here.
      if (uniform >= total) continue;
      if (!anyWon) {
        byMonth.fill(0);
        fillLimits(group, ratio, level, limits);
        anyWon = true;
      }
      let month = 0;
      while (month < limits.length && uniform >= limits[month]!) month++;
      if (month < limits.length) byMonth[month]!++;
    }
    return anyWon;
  }
}

function fillLimits(group: PreparedGroup, ratio: number, level: Float64Array, limits: Float64Array): void {
  let cumulated = 0;
  for (let month = 0; month < limits.length; month++) {
    limits[month] = cumulated += ratio * level[month]! * group.chance[month]!;
  }
}

/** Large groups: the multinomial as one conditional binomial a month, each from its own stream. */
function drawByMonth(
  stream: RandomStream,
  key: StreamKey,
  group: PreparedGroup,
  ratio: number,
  level: Float64Array,
  wins: Float64Array,
): boolean {
  let left = group.count;
  let rest = 1;
  for (let month = 0; month < wins.length; month++) {
    wins[month] = 0;
    if (left === 0 || rest <= 0) continue;
    const chance = ratio * level[month]! * group.chance[month]!;
    stream.select(key, PURPOSE.openWins + STREAMS_PER_INDEX * (MONTHS_PER_GROUP * group.streamIndex + month));
    const won = drawBinomial(stream, left, chance / rest);
    wins[month] = won;
    left -= won;
    rest -= chance;
  }
  return left < group.count;
}

/** Value of the wins of an open group in a month, the path's doubt about its kind's values included. */
export function drawOpenValue(
  stream: RandomStream,
  key: StreamKey,
  group: PreparedGroup,
  drawn: DrawnKind,
  month: number,
  wins: number,
): number {
  stream.select(key, PURPOSE.openValue + STREAMS_PER_INDEX * (MONTHS_PER_GROUP * group.streamIndex + month));
  return group.valueMean[month]! * drawn.value * group.valueSum.draw(stream, wins);
}
