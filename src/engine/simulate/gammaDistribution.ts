// Lanczos's approximation with g = 7 and 9 terms (Godfrey's coefficients), about 15 digits.
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = LANCZOS[0]!;
  for (let term = 1; term < LANCZOS.length; term++) sum += LANCZOS[term]! / (x - 1 + term);
  const shifted = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

const PRECISION = 1e-15;
const MAX_TERMS = 100_000;

/**
 * Cumulative gamma distribution with scale 1 (the regularised lower incomplete gamma function): series below
 * shape + 1, Lentz's continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31).
 */
export function cumulatedGamma(shape: number, x: number): number {
  if (x <= 0) return 0;
  if (shape === 1) return -Math.expm1(-x);
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? front * lowerSeries(shape, x) : 1 - front * upperFraction(shape, x);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && term > sum * PRECISION; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) < PRECISION) break;
  }
  return fraction;
}

/**
 * The cumulated gamma distribution integrated from 0 to x: x·F(x) − shape·F₊(x), F₊ being the one with shape + 1.
 */
export function integratedGamma(shape: number, x: number): number {
  if (x <= 0) return 0;
  const cumulated = cumulatedGamma(shape, x);
  const next = cumulated - Math.exp(shape * Math.log(x) - x - logGamma(shape + 1));
  return x * cumulated - shape * next;
}
