import { describe, expect, it } from 'vitest';
import { drawBeta } from '../../../src/engine/random/beta';
import { drawBinomial } from '../../../src/engine/random/binomial';
import { exponential } from '../../../src/engine/random/exponential';
import { drawGamma } from '../../../src/engine/random/gamma';
import { drawNormal } from '../../../src/engine/random/normal';
import { normalQuantile } from '../../../src/engine/random/normalQuantile';
import { drawPoisson, poissonQuantile } from '../../../src/engine/random/poisson';
import { keyOfSeed, RandomStream } from '../../../src/engine/random/stream';
import references from '../../fixtures/engine-simulate/references.json';
import { chiSquare, chiSquareBound, countBetween, drawMany, momentErrors, Z_BOUND } from './moments';

const DRAWS = 100_000;
const twentieths = new Array<number>(20).fill(1 / 20);

function expectMoments(values: Float64Array, mean: number, variance: number): void {
  const errors = momentErrors(values, mean, variance);
  expect(errors.mean).toBeLessThan(Z_BOUND);
  expect(errors.variance).toBeLessThan(Z_BOUND);
}

/** Chi-square of counts against exact probabilities, cells with fewer than 10 expected put together at the ends. */
function expectCounts(values: Float64Array, probability: (count: number) => number, centre: number): void {
  let low = Math.floor(centre);
  let high = low;
  while (low > 0 && values.length * probability(low - 1) > 10) low--;
  while (values.length * probability(high + 1) > 10) high++;
  const inner = Array.from({ length: high - low + 1 }, (_, cell) => probability(low + cell));
  const below = Array.from({ length: low }, (_, count) => probability(count)).reduce((sum, p) => sum + p, 0);
  const above = Math.max(1e-12, 1 - below - inner.reduce((sum, p) => sum + p, 0));
  const cuts = Array.from({ length: high - low + 2 }, (_, cell) => low + cell - 0.5);
  const [lowest = 0, ...counts] = countBetween(values, cuts);
  const highest = counts.pop() ?? 0;
  // The ends may hold next to nothing: judged with their neighbours.
  counts[0]! += lowest;
  counts[counts.length - 1]! += highest;
  inner[0]! += below;
  inner[inner.length - 1]! += above;
  if (inner.length > 1) expect(chiSquare(counts, inner)).toBeLessThan(chiSquareBound(inner.length - 1));
}

describe('drawNormal', () => {
  it('is standard normal: moments and twenty equally likely cells', () => {
    const values = drawMany(2, 4 * DRAWS, drawNormal);
    expectMoments(values, 0, 1);
    expect(chiSquare(countBetween(values, references.normalTwentieths), twentieths)).toBeLessThan(
      chiSquareBound(19),
    );
  });

  it('has the tail beyond the last layer as often as it should, on both sides', () => {
    const values = drawMany(3, 10 * DRAWS, drawNormal);
    // P(|z| > 3.4426199) is 5.76e-4, by SciPy.
    const expected = 5.760768e-4 * values.length;
    const beyond = values.filter((value) => Math.abs(value) > 3.442619855899);
    expect(Math.abs(beyond.length - expected) / Math.sqrt(expected)).toBeLessThan(Z_BOUND);
    expect(Math.min(...beyond)).toBeLessThan(-3.44);
    expect(Math.max(...beyond)).toBeGreaterThan(3.44);
  });
});

describe('exponential', () => {
  it('is Math.exp to a relative 3e-13 over the whole range of numbers', () => {
    for (let x = -745; x <= 709; x += 0.0377) {
      const expected = Math.exp(x);
      // Below 1e-300 numbers hold fewer digits.
      if (expected > 1e-300) expect(Math.abs(exponential(x) / expected - 1)).toBeLessThan(3e-13);
    }
    expect(exponential(0)).toBe(1);
    expect(exponential(-Infinity)).toBe(0);
    expect(exponential(Infinity)).toBe(Infinity);
    expect(exponential(NaN)).toBeNaN();
  });
});

