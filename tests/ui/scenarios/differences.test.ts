import { describe, expect, it } from 'vitest';
import {
  besideBase,
  changesNothing,
  isSeen,
  outcomeOf,
  quarterDifferences,
  shownDifference,
  shownSpread,
} from '../../../src/ui/scenarios/differences';
import { part, period, sampleForecast } from '../forecast/sampleForecast';
import { comparisonOf, movedForecast, outcome, sure } from './sampleComparison';

describe('besideBase', () => {
  it('takes the difference of the period that the forecast answers for', () => {
    const beside = (name: 'quarter' | 'year' | 'nextTwelve') =>
      besideBase(sampleForecast(), outcome('a', 50), name, null).difference.mean;
    expect([beside('quarter'), beside('year'), beside('nextTwelve')]).toEqual([50, 100, 150]);
  });

  it('takes that of twelve months where the forecast has no quarter', () => {
    const short = outcome('a', 50, { forecast: movedForecast(50, { quarters: [] }) });
    expect(besideBase(sampleForecast({ quarters: [] }), short, 'quarter', null).difference.mean).toBe(150);
  });

  it('says both chances of the target, and none without one', () => {
    // Equally spaced quantiles 0, 300, 600 and 0, 400, 800.
    const { chances } = besideBase(sampleForecast(), outcome('a', 100), 'quarter', 400);
    expect(chances?.base).toBeCloseTo(1 / 3, 12);
    expect(chances?.variant).toBeCloseTo(1 / 2, 12);
    expect(besideBase(sampleForecast(), outcome('a', 100), 'quarter', null).chances).toBeNull();
  });
});

describe('outcomeOf', () => {
  it('finds a variant by its id, and nothing before there is an answer', () => {
    const one = outcome('a', 1);
    expect(outcomeOf(comparisonOf(one), 'a')).toBe(one);
    expect(outcomeOf(comparisonOf(one), 'b')).toBeNull();
    expect(outcomeOf(null, 'a')).toBeNull();
  });
});

describe('isSeen', () => {
  it('is what three digits of the whole show', () => {
    expect(isSeen(400, 1_000_000)).toBe(false);
    expect(isSeen(-600, 1_000_000)).toBe(true);
    expect(isSeen(0.4, 0)).toBe(false);
    expect(isSeen(Number.NaN, 100)).toBe(false);
  });
});

describe('quarterDifferences', () => {
  it('says each kind and the whole with its range; kinds add up to it', () => {
    const [first, ...more] = quarterDifferences(sampleForecast(), outcome('a', 50));
    expect(first?.kinds).toEqual([
      { kind: 'seed', value: 0 },
      { kind: 'net', value: 50 },
    ]);
    expect(first?.total).toEqual(sure(50));
    expect(more).toEqual([]);
  });

  it('has a kind that only the variant has', () => {
    const kinds = [part('seed', 0, 100), part('net', 0, 200), part('spear', 0, 30)];
    const forecast = movedForecast(0, { quarters: [period('2026-10', '2026-12', kinds)] });
    const [row] = quarterDifferences(sampleForecast(), outcome('a', 30, { forecast }));
    expect(row?.kinds.at(-1)).toEqual({ kind: 'spear', value: 30 });
  });
});

describe('what is told of a difference', () => {
  const spreadOf = (mean: number, q10: number, q90: number) => ({ ...sure(mean), q10, q90 });

  it('is rounded to what its range and the whole let be known', () => {
    const whole = 3_260_000;
    expect(shownSpread(spreadOf(-80_432, -121_234, -41_111), whole)).toMatchObject({
      mean: -80_000,
      q10: -121_000,
      q90: -41_000,
    });
    expect(shownDifference(spreadOf(-1_234_567, -2_500_000, -100_000), whole)).toBe(-1_200_000);
  });

  it('is nothing where it is too small to be known, or seldom and small enough to be chance', () => {
    const whole = 3_260_000;
    expect(shownSpread(spreadOf(-1_500, -4_000, 1_000), whole)).toBeNull();
    expect(shownSpread(spreadOf(-2_220, 0, 0), whole)).toBeNull();
    expect(shownSpread(spreadOf(-80_000, 0, 0), whole)?.mean).toBe(-80_000);
    expect(Object.is(shownDifference(spreadOf(-0.2, -1, 0), 0), 0)).toBe(true);
  });
});

describe('changesNothing', () => {
  it('is so where no change moves value or cost in any month', () => {
    const made = (value: number, cost: number) =>
      outcome('a', 0, { contributions: [{ changeId: 'x', value: [0, value], cost: [cost, 0] }] });
    expect(changesNothing(outcome('a', 0))).toBe(true);
    expect(changesNothing(made(0, 0))).toBe(true);
    expect(changesNothing(made(-9, 0))).toBe(false);
    expect(changesNothing(made(0, 5))).toBe(false);
  });
});
