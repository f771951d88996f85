import { expect, test } from 'vitest';
import { day, decimalMark, exactMoney, number } from '../../src/i18n/format';
import { regionalVariant, setLocale } from '../../src/i18n/locale.svelte';
import { speak } from './speak';

test('numbers and dates are written as in the browser’s own region of the language chosen', () => {
  speak('en');
  expect(day(20_780)).toBe('Nov 23, 2026');
  setLocale('en', ['sv-SE', 'en-GB', 'en-US']);
  expect(day(20_780)).toBe('23 Nov 2026');
  setLocale('sv', ['sv-SE', 'en-GB', 'en-US']);
  expect(day(20_780)).toBe('23 nov. 2026');
});

test('the mark before decimals follows the region too', () => {
  setLocale('en', ['en-ZA']);
  expect(number(2.5, 1)).toBe('2,5');
  expect(decimalMark()).toBe(',');
  speak('en');
  expect(decimalMark()).toBe('.');
});

test.each([
  ['en', ['en', 'en-GB'], 'en-GB'],
  ['en', ['sv-SE', 'sv'], 'en'],
  ['sv', ['sv-FI'], 'sv-FI'],
  ['en', ['en-Latn-GB-u-nu-thai'], 'en-GB'],
  ['en', ['', 'english!', 'en_GB'], 'en'],
  ['en', [], 'en'],
] as const)('of %s and the browser’s %j it is %s', (language, languages, variant) => {
  expect(regionalVariant(language, languages)).toBe(variant);
});

test('a small amount keeps its decimals, a large one is whole', () => {
  speak('en');
  expect(exactMoney(2.5, 'SEK')).toMatch(/2\.50$/);
  expect(exactMoney(3, 'SEK')).toMatch(/3$/);
  expect(exactMoney(450_000.4, 'SEK')).toMatch(/450,000$/);
});
