import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waterfall } from '../../../src/ui/diagnose/bridge/waterfall';
import { bridgeWith, partOf } from './sampleBridge';

const anyParts = fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.boolean()), { maxLength: 14 });

test('rows lead from one end to the other, whatever is put together, and no bar leaves its room', () => {
  fc.assert(
    fc.property(anyParts, fc.boolean(), fc.integer({ min: 0, max: 5000 }), (values, showsAll, compared) => {
      const parts = values.map(([value, isWithinNoise], index) =>
        partOf({ value, isWithinNoise, stage: String(index) }),
      );
      const rows = waterfall(bridgeWith(parts, compared), showsAll);
      const [start, end] = [rows[0], rows.at(-1)];
      const steps = rows.slice(1, -1).reduce((sum, { value }) => sum + value, 0);
      // Sums of whole numbers: exact.
      expect((start?.value ?? 0) + steps).toBe(end?.value);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      for (const { start: from, width } of rows) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThanOrEqual(0);
        // Rounding of a sum of shares.
        expect(from + width).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test('what stands out has a row of its own, small parts share one', () => {
  const clear = Array.from({ length: 8 }, (_, index) => partOf({ stage: `clear ${index}` }));
  const noise = Array.from({ length: 5 }, (_, index) =>
    partOf({ stage: `noise ${index}`, isWithinNoise: true }),
  );
  const rows = waterfall(bridgeWith([...noise, ...clear]), false);
  expect(rows.filter(({ role }) => role === 'part')).toHaveLength(8);
  expect(rows.find(({ role }) => role === 'rest')?.value).toBe(-500);
  expect(waterfall(bridgeWith([...noise, ...clear]), true)).toHaveLength(15);
});
