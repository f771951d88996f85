import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateOf, ratesInCurrency } from '../../src/workspace/rates';

describe('rateOf', () => {
  it('is 1 for the settings’ own currency and null for one that nobody has said', () => {
    const settings = { currency: 'SEK', rates: { EUR: 11, SEK: 3 } };
    expect(['SEK', 'EUR', 'USD', 'constructor'].map((code) => rateOf(code, settings))).toEqual([
      1,
      11,
      null,
      null,
    ]);
  });
});

describe('ratesInCurrency', () => {
  it('turns all rates, the old currency among them, and keeps nothing where the new one has none', () => {
    expect(ratesInCurrency({ EUR: 10, USD: 8 }, 'SEK', 'EUR')).toEqual({ USD: 0.8, SEK: 0.1 });
    expect(ratesInCurrency({ EUR: 10, USD: 8 }, 'SEK', 'NOK')).toEqual({});
    expect(ratesInCurrency({ EUR: 10 }, 'SEK', 'SEK')).toEqual({ EUR: 10 });
  });

  it('keeps what any amount is worth beside any other, there and back', () => {
    const rate = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (eur, usd) => {
        const back = ratesInCurrency(ratesInCurrency({ EUR: eur, USD: usd }, 'SEK', 'EUR'), 'EUR', 'SEK');
        // Two divisions: rounding alone.
        expect(back['EUR']! / eur).toBeCloseTo(1, 12);
        expect(back['USD']! / usd).toBeCloseTo(1, 12);
      }),
    );
  });
});
