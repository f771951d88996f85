import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFigure, readNumber } from '../../../src/state/plan/parseFigure';

describe('readNumber', () => {
  it.each([
    ['1200', '.', 1200],
    ['1,200', '.', 1200],
    ['1,200,000', '.', 1_200_000],
    ['1,200.5', '.', 1200.5],
    ['0,125', '.', 0.125],
    ['3,4', '.', 3.4],
    ['1 200,50', ',', 1200.5],
    ['1\u00a0200\u202f000', ',', 1_200_000],
    ['1.200', ',', 1200],
    ['1.200,5', ',', 1200.5],
    ['3.4', ',', 3.4],
    ['1,200', ',', 1.2],
    ['5 %', '.', 5],
    ['-3', '.', -3],
    ['\u22123', ',', -3],
    ['+.5', '.', 0.5],
    ["1'200", '.', 1200],
  ] as const)('reads %j with decimal mark %j as %d', (text, mark, value) => {
    expect(readNumber(text, mark)).toBe(value);
  });

  it.each(['', 'abc', '1.2.3', '1,2,3', '1-2', '--1', '1e5', 'Infinity', 'NaN', '0x10', '12,34.5', '.', '-'])(
    'refuses %j',
    (text) => {
      expect(readNumber(text, '.')).toBeNull();
      expect(readNumber(text, ',')).toBeNull();
    },
  );

  it('never gives anything but null or a finite number', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom<'.' | ','>('.', ','), (text, mark) => {
        const value = readNumber(text, mark);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it.each(['en', 'en-IN', 'en-ZA', 'en-CH', 'en-DE', 'sv'])(
    'reads back what the fields show in %s',
    (locale) => {
      const mark = new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.';
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
      fc.assert(
        fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
          const value = hundredths / 100;
          expect(readNumber(format.format(value), mark)).toBeCloseTo(value, 6);
        }),
      );
    },
  );
});

describe('parseFigure', () => {
  const field = { min: 0, max: 100, unit: 'percent' } as const;
  const EN = { language: 'en', decimalMark: '.' } as const;
  const SV = { language: 'sv', decimalMark: ',' } as const;

  it('takes both limits', () => {
    expect(parseFigure('0', field, EN)).toEqual({ ok: true, value: 0 });
    expect(parseFigure('100', field, EN)).toEqual({ ok: true, value: 100 });
  });

  it.each([
    ['  ', 'empty'],
    ['ten', 'notANumber'],
    ['-1', 'tooLow'],
    ['100.1', 'tooHigh'],
    ['9'.repeat(400), 'tooHigh'],
  ])('says why %j can not be used', (text, problem) => {
    expect(parseFigure(text, field, EN)).toEqual({ ok: false, problem });
  });

  it.each([
    ['£5,000', EN, 5_000],
    ['12k', EN, 12_000],
    ['1.5m', EN, 1_500_000],
    ['1,5 mkr', SV, 1_500_000],
    ['25 tkr', SV, 25_000],
  ])('reads money as people write it: %j', (text, habit, value) => {
    const money = { min: 0, max: 1e12, unit: 'money' } as const;
    expect(parseFigure(text, money, habit)).toEqual({ ok: true, value });
    expect(parseFigure(text, { ...money, unit: 'days' }, habit).ok).toBe(false);
  });
});
