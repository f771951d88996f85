/** Where a slider can stand: rising, in the unit that is shown. */
export type Stops = readonly number[];

/** Evenly spaced stops, both ends included. */
export function evenStops(from: number, to: number, step: number): Stops {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, index) => roundOff(from + index * step));
}

/** Each ten times as fine near its start as near its end, so that a step is 2 to 10 % wherever one stands. */
const STEPS_OF_A_DECADE: readonly (readonly [from: number, to: number, step: number])[] = [
  [10, 20, 1],
  [20, 50, 2],
  [50, 100, 5],
];

/**
 * 0 and then round figures up to `to`, closer together where they are small: whole steps of `smallest` up to ten of
 * them, then steps of 2 to 10 %.
 *
 * @example widerStops(1, 50) // 0, 1, 2 … 19, 20, 22 … 48, 50
 */
export function widerStops(smallest: number, to: number): Stops {
  const stops = [...evenStops(0, 10 * smallest, smallest).slice(0, -1)];
  for (let scale = smallest; scale * 10 <= to; scale *= 10) {
    for (const [first, last, step] of STEPS_OF_A_DECADE) {
      stops.push(...evenStops(first * scale, last * scale, step * scale).slice(0, -1));
    }
  }
  return [...stops.filter((stop) => stop < to), to];
}

/** Position of the stop nearest to a value: a typed value may lie between two or beyond the last. */
export function nearestStop(stops: Stops, value: number): number {
  let nearest = 0;
  for (let index = 1; index < stops.length; index++) {
    if (Math.abs(stops[index]! - value) < Math.abs(stops[nearest]! - value)) nearest = index;
  }
  return nearest;
}

/** 0.1 + 0.2 is 0.3: twelve digits are beyond anything typed and short of what floating point gets wrong. */
export function roundOff(value: number): number {
  return Number(value.toPrecision(12));
}
