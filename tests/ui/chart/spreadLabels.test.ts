import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '../../../src/ui/chart/spreadLabels';

test('labels that have room stay where they are', () => {
  expect(spreadLabels([10, 60, 120], 30, 0, 200)).toEqual([10, 60, 120]);
});

test('labels that would stand on each other are moved apart, inside the chart', () => {
  expect(spreadLabels([195, 198], 30, 0, 200)).toEqual([170, 200]);
});

test('keeps order and distance as long as there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 }), (places) => {
      const spread = spreadLabels(
        [...places].sort((one, other) => one - other),
        30,
        0,
        300,
      );
      spread.forEach((place, index) => {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(300);
        if (index > 0) expect(place - (spread[index - 1] ?? NaN)).toBeGreaterThanOrEqual(30);
      });
    }),
  );
});
