import { describe, expect, it } from 'vitest';
import { besideBase, isSeen, outcomeOf, quarterDifferences } from '../../../src/ui/scenarios/differences';
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
