import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDecimalMark, readNumber } from '../../src/csv/numbers';
import { countOnce } from './countOnce';

describe('readNumber', () => {
  it.each([
    ['1234', 1234],
    ['€ 3.500,00', 3500],
    ['$22,700.00', 22700],
    ['1\u00a0234,50 kr', 1234.5],
    ['1\u202f234\u2009567', 1234567],
    ["CHF 1'234.50", 1234.5],
    ['SEK 12 500', 12500],
    ['12 500 SEK', 12500],
    ['500:-', 500],
    ['(1,234.00)', -1234],
    ['($2,000)', -2000],
    ['-$2,000.50', -2000.5],
    ['\u2212 15', -15],
    ['75%', 0.75],
    ['0', 0],
    ['.5', 0.5],
    ['12,5', 12.5],
    ['12,34,567.00', 1234567],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['1.5E+6', 1500000],
    ['US$ 12.50', 12.5],
  ])('reads %s', (text, expected) => {
    expect(readNumber(text, '.')).toBeCloseTo(expected, 9);
  });

  it.each(['', 'n/a', '1.2.3', '12k', '1,5 MSEK', '12,34,5', '1-2', '--', '€', '1 000 x', '2025-01-02'])(
    'takes %s for no number',
    (text) => {
      expect(readNumber(text, '.')).toBeNull();
    },
  );

  it('lets the column decide what reads both ways', () => {
    expect(readNumber('1.234', '.')).toBe(1.234);
    expect(readNumber('1.234', ',')).toBe(1234);
    expect(readNumber('1,234', '.')).toBe(1234);
    expect(readNumber('1,234', ',')).toBe(1.234);
    expect(readNumber('(1.234)', '.')).toBe(-1.234);
  });

  it('never throws and never gives NaN', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('.', ',' as const), (text, mark) => {
        const number = readNumber(text, mark as '.' | ',');
        expect(number === null || Number.isFinite(number)).toBe(true);
      }),
    );
  });

  it('reads back what a locale writes', () => {
    const locales = ['en-US', 'sv-SE', 'de-DE', 'de-CH', 'fr-FR', 'en-IN'] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom(...locales),
        (cents, locale) => {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
          expect(readNumber(text, '.')).toBe(cents / 100);
        },
      ),
    );
  });
});

describe('detectDecimalMark', () => {
  it('takes the mark from any value that shows it', () => {
    expect(detectDecimalMark(countOnce(['1.234', '1.234,50']))).toMatchObject({ mark: ',', ambiguous: null });
    expect(detectDecimalMark(countOnce(['1,234', '12.5']))).toMatchObject({ mark: '.', ambiguous: null });
    expect(detectDecimalMark(countOnce(['$1,234']))).toMatchObject({ mark: '.', ambiguous: null });
  });

  it('gives an example where none does, and reads it as thousands meanwhile', () => {
    expect(detectDecimalMark(countOnce(['1.234', '950']))).toMatchObject({ mark: ',', ambiguous: '1.234' });
    expect(detectDecimalMark(countOnce(['1,234', '950']))).toMatchObject({ mark: '.', ambiguous: '1,234' });
  });
});
