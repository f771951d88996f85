import type { RandomStream } from './stream';

/** Up to this mean by inversion, above by rejection. */
const INVERSION_LIMIT = 10;

/**
 * A binomial draw: how many of `count` succeed with `chance` each. Inversion for small means, else BTRS (W. Hörmann,
 * "The generation of binomial random variates", J. Stat. Comput. Simul. 46, 1993). Chances outside 0 to 1 are cut.
 */
export function drawBinomial(stream: RandomStream, count: number, chance: number): number {
  if (!(count > 0) || !(chance > 0)) return 0;
  if (chance >= 1) return count;
  if (chance > 0.5) return count - drawLowerHalf(stream, count, 1 - chance);
  return drawLowerHalf(stream, count, chance);
}

function drawLowerHalf(stream: RandomStream, count: number, chance: number): number {
  return count * chance < INVERSION_LIMIT
    ? invert(stream.nextUniform(), count, chance)
    : reject(stream, count, chance);
}

function invert(share: number, count: number, chance: number): number {
  const odds = chance / (1 - chance);
  let probability = Math.exp(count * Math.log1p(-chance));
  let cumulated = probability;
  let successes = 0;
  while (cumulated < share && successes < count) {
    successes++;
    probability *= (odds * (count - successes + 1)) / successes;
    cumulated += probability;
    // Rounding can leave the sum below a share next to 1.
    if (probability < 1e-18 && successes > count * chance) break;
  }
  return successes;
}

function reject(stream: RandomStream, count: number, chance: number): number {
  const spread = Math.sqrt(count * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = count * chance + 0.5;
  const inner = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = chance / (1 - chance);
  const mode = Math.floor((count + 1) * chance);
  for (;;) {
    const u = stream.nextUniform() - 0.5;
    const v = stream.nextUniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= inner) return k;
    if (k < 0 || k > count) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (count - mode + 1))) +
      (count + 1) * Math.log((count - mode + 1) / (count - k + 1)) +
      (k + 0.5) * Math.log((odds * (count - k + 1)) / (k + 1)) +
      stirlingRest(mode) +
      stirlingRest(count - mode) -
      stirlingRest(k) -
      stirlingRest(count - k);
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

const SMALL_RESTS = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.020790672103765, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

/** ln k! minus Stirling's (k + ½)·ln(k + 1) − (k + 1) + ½·ln 2π. */
function stirlingRest(k: number): number {
  const small = SMALL_RESTS[k];
  if (small !== undefined) return small;
  const inverse = 1 / (k + 1);
  const square = inverse * inverse;
  return (1 / 12 - (1 / 360 - square / 1260) * square) * inverse;
}
