import { expect, test } from 'vitest';
import { isUnlikelySilence } from '../../../src/engine';

test('one closing alone, or none, tells nothing of the time before', () => {
  expect(isUnlikelySilence(0, 100)).toBe(false);
  expect(isUnlikelySilence(1, 100)).toBe(false);
});

test('a silence is missing data where it would be had less than 1 time in 20', () => {
  // (10 ÷ 13.9)^9 = 0.052 and (10 ÷ 14)^9 = 0.048.
  expect(isUnlikelySilence(10, 3.9)).toBe(false);
  expect(isUnlikelySilence(10, 4)).toBe(true);
});
