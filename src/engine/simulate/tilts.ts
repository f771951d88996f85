import { exponential } from '../random/exponential';
import { drawNormal } from '../random/normal';
import type { RandomStream, StreamKey } from '../random/stream';
import { ARRIVALS_INDEX, PURPOSE, STREAMS_PER_INDEX } from './pathDraws';

/** Doubts that touch a kind's months differently. */
export interface PreparedTilts {
  /** Of each doubt that touches any month, the sd of the log of the leads of each forecast month. */
  logSds: readonly Float64Array[];
  /** Which tilt of the model each of them is: names its substream. */
  streamIndexes: readonly number[];
  /** Half the variance of the log of each month, all doubts together: taken off so that every month's factor has mean 1. */
  halfVariance: Float64Array;
}

/** Null where no month is touched. */
export function prepareTilts(tilts: readonly (readonly number[])[], months: number): PreparedTilts | null {
  const padded = tilts.map((tilt) => Float64Array.from({ length: months }, (_, month) => tilt[month] ?? 0));
  const streamIndexes = [...padded.keys()].filter((index) => padded[index]!.some((logSd) => logSd !== 0));
  if (streamIndexes.length === 0) return null;
  const logSds = streamIndexes.map((index) => padded[index]!);
  const halfVariance = new Float64Array(months).map((_, month) =>
    logSds.reduce((sum, tilt) => sum + 0.5 * tilt[month]! ** 2, 0),
  );
  return { logSds, streamIndexes, halfVariance };
}

/** Draws one path's factor on the leads of each forecast month. */
export function drawTilts(
  stream: RandomStream,
  key: StreamKey,
  tilts: PreparedTilts,
  into: Float64Array,
): void {
  const { logSds, streamIndexes, halfVariance } = tilts;
  for (let month = 0; month < into.length; month++) into[month] = -halfVariance[month]!;
  for (let tilt = 0; tilt < logSds.length; tilt++) {
    stream.select(
      key,
      PURPOSE.arrivals + STREAMS_PER_INDEX * (ARRIVALS_INDEX.firstTilt + streamIndexes[tilt]!),
    );
    const normal = drawNormal(stream);
    const logSd = logSds[tilt]!;
    for (let month = 0; month < into.length; month++) into[month]! += normal * logSd[month]!;
  }
  for (let month = 0; month < into.length; month++) into[month] = exponential(into[month]!);
}
