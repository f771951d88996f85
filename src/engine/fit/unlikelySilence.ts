/** How unlikely a silence must be before it counts as missing data. */
const SURPRISE = 0.05;

/**
 * Whether a time without any closing before the first one is missing from the data, and not just quiet. With N closings seen and μ
 * expected in that time, the chance of none is (N ÷ (N + μ))^(N − 1): a gamma posterior for the rate, the first closing spent on
 * placing the edge. One closing alone says nothing.
 *
 * @param closings how many were seen
 * @param expected how many were to be expected before, at the rates of those seen
 */
export function isUnlikelySilence(closings: number, expected: number): boolean {
  return Math.pow(closings / (closings + expected), closings - 1) < SURPRISE;
}
