import { describe, expect, it } from 'vitest';
import expected from '../../fixtures/engine-simulate/settledForecasts.json';
import { figuresOf } from './settledFigures';
import { SETTLED_MODELS } from './settledModels';

describe('simulate, for models without tilts, recurring revenue and costs', () => {
  it.each(Object.keys(SETTLED_MODELS))('gives the numbers it gave before there were any: %s', (name) => {
    const model = SETTLED_MODELS[name];
    const before = (expected as Record<string, Record<string, number[][]>>)[name];
    if (model === undefined || before === undefined) throw new Error(`no forecast is kept for ${name}`);
    for (const [measure, rows] of Object.entries(figuresOf(model))) {
      rows.forEach((row, index) =>
        row.forEach((figure, place) => {
          const kept = before[measure]?.[index]?.[place] ?? NaN;
          // Not a bit moved where it was made; Math.log and Math.pow may differ in the last bit elsewhere.
          expect(Math.abs(figure - kept)).toBeLessThanOrEqual(1e-12 * Math.abs(kept));
        }),
      );
      expect(rows.map(({ length }) => length)).toEqual(before[measure]?.map(({ length }) => length));
    }
  });
});
