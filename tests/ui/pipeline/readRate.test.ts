import { expect, test } from 'vitest';
import { readRate } from '../../../src/ui/pipeline/check/readRate';

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
