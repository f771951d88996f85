import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDateFormat, readDay } from '../../src/csv/dates';
import { dateOfDay, isoDay } from '../../src/engine';
import type { DateOrder } from '../../src/workspace/importTypes';
import { day } from './csvFile';
import { countOnce } from './countOnce';

function read(text: string, order: DateOrder = 'dmy', isSerial = false): string | null {
  const found = readDay(text, { order, isSerial });
  return found === null ? null : isoDay(found);
}

describe('readDay', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-23 10:00', '2026-11-23'],
    ['2026-11-23T23:30:00.123456+05:00', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026-1-3', '2026-01-03'],
    ['20261123', '2026-11-23'],
    ['23.11.2026 10:15', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['23/11/2026, 10:15', '2026-11-23'],
    ['15 Apr, 2021 00:02:00', '2021-04-15'],
    ['Sep 12, 2026', '2026-09-12'],
    ['12-Sep-26', '2026-09-12'],
    ['Mon, 15 Apr 2021', '2021-04-15'],
    ['15 maj 2021', '2021-05-15'],
    ['15. März 2021', '2021-03-15'],
    ['1er août 2021', '2021-08-01'],
    ['3 de enero de 2021', '2021-01-03'],
    ['23/11/71', '1971-11-23'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '31.02.2025',
    '2025-13-01',
    '2024-01-0',
    '45000',
    '1.2.3',
    '15 Foo 2021',
    '99/99/9999',
  ])('takes %s for no date', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads Excel days only in a column of them', () => {
    expect(read('45000', 'dmy', true)).toBe('2023-03-15');
    expect(detectDateFormat(countOnce(['45000', '45001.5', ''])).isSerial).toBe(true);
    expect(detectDateFormat(countOnce(['45000', '2025-01-01', '2025-01-02'])).isSerial).toBe(false);
  });

  it('gives back any day written in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('1980-01-01'), max: day('2060-12-31') }), (number) => {
        const { year, month, dayOfMonth } = dateOfDay(number);
        expect(readDay(`${dayOfMonth}/${month}/${year}`, { order: 'dmy', isSerial: false })).toBe(number);
        expect(readDay(`${month}/${dayOfMonth}/${year}`, { order: 'mdy', isSerial: false })).toBe(number);
        expect(readDay(isoDay(number), { order: 'mdy', isSerial: false })).toBe(number);
      }),
    );
  });
});

describe('detectDateFormat', () => {
  it('finds the order from any value that shows it', () => {
    expect(detectDateFormat(countOnce(['01/02/2025', '13/02/2025']))).toMatchObject({
      order: 'dmy',
      ambiguous: null,
    });
    expect(detectDateFormat(countOnce(['01/02/2025', '02/13/2025']))).toMatchObject({
      order: 'mdy',
      ambiguous: null,
    });
    expect(detectDateFormat(countOnce(['01.02.2025']))).toMatchObject({ order: 'dmy', ambiguous: null });
    expect(detectDateFormat(countOnce(['2025-01-02']))).toMatchObject({ order: 'ymd', ambiguous: null });
  });

  it('gives an example where no value shows it', () => {
    expect(detectDateFormat(countOnce(['01/02/2025', '03/04/2025']))).toMatchObject({
      order: 'dmy',
      ambiguous: '01/02/2025',
    });
  });
});
