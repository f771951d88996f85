export type Uniform = () => number;

/** Mulberry32, seeded by a hash of both numbers: no generator, distribution or calendar is the engine's. */
export function uniformsFrom(seed: number, index: number): Uniform {
  let state = (Math.imul(seed + 0x51ed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

export function normal(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Knuth's product of uniforms: a few leads a day. */
export function poisson(mean: number, uniform: Uniform): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

/** Ahrens & Dieter's rejection below shape 1, sums of exponentials with a remainder above: slow, plain, and nobody else's. */
export function gamma(shape: number, uniform: Uniform): number {
  let sum = 0;
  for (let whole = Math.floor(shape); whole > 0; whole--) sum -= Math.log(uniform());
  const rest = shape - Math.floor(shape);
  if (rest < 1e-9) return sum;
  const bound = 1 + rest / Math.E;
  for (;;) {
    const drawn = bound * uniform();
    const x = drawn <= 1 ? Math.pow(drawn, 1 / rest) : -Math.log((bound - drawn) / rest);
    if (uniform() <= (drawn <= 1 ? Math.exp(-x) : Math.pow(x, rest - 1))) return sum + x;
  }
}
