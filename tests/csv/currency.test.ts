import { describe, expect, it } from 'vitest';
import { detectCurrency } from '../../src/csv/currency';
import type { ColumnReader } from '../../src/csv/dataset';

function currencyOf(cells: readonly string[], languages: readonly string[] = [], header = 'Amount'): string {
  const amount = { column: { header }, read: (row: number) => cells[row] ?? '' } as unknown as ColumnReader;
  return detectCurrency(
    amount,
    cells.map((_, row) => row),
    languages,
  );
}

describe('detectCurrency', () => {
  it.each([
    ['SEK 100', 'SEK'],
    ['100 SEK', 'SEK'],
    ['€100', 'EUR'],
    ['$100', 'USD'],
    ['US$100', 'USD'],
    ['U$S 100', 'USD'],
    ['A$100', 'AUD'],
    ['AU$100', 'AUD'],
    ['C$100', 'CAD'],
    ['CA$100', 'CAD'],
    ['S$100', 'SGD'],
    ['R$ 100', 'BRL'],
    ['MX$100', 'MXN'],
    ['NT$100', 'TWD'],
    ['HK$100', 'HKD'],
    ['NZ$100', 'NZD'],
    ['CLP$100', 'CLP'],
    ['¥100', 'JPY'],
    ['CN¥100', 'CNY'],
    ['100', ''],
    ['kr 100', ''],
  ])('reads %s as %s', (cell, currency) => {
    expect(currencyOf([cell])).toBe(currency);
  });

  it.each(['AR$100', 'ZZ$100'])(
    'takes no dollar that it does not know for one of the United States: %s',
    (cell) => {
      expect(currencyOf([cell])).not.toBe('USD');
    },
  );

  it('says nothing where amounts are in several', () => {
    expect(currencyOf(['SEK 100', 'EUR 200'])).toBe('');
    expect(currencyOf(['$100', 'NOK 200'])).toBe('');
    expect(currencyOf(['€100', '$200'])).toBe('');
    expect(currencyOf(['€100', 'kr 200'])).toBe('');
  });

  it('goes by those that name one', () => {
    expect(currencyOf(['100', 'SEK 200', '300 SEK', '-'])).toBe('SEK');
  });

  it('lets a code settle a sign that several share', () => {
    expect(currencyOf(['100 kr', 'NOK 200'])).toBe('NOK');
    expect(currencyOf(['100 kr', 'NOK 200'], ['sv-SE'])).toBe('');
  });

  it('lets the language settle a sign that several share', () => {
    expect(currencyOf(['100 kr'], ['sv-SE'])).toBe('SEK');
    expect(currencyOf(['$100'], ['fr-CA'])).toBe('CAD');
    expect(currencyOf(['¥100'], ['zh-CN'])).toBe('CNY');
  });

  it('goes by the header before any amount', () => {
    expect(currencyOf(['$100'], [], 'Amount (CAD)')).toBe('CAD');
  });
});
