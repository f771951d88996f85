import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setLocale } from '../../src/i18n/locale.svelte';
import { readRate, writeRate } from '../../src/state/rateText';

test.each([
  ['11.245', 11.245],
  ['11,245', 11.245],
  [' 0,09 ', 0.09],
  ['.5', 0.5],
  ['15 800', 15800],
] as const)('%j is a rate of %d', (text, rate) => {
  expect(readRate(text)).toBe(rate);
});

test.each(['', '0', '-1', 'eleven', '1.234,5', '1e13', 'Infinity', '1e-13'])('%j is no rate', (text) => {
  expect(readRate(text)).toBeNull();
});

describe.each([
  ['en', 'en-US', '16234.5'],
  ['sv', 'sv-SE', '16234,5'],
] as const)('a rate written in %s', (language, region, text) => {
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: {} });
    setLocale(language, [region]);
  });
  afterEach(() => setLocale('en', ['en']));

  test('has no groups, which would be read as its decimals', () => {
    expect(writeRate(16_234.5)).toBe(text);
    expect(writeRate(0.000_054_7)).toMatch(/^0[.,]0000547$/);
  });

  test('is read as what it was, to twelve digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 2e-12, max: 9e11, noNaN: true }), (rate) => {
        const read = readRate(writeRate(rate)) ?? NaN;
        // Half a unit of the twelfth digit.
        expect(Math.abs(read / rate - 1)).toBeLessThan(5.1e-12);
      }),
    );
  });
});
