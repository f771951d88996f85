/** Two 32-bit words that name a family of substreams, such as one path and kind. */
export interface StreamKey {
  high: number;
  low: number;
}

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): every input bit moves every output bit. */
export function mixBits(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The key of a seed (an integer up to 2^53; anything beyond the point is cut off). */
export function keyOfSeed(seed: number): StreamKey {
  const whole = Number.isFinite(seed) ? Math.trunc(seed) : 0;
  const upper = Math.floor(whole / 4_294_967_296) | 0;
  return { high: mixBits((whole | 0) ^ 0x243f6a88), low: mixBits(mixBits(upper ^ 0x13198a2e) + (whole | 0)) };
}

/** A key within a key: `subkey(subkey(keyOfSeed(7), path), kind)`. */
export function subkey(key: StreamKey, index: number): StreamKey {
  return {
    high: mixBits(key.high + Math.imul(index + 1, 0x9e3779b9)),
    low: mixBits(key.low ^ Math.imul(index + 1, 0x85ebca77)),
  };
}

/**
 * Pseudo-random bits from xoroshiro64** (Blackman and Vigna 2018, public domain), started anywhere from a hashed key.
 * Choosing a substream costs about as much as two draws, so every month and purpose of every path has its own: what
 * one part of the model draws never shifts the numbers of another. Not for secrets.
 *
 * @example
 * const stream = new RandomStream();
 * stream.select(keyOfSeed(1), 0);
 * stream.nextUniform(); // the same number every time
 */
export class RandomStream {
  // A typed array keeps the words 32-bit integers; fields of an object would be boxed as floating-point numbers.
  private readonly state = new Int32Array([1, 0]);

  /** Jumps to substream `index` (an integer) of `key`. */
  select(key: StreamKey, index: number): void {
    this.selectWords(key.high, key.low, index);
  }

  /** The same, the key given as its two words: no object needed in a hot loop. */
  selectWords(high: number, low: number, index: number): void {
    const first = mixBits(high + Math.imul(index, 0x9e3779b9));
    // The first word is hashed in full; that it also scrambles the second saves a second hash.
    const second = low ^ Math.imul(first, 0x85ebca77);
    const state = this.state;
    state[0] = first;
    // All zeros is the one state the generator never leaves.
    state[1] = (first | second) === 0 ? 1 : second;
  }

  /** 32 random bits as a signed integer. */
  nextBits(): number {
    const state = this.state;
    const first = state[0]!;
    const second = state[1]! ^ first;
    const product = Math.imul(first, 0x9e3779bb);
    state[0] = ((first << 26) | (first >>> 6)) ^ second ^ (second << 9);
    state[1] = (second << 13) | (second >>> 19);
    return Math.imul((product << 5) | (product >>> 27), 5);
  }

  /** Uniform on (0, 1): never 0 and never 1, in steps of 2^-32. */
  nextUniform(): number {
    return ((this.nextBits() >>> 0) + 0.5) * 2.3283064365386963e-10;
  }
}
