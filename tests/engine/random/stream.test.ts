import { describe, expect, it } from 'vitest';
import { keyOfSeed, RandomStream, subkey } from '../../../src/engine/random/stream';
import { chiSquare, chiSquareBound, countBetween, drawMany, momentErrors, Z_BOUND } from './moments';

function firstBits(seed: number, path: number, index: number, count = 4): number[] {
  const stream = new RandomStream();
  stream.select(subkey(keyOfSeed(seed), path), index);
  return Array.from({ length: count }, () => stream.nextBits());
}

/** xoroshiro64** as its authors publish it (prng.di.unimi.it), on BigInt: slow and by the letter. */
function referenceBits(first: number, second: number, count: number): number[] {
  const mask = 0xffffffffn;
  const rotate = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (32n - by))) & mask;
  let s0 = BigInt(first >>> 0);
  let s1 = BigInt(second >>> 0);
  return Array.from({ length: count }, () => {
    const result = (rotate((s0 * 0x9e3779bbn) & mask, 5n) * 5n) & mask;
    s1 ^= s0;
    s0 = (rotate(s0, 26n) ^ s1 ^ (s1 << 9n)) & mask;
    s1 = rotate(s1, 13n);
    return Number(BigInt.asIntN(32, result));
  });
}

describe('RandomStream', () => {
  it('is xoroshiro64** from the state [1, 0] on', () => {
    const stream = new RandomStream();
    expect(Array.from({ length: 50 }, () => stream.nextBits())).toEqual(referenceBits(1, 0, 50));
  });

  it('gives the same numbers for the same seed, path and index, and others for any other', () => {
    expect(firstBits(7, 3, 11)).toEqual(firstBits(7, 3, 11));
    expect(firstBits(7, 3, 11)).not.toEqual(firstBits(8, 3, 11));
    expect(firstBits(7, 3, 11)).not.toEqual(firstBits(7, 4, 11));
    expect(firstBits(7, 3, 11)).not.toEqual(firstBits(7, 3, 12));
    expect(firstBits(7, 3, 11)).not.toEqual(firstBits(7 + 2 ** 32, 3, 11));
  });

  it('has no two equal substreams among 200 paths and 500 indices', () => {
    const seen = new Set<string>();
    for (let path = 0; path < 200; path++) {
      for (let index = 0; index < 500; index++) seen.add(firstBits(1, path, index, 2).join());
    }
    expect(seen.size).toBe(100_000);
  });

  it('draws uniforms strictly between 0 and 1, even across substreams, with the right moments', () => {
    const values = drawMany(1, 200_000, (stream) => stream.nextUniform());
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    const errors = momentErrors(values, 0.5, 1 / 12);
    expect(errors.mean).toBeLessThan(Z_BOUND);
    expect(errors.variance).toBeLessThan(Z_BOUND);
    const cuts = Array.from({ length: 99 }, (_, cut) => (cut + 1) / 100);
    expect(chiSquare(countBetween(values, cuts), new Array<number>(100).fill(0.01))).toBeLessThan(
      chiSquareBound(99),
    );
  });

  it.each([
    ['the same index of neighbouring paths', 1, 0],
    ['neighbouring indices of a path', 0, 1],
    ['neighbouring paths and indices', 1, 1],
  ])('is uncorrelated between %s', (_, pathStep, indexStep) => {
    const stream = new RandomStream();
    const seed = keyOfSeed(5);
    let sum = 0;
    const paths = 300;
    const indices = 200;
    for (let path = 0; path < paths; path++) {
      for (let index = 0; index < indices; index++) {
        stream.select(subkey(seed, path), index);
        const first = stream.nextUniform() - 0.5;
        stream.select(subkey(seed, path + pathStep), index + indexStep);
        sum += first * (stream.nextUniform() - 0.5);
      }
    }
    // The product of two such uniforms has sd 1/12.
    expect(Math.abs(sum) / (Math.sqrt(paths * indices) / 12)).toBeLessThan(Z_BOUND);
  });
});
