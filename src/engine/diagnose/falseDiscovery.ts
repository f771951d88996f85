/**
 * Adjusted p-values of Benjamini & Hochberg (1995, JRSS B 57:289) with weights (Genovese, Roeder & Wasserman 2006, Biometrika 93:509):
 * to alarm where the adjusted one is at most q keeps the expected share of false alarms at q; where all is well, the chance
 * of any alarm. Weights have mean 1 after scaling: what is sought most gets most of the allowance.
 */
export function adjustForMany(tests: readonly { p: number; weight: number }[]): number[] {
  const total = tests.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = tests.map(({ p, weight }, index) => ({ index, p: (p * total) / weight }));
  const adjusted = new Array<number>(tests.length).fill(1);
  let least = 1;
  scaled.sort((a, b) => a.p - b.p || a.index - b.index);
  for (let rank = scaled.length; rank > 0; rank--) {
    const { index, p } = scaled[rank - 1]!;
    least = Math.min(least, p / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
