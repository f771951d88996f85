import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount } from '../../../src/ui/forecast/parseAmount';

test.each([
  ['450000', 450_000],
  ['450 000', 450_000],
  ['450\u00a0000 kr', 450_000],
  ['450,000', 450_000],
  ['450.000', 450_000],
  ["SEK 450'000", 450_000],
  ['450000 sek', 450_000],
  ['€450,000.50', 450_000.5],
  ['450k', 450_000],
  ['450 tkr', 450_000],
  ['1.2m', 1_200_000],
  ['1,2 mkr', 1_200_000],
  ['1,2 mn', 1_200_000],
  ['2 MSEK', 2_000_000],
  ['3 bn', 3e9],
])('%s is read as %d', (text, value) => {
  expect(parseAmount(text, '.')).toBeCloseTo(value, 6);
});

test.each(['', 'a lot', '0', '-5', '−5', '1 to 2', '4.5.6', '1e400', '9999999999999'])(
  '%j is not one positive amount that a company can sell for',
  (text) => {
    expect(parseAmount(text, '.')).toBeNull();
  },
);

test('a whole amount survives being written as Intl writes it, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), (value) => {
      expect(parseAmount(new Intl.NumberFormat('en').format(value), '.')).toBe(value);
      expect(parseAmount(new Intl.NumberFormat('sv').format(value), ',')).toBe(value);
    }),
  );
});
