import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitValueByAge, valueFactorAt, type WeighedWin } from '../../../src/engine/fit/valueByAge';
import { dealOf } from '../deals/dealOf';

const deal = dealOf({ created: 20_000, outcome: 'won', closed: 20_000 });

function wins(count: number, age: number, value: number, weight = 1): WeighedWin[] {
  return Array.from({ length: count }, () => ({ deal, age, value, weight }));
}

describe('fitValueByAge(wins)', () => {
  it('shrinks each bin to the one before as if 10 wins had shown that, the first to the mean of all', () => {
    // 40 wins make two bins of 20; the mean of all is 200, so the young ones are worth 0.5 of it and the old ones 1.5.
    const { ageFrom, factors } = fitValueByAge([...wins(20, 5, 100), ...wins(20, 50, 300)]);
    expect(ageFrom).toEqual([0, 6]);
    const first = (20 * 0.5 + 10 * 1) / 30;
    const second = (20 * 1.5 + 10 * first) / 30;
    expect(factors[0]).toBeCloseTo(first, 12);
    expect(factors[1]).toBeCloseTo(second, 12);
  });

  it('counts wins by their weights, but bins them one by one', () => {
    // Mean (10 · 100 + 30 · 300) ÷ 40 = 250; still 20 wins a bin.
    const { ageFrom, factors } = fitValueByAge([...wins(20, 5, 100, 0.5), ...wins(20, 50, 300, 1.5)]);
    expect(ageFrom).toEqual([0, 6]);
    const first = (10 * (100 / 250) + 10) / 20;
    expect(factors[0]).toBeCloseTo(first, 12);
    expect(factors[1]).toBeCloseTo((30 * (300 / 250) + 10 * first) / 40, 12);
  });

  it('has one bin, and nothing to say, below 30 wins', () => {
    expect(fitValueByAge([...wins(14, 5, 100), ...wins(15, 50, 300)])).toEqual({
      ageFrom: [0],
      factors: [expect.closeTo(1, 12) as number],
    });
  });

  it('keeps the factor of the bin before where nobody was won', () => {
    // All quantiles fall on one day: a second bin begins after it, with no win in it.
    const { ageFrom, factors } = fitValueByAge(wins(100, 7, 100));
    expect(ageFrom).toEqual([0, 8]);
    factors.forEach((factor) => expect(factor).toBeCloseTo(1, 12));
  });

  it('has at most 8 bins', () => {
    const many = Array.from({ length: 1000 }, (_, age) => wins(1, age, 100)).flat();
    expect(fitValueByAge(many).ageFrom).toEqual([0, 125, 250, 375, 500, 625, 750, 875]);
  });

  it('is 1 at all ages without wins or without values', () => {
    expect(fitValueByAge([])).toEqual({ ageFrom: [0], factors: [1] });
    expect(fitValueByAge(wins(50, 5, 0))).toEqual({ ageFrom: [0], factors: [1] });
  });

  it('does not depend on the unit of the values or on the order of the wins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 1000 })), { minLength: 30, maxLength: 120 }),
        (pairs) => {
          const all = pairs.map(([age, value]) => ({ deal, age, value, weight: 1 }));
          const plain = fitValueByAge(all);
          const others = fitValueByAge(all.map((win) => ({ ...win, value: win.value * 7 })).reverse());
          expect(others.ageFrom).toEqual(plain.ageFrom);
          others.factors.forEach((factor, bin) => expect(factor).toBeCloseTo(plain.factors[bin]!, 9));
        },
      ),
    );
  });
});

describe('valueFactorAt(byAge, age)', () => {
  it('is the factor of the bin, which begins with its first day', () => {
    const byAge = { ageFrom: [0, 6, 60], factors: [0.7, 1.2, 2] };
    expect([0, 5, 6, 59, 60, 4000].map((age) => valueFactorAt(byAge, age))).toEqual([
      0.7, 0.7, 1.2, 1.2, 2, 2,
    ]);
  });
});
