/** Round figures an axis may end at, in powers of ten. */
const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** As long as the highest fills at least this share of the axis, the axis stays. */
const LEAST_FILLED = 0.45;

/**
 * Where an axis ends that has to hold `highest`: at a round figure. The one it had before stays while it still serves, or a
 * slider that moves all bars alike would seem to move nothing.
 */
export function axisTop(highest: number, before: number): number {
  if (!(highest > 0)) return 1;
  if (highest <= before && highest >= before * LEAST_FILLED) return before;
  const scale = Math.pow(10, Math.floor(Math.log10(highest)));
  return (ROUND.find((each) => each * scale >= highest) ?? 10) * scale;
}

/** An axis that remembers where it ended last. */
export function steadyAxis(): (highest: number) => number {
  let before = 0;
  return (highest) => {
    before = axisTop(highest, before);
    return before;
  };
}
