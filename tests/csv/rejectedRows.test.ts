import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { rejectedRowsCsv } from '../../src/csv';

describe('rejectedRowsCsv', () => {
  it('lists each row with its reason, and no spreadsheet runs what was in it', () => {
    const values = ['=1+1', '+4', '-5', '@SUM(A1)', '\tx', 'plain, "quoted"\nlines'];
    const issues = values.map((value, index) => ({
      file: 'a.csv',
      row: index + 2,
      column: 'Amount',
      value,
      code: 'badNumber' as const,
    }));
    const csv = rejectedRowsCsv(issues, {
      headers: ['File', 'Row', 'Column', 'Value', 'Reason'],
      reasonOf: ({ code }) => code,
    });
    expect(csv.startsWith('\uFEFF"File","Row"')).toBe(true);
    const { data } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true });
    expect(data).toHaveLength(7);
    expect(data[1]).toEqual(['a.csv', '2', 'Amount', "'=1+1", 'badNumber']);
    expect(data.slice(1).map((row) => row[3])).toEqual([
      "'=1+1",
      "'+4",
      "'-5",
      "'@SUM(A1)",
      "'\tx",
      'plain, "quoted"\nlines',
    ]);
  });
});
