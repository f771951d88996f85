import { expect, test } from 'vitest';
import { sparklinePath } from '../../../src/ui/forecast/sparkline';

test('goes from edge to edge with zero at the bottom and the highest at the top', () => {
  expect(sparklinePath([0, 5, 10], 100, 20)).toBe('M0.0 20.0L50.0 10.0L100.0 0.0');
});

test('lies at the bottom where there is nothing, and is empty for fewer than two values', () => {
  expect(sparklinePath([0, 0], 100, 20)).toBe('M0.0 20.0L100.0 20.0');
  expect(sparklinePath([7], 100, 20)).toBe('');
});