describe('normalQuantile', () => {
  it('agrees with SciPy to 1e-13, far into the tails', () => {
    // Above one half the share itself holds no more than the digits left of 1.
    for (const [share, expected] of references.normalQuantile) {
      expect(Math.abs(normalQuantile(share!) / expected! - 1) || 0).toBeLessThan(
        share === 0.5 ? Infinity : 1e-9,
      );
    }
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('is infinite at 0 and 1', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
  });
});

describe('drawGamma', () => {
  it.each(references.gammaTwentieths as [number, number[]][])(
    'of shape %d fills SciPy’s twentieths evenly',
    (shape, cuts) => {
      const values = drawMany(4, DRAWS, (stream) => drawGamma(stream, shape));
      expectMoments(values, shape, shape);
      expect(chiSquare(countBetween(values, cuts), twentieths)).toBeLessThan(chiSquareBound(19));
    },
  );

  it('holds at extreme shapes', () => {
    expect(drawMany(5, 10, (stream) => drawGamma(stream, 0)).every((value) => value === 0)).toBe(true);
    expect(
      drawMany(5, 1000, (stream) => drawGamma(stream, 1e-8)).every((value) => value >= 0 && value < 50),
    ).toBe(true);
    expectMoments(
      drawMany(5, 10_000, (stream) => drawGamma(stream, 1e9)),
      1e9,
      1e9,
    );
  });
});

describe('drawBeta', () => {
  it.each(references.betaTwentieths as [number, number, number[]][])(
    'of %d and %d fills SciPy’s twentieths evenly',
    (first, second, cuts) => {
      const values = drawMany(6, DRAWS, (stream) => drawBeta(stream, first, second));
      const sum = first + second;
      expectMoments(values, first / sum, (first * second) / (sum * sum * (sum + 1)));
      expect(chiSquare(countBetween(values, cuts), twentieths)).toBeLessThan(chiSquareBound(19));
    },
  );

  it('becomes a coin as both shapes go to 0, never NaN', () => {
    const values = drawMany(7, DRAWS, (stream) => drawBeta(stream, 3e-6, 7e-6));
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    expectMoments(values, 0.3, 0.21);
    expect(drawMany(7, 5, (stream) => drawBeta(stream, 0, 3)).every((value) => value === 0)).toBe(true);
    expect(drawMany(7, 5, (stream) => drawBeta(stream, 3, 0)).every((value) => value === 1)).toBe(true);
  });
});

describe('drawPoisson', () => {
  it.each([0.02, 0.9, 6, 20, 31.99, 32.01, 60, 400])('of mean %d has the exact probabilities', (mean) => {
    const values = drawMany(8, DRAWS, (stream) => drawPoisson(stream, mean));
    expectMoments(values, mean, mean);
    const logFactorial = [0];
    const probability = (count: number): number => {
      for (let k = logFactorial.length; k <= count; k++)
        logFactorial.push(logFactorial[k - 1]! + Math.log(k));
      return Math.exp(count * Math.log(mean) - mean - logFactorial[count]!);
    };
    expectCounts(values, probability, mean);
  });

  it('inverts as SciPy does, off by one at most where the expansion rounds the other way', () => {
    let off = 0;
    for (const [share, mean, expected] of references.poissonQuantile) {
      const difference = Math.abs(poissonQuantile(share!, mean!) - expected!);
      expect(difference).toBeLessThanOrEqual(1);
      off += difference;
    }
    expect(off).toBeLessThanOrEqual(1);
  });

  it('is the smallest count whose cumulated probability reaches the share, table and search alike', () => {
    const stream = new RandomStream();
    stream.select(keyOfSeed(12), 0);
    for (let draw = 0; draw < 20_000; draw++) {
      const share = stream.nextUniform();
      // Means on the table's edges too.
      const mean = draw % 4 === 0 ? Math.ceil(stream.nextUniform() * 511) / 16 : stream.nextUniform() * 32;
      const count = poissonQuantile(share, mean);
      let probability = Math.exp(-mean);
      let cumulated = 0;
      for (let k = 0; k < count; k++) {
        cumulated += probability;
        probability *= mean / (k + 1);
      }
      // Sums of a few dozen terms in another order: rounding only.
      expect(cumulated).toBeLessThan(share + 1e-12);
      expect(cumulated + probability).toBeGreaterThan(share - 1e-12);
    }
  });

  it('never falls as the mean rises, the change of method included', () => {
    for (let step = 1; step < 200; step++) {
      const share = step / 200;
      let previous = 0;
      for (let mean = 0; mean < 80; mean += 0.37) {
        const count = poissonQuantile(share, mean);
        expect(count).toBeGreaterThanOrEqual(previous);
        previous = count;
      }
    }
  });

  it('holds at extreme means', () => {
    expect(poissonQuantile(0.5, 0)).toBe(0);
    expect(poissonQuantile(0.5, -1)).toBe(0);
    expect(poissonQuantile(0.5, NaN)).toBe(0);
    expect(poissonQuantile(1 - 2 ** -33, 1e-9)).toBe(1);
    expectMoments(
      drawMany(9, 10_000, (stream) => drawPoisson(stream, 1e12)),
      1e12,
      1e12,
    );
  });
});

describe('drawBinomial', () => {
  it.each([
    [1, 0.3],
    [17, 0.5],
    [40, 0.02],
    [40, 0.97],
    [300, 0.2],
    [5000, 0.61],
    [100_000, 0.0004],
  ])('of %d with chance %d has the exact probabilities', (count, chance) => {
    const values = drawMany(10, DRAWS, (stream) => drawBinomial(stream, count, chance));
    expectMoments(values, count * chance, count * chance * (1 - chance));
    const logFactorial = Float64Array.from({ length: count + 1 });
    for (let k = 1; k <= count; k++) logFactorial[k] = logFactorial[k - 1]! + Math.log(k);
    const probability = (k: number): number =>
      k > count
        ? 0
        : Math.exp(
            logFactorial[count]! -
              logFactorial[k]! -
              logFactorial[count - k]! +
              k * Math.log(chance) +
              (count - k) * Math.log1p(-chance),
          );
    expectCounts(values, probability, Math.min(count - 1, count * chance));
  });

  it('holds at the ends', () => {
    const draw = (count: number, chance: number): number =>
      drawMany(11, 1, (stream) => drawBinomial(stream, count, chance))[0]!;
    expect(draw(0, 0.5)).toBe(0);
    expect(draw(9, 0)).toBe(0);
    expect(draw(9, -0.1)).toBe(0);
    expect(draw(9, 1)).toBe(9);
    expect(draw(9, 1.2)).toBe(9);
    expect(draw(9, NaN)).toBe(0);
    expectMoments(
      drawMany(11, 10_000, (stream) => drawBinomial(stream, 1e9, 0.3)),
      3e8,
      2.1e8,
    );
  });
});
