import { expect, test } from 'vitest';
import { rejectedRowsText } from '../../../src/ui/pipeline/report/rejectedRowsFile';
import type { RowIssue } from '../../../src/workspace/importTypes';

const ISSUE: RowIssue = {
  file: 'deals.csv',
  row: 1014,
  column: 'Amount',
  value: '1.2.3',
  code: 'badNumber',
};

test('each row has its place, its value and a reason', () => {
  const lines = rejectedRowsText([ISSUE]).split('\r\n');
  expect(lines[0]).toBe('\uFEFFFile,Row,Column,Value,Reason');
  expect(lines[1]).toMatch(/^deals\.csv,1014,Amount,1\.2\.3,"Row 1,014, Amount: .+"$/);
});

test('quotes are doubled and line breaks kept inside', () => {
  expect(rejectedRowsText([{ ...ISSUE, value: 'a "b"\nc' }])).toContain('"a ""b""\nc"');
});

test.each(['=1+1', '+1', '-cmd', '-5', '@sum', '\tx'])('%j can not run as a formula', (value) => {
  expect(rejectedRowsText([{ ...ISSUE, value }])).toContain(`,'${value},`);
});

test('a leading line end can not hide a formula either', () => {
  expect(rejectedRowsText([{ ...ISSUE, value: '\r=1+1' }])).toContain(`,"'\r=1+1",`);
});

test.each(['file', 'column'] as const)('nor can a formula stand as the name of a %s', (place) => {
  expect(rejectedRowsText([{ ...ISSUE, [place]: '=1+1' }])).toContain(`'=1+1`);
});
