import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, type WritingHabit } from '../../src/state/parseAmount';

const EN: WritingHabit = { language: 'en', decimalMark: '.' };
const SV: WritingHabit = { language: 'sv', decimalMark: ',' };
const HABITS = { en: EN, sv: SV };

describe('reads an amount', () => {
  test.each([
    ['450000', 'en', 450_000],
    ['450 000', 'en', 450_000],
    ['450\u00a0000 kr', 'sv', 450_000],
    ['1 450 000:-', 'sv', 1_450_000],
    ['450,000', 'en', 450_000],
    ['450.000', 'sv', 450_000],
    ['12,34,567', 'en', 1_234_567],
    ["SEK 450'000", 'en', 450_000],
    ['450000 sek', 'en', 450_000],
    ['€450,000.50', 'en', 450_000.5],
    ['1.200,50', 'en', 1200.5],
    ['2.5', 'en', 2.5],
    ['2,5', 'sv', 2.5],
    ['0.125', 'en', 0.125],
    ['450k', 'en', 450_000],
    ['450 tkr', 'en', 450_000],
    ['412 tn', 'sv', 412_000],
    ['1.2m', 'en', 1_200_000],
    ['2,5 mn', 'sv', 2_500_000],
    ['1,2 mkr', 'en', 1_200_000],
    ['2,5 miljoner', 'sv', 2_500_000],
    ['2 million', 'en', 2_000_000],
    ['2 MSEK', 'en', 2_000_000],
    ['3 bn', 'en', 3e9],
  ] as const)('%s in %s is %d', (text, language, value) => {
    const read = parseAmount(text, HABITS[language]);
    expect(read.ok && read.value).toBeCloseTo(value, 6);
  });

  test.each([
    ['en', EN],
    ['en-IN', EN],
    ['en-ZA', { language: 'en', decimalMark: ',' }],
    ['en-CH', EN],
    ['en-DE', { language: 'en', decimalMark: ',' }],
    ['sv', SV],
  ] as const)('written as Intl writes whole amounts in %s', (locale, habit) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (value) => {
        expect(parseAmount(new Intl.NumberFormat(locale).format(value), habit)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('says what is wrong with', () => {
  test.each([
    ['', 'en', 'notANumber'],
    ['a lot', 'en', 'notANumber'],
    ['1 to 2', 'en', 'notANumber'],
    ['45 12', 'en', 'notANumber'],
    ['4.5.6', 'en', 'notANumber'],
    ['1e400', 'en', 'notANumber'],
    ['450 apples', 'en', 'notANumber'],
    ['3 tn', 'en', 'notANumber'],
    ['0', 'en', 'notPositive'],
    ['-5', 'en', 'notPositive'],
    ['−5', 'sv', 'notPositive'],
    ['SEK -450,000', 'en', 'notPositive'],
    ['(450,000)', 'en', 'notPositive'],
    ['2,5', 'en', 'ambiguousMark'],
    ['2.5', 'sv', 'ambiguousMark'],
    ['450.000', 'en', 'ambiguousMark'],
    ['450,000', 'sv', 'ambiguousMark'],
    ['1.250m', 'en', 'ambiguousMark'],
    ['1,250m', 'en', 'ambiguousMark'],
    ['9999999999999', 'en', 'tooLarge'],
  ] as const)('%j in %s: %s', (text, language, problem) => {
    expect(parseAmount(text, HABITS[language])).toEqual({ ok: false, problem });
  });

  test('anything else: never more than a finite positive amount', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(EN, SV), (text, habit) => {
        const read = parseAmount(text, habit);
        expect(!read.ok || (read.value > 0 && read.value <= 1e12)).toBe(true);
      }),
    );
  });
});
