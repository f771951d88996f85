import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleySplit } from '../../../src/engine/diagnose/shapley';

const worthsOf = (players: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
    minLength: 1 << players,
    maxLength: 1 << players,
  });

describe('shapleySplit', () => {
  it('splits a game of three worked by hand (orders written out)', () => {
    // Worth of {}, 1, 2, 12, 3, 13, 23, 123. Player 1 in the six orders: 10, 10, 30, 70 (23 → 123), 20, 70 (twice from 23): mean.
    const worths = Float64Array.from([0, 10, 20, 50, 30, 50, 60, 120]);
    // 123: 10; 132: 10; 213: 30; 231: 60; 312: 20; 321: 60 → 190 / 6.
    // Player 2: 123: 40; 132: 70; 213: 20; 231: 20; 312: 70; 321: 30 → 250 / 6. Player 3: 70, 40, 70, 40, 30, 30 → 280 / 6.
    const parts = shapleySplit(worths, 3);
    expect(parts[0]).toBeCloseTo(190 / 6, 10);
    expect(parts[1]).toBeCloseTo(250 / 6, 10);
    expect(parts[2]).toBeCloseTo(280 / 6, 10);
  });

  it('adds up to what all are worth together', () => {
    fc.assert(
      fc.property(worthsOf(5), (worths) => {
        const parts = shapleySplit(Float64Array.from(worths), 5);
        // 32 worths of up to a million: sums lose ten digits of sixteen at most.
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(worths[31]! - worths[0]!, 5);
      }),
    );
  });

  it('privileges no order: players that change places take their parts along', () => {
    fc.assert(
      fc.property(worthsOf(4), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (worths, places) => {
        const moved = new Float64Array(16);
        worths.forEach((worth, subset) => {
          const other = places.reduce((into, place, player) => into | (((subset >> player) & 1) << place), 0);
          moved[other] = worth;
        });
        const [parts, others] = [shapleySplit(Float64Array.from(worths), 4), shapleySplit(moved, 4)];
        places.forEach((place, player) => expect(others[place]).toBeCloseTo(parts[player]!, 5));
      }),
    );
  });
});
