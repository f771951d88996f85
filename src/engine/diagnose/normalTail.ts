/**
 * Chance that a standard normal is above `z`: erfc by the continued fraction of Lentz above 2, by the series of Φ below (Abramowitz and
 * Stegun 26.2.14 and 26.2.11); about 14 digits.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 38) return 0;
  if (z < 2) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-17 * sum; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let level = 120; level > 0; level--) fraction = z + level / fraction;
  return density / fraction;
}
