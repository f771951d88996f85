import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrowSystem } from '../../../src/engine/series/arrowSystem';

type Matrix = number[][];

/** Gaussian elimination with pivoting: the solution, and the log of the determinant. */
function solveDense(
  matrix: Matrix,
  right: readonly number[],
): { solution: number[]; logDeterminant: number } {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  let logDeterminant = 0;
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let row = column + 1; row < rows.length; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    logDeterminant += Math.log(Math.abs(rows[column]![column]!));
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = row[column]! / rows[column]![column]!;
      for (let entry = column; entry <= rows.length; entry++) row[entry]! -= factor * rows[column]![entry]!;
    });
  }
  return { solution: rows.map((row, index) => row[rows.length]! / row[index]!), logDeterminant };
}

/** Any band of half-width two bordered by dense rows; a heavy diagonal makes it positive definite. */
const bordered = fc
  .record({ months: fc.integer({ min: 1, max: 9 }), effects: fc.integer({ min: 0, max: 5 }) })
  .chain(({ months, effects }) => {
    const size = months + effects;
    const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: size * size,
      maxLength: size * size,
    });
    const right = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), {
      minLength: size,
      maxLength: size,
    });
    return fc.tuple(fc.constant({ months, effects }), entries, right);
  })
  .map(([{ months, effects }, entries, right]) => {
    const size = months + effects;
    const matrix = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => {
        const [low, high] = [Math.min(row, column), Math.max(row, column)];
        if (low === high) return size + 1 + entries[row * size + row]!;
        return high < months && high - low > 2 ? 0 : entries[low * size + high]!;
      }),
    );
    return { months, effects, matrix, right };
  });

function systemOf(matrix: Matrix, months: number, effects: number): ArrowSystem {
  const system = new ArrowSystem(months, effects);
  for (let row = 0; row < months; row++) {
    system.diagonal[row] = matrix[row]![row]!;
    if (row > 0) system.below1[row] = matrix[row]![row - 1]!;
    if (row > 1) system.below2[row] = matrix[row]![row - 2]!;
    for (let effect = 0; effect < effects; effect++)
      system.cross[row * effects + effect] = matrix[row]![months + effect]!;
  }
  for (let row = 0; row < effects; row++)
    for (let column = 0; column < effects; column++)
      system.corner[row * effects + column] = matrix[months + row]![months + column]!;
  return system;
}

describe('ArrowSystem', () => {
  it('solves what a dense elimination solves, with the same determinant', () => {
    fc.assert(
      fc.property(bordered, ({ months, effects, matrix, right }) => {
        const dense = solveDense(matrix, right);
        const system = systemOf(matrix, months, effects);
        system.factorise();
        // Well conditioned (the diagonal outweighs its row): all but the last few of 16 digits.
        expect(system.logDeterminant).toBeCloseTo(dense.logDeterminant, 10);
        const found = Float64Array.from(right);
        system.solve(found);
        found.forEach((value, index) => expect(value).toBeCloseTo(dense.solution[index]!, 10));
      }),
    );
  });

  it('solves for several right-hand sides by one factor', () => {
    const matrix = [
      [4, 1, 0.5],
      [1, 5, -1],
      [0.5, -1, 6],
    ];
    const system = systemOf(matrix, 2, 1);
    system.factorise();
    for (const right of [
      [1, 0, 0],
      [0, 2, -3],
    ]) {
      const found = Float64Array.from(right);
      system.solve(found);
      matrix.forEach((row, index) =>
        expect(row.reduce((sum, entry, column) => sum + entry * found[column]!, 0)).toBeCloseTo(
          right[index]!,
          12,
        ),
      );
    }
  });
});
