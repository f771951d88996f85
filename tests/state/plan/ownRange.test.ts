import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSUMPTION_RULES, type Assumption, type AssumptionName } from '../../../src/engine';
import { inRange, movedTo, ownRangeOf } from '../../../src/state/plan/ownRange';

const typed = (value: number, doubt: Assumption['doubt']): Assumption => ({ value, doubt, from: 'typed' });
const NAMES: readonly AssumptionName[] = [
  'leadsPerMonth',
  'conversion',
  'growthPerMonth',
  'days',
  'dealValue',
];

/** Somewhere a person may well be: within the limits, at most a thousand. */
function valueOf(name: AssumptionName): fc.Arbitrary<number> {
  const { min, max } = ASSUMPTION_RULES[name];
  return fc.double({ min, max: Math.min(max, 1_000), noNaN: true });
}

function expectTogether({ value, doubt }: Pick<Assumption, 'value' | 'doubt'>, name: AssumptionName): void {
  const { min, max } = ASSUMPTION_RULES[name];
  if (typeof doubt !== 'object') throw new Error('no range');
  expect(doubt.low).toBeGreaterThanOrEqual(min);
  expect(doubt.low).toBeLessThanOrEqual(value);
  expect(doubt.high).toBeGreaterThanOrEqual(value);
  expect(doubt.high).toBeLessThanOrEqual(max);
}

describe('ownRangeOf', () => {
  it('starts from what the word said, in round figures', () => {
    // A log-normal with mean 10 whose ends have the ratio 1.5 ÷ 0.5: median 9.12, ends 5.27 and 15.8.
    expect(ownRangeOf(typed(10, 'guess'), 'leadsPerMonth')).toEqual({ low: 5.27, high: 15.8 });
    expect(ownRangeOf(typed(0.2, 'guess'), 'conversion')).toEqual({ low: 0.1, high: 0.3 });
    expect(ownRangeOf(typed(0.1, 'sure'), 'growthPerMonth')).toEqual({ low: 0.08, high: 0.12 });
  });

  it('keeps a range that is there', () => {
    expect(ownRangeOf(typed(5, { low: 1, high: 9 }), 'days')).toEqual({ low: 1, high: 9 });
  });
});

describe('inRange', () => {
  it('sets the value that goes with the ends', () => {
    expect(inRange({ low: 0.1, high: 0.3 }, 'conversion').value).toBe(0.2);
    expect(inRange({ low: 5.27, high: 15.8 }, 'leadsPerMonth').value).toBe(10);
    expect(inRange({ low: 0, high: 0 }, 'leadsPerMonth').value).toBe(0);
  });

  it('keeps low, value and high in order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (name, ends) => {
          const [low = 0, high = 0] = [ends.next().value, ends.next().value].sort((a, b) => a - b);
          expectTogether(inRange({ low, high }, name), name);
        },
      ),
    );
  });
});

describe('movedTo', () => {
  it('moves what is positive in proportion, and what is signed by as much', () => {
    expect(movedTo(20, typed(10, { low: 5, high: 16 }), 'leadsPerMonth').doubt).toEqual({
      low: 10,
      high: 32,
    });
    expect(movedTo(0, typed(0.1, { low: 0.05, high: 0.2 }), 'growthPerMonth').doubt).toEqual({
      low: -0.05,
      high: 0.1,
    });
  });

  it('narrows the range of a share towards its ends', () => {
    expect(movedTo(0.95, typed(0.5, { low: 0.4, high: 0.6 }), 'conversion').doubt).toEqual({
      low: 0.94,
      high: 0.96,
    });
  });

  it('leaves a word as it is, and everything where the value is the same', () => {
    expect(movedTo(3, typed(2, 'roughly'), 'days')).toEqual({ value: 3, doubt: 'roughly' });
    const odd = { low: 1.23456, high: 9 };
    expect(movedTo(2, typed(2, odd), 'days').doubt).toBe(odd);
  });

  it('keeps low, value and high in order and within the limits, wherever it moves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES).chain((name) => fc.tuple(fc.constant(name), valueOf(name), valueOf(name))),
        ([name, from, to]) => {
          const before = typed(from, ownRangeOf(typed(from, 'guess'), name));
          expectTogether(movedTo(to, before, name), name);
        },
      ),
    );
  });
});
