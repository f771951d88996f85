/**
 * Moves labels apart that would stand on each other, as little as that takes: places are middles from top to bottom,
 * `gap` the least distance between two, all kept between `top` and `bottom` as long as there is room.
 */
export function spreadLabels(
  places: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const spread = [...places];
  for (let index = 1; index < spread.length; index++)
    spread[index] = Math.max(spread[index]!, spread[index - 1]! + gap);
  // What was pushed past the bottom is pushed back up.
  let limit = bottom;
  for (let index = spread.length - 1; index >= 0; index--) {
    spread[index] = Math.min(spread[index]!, limit);
    limit = spread[index]! - gap;
  }
  limit = top;
  for (let index = 0; index < spread.length; index++) {
    spread[index] = Math.max(spread[index]!, limit);
    limit = spread[index]! + gap;
  }
  return spread;
}
