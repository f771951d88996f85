/**
 * A symmetric positive definite system whose matrix is a band of half-width two (the months' levels, in order of time)
 * bordered by a few dense rows (the effects all months share):
 *
 *     | band    cross  |
 *     | crossᵀ  corner |
 *
 * Solved by a Cholesky factor of the band and of the corner's Schur complement: months × effects² operations instead of
 * months³.
 */
export class ArrowSystem {
  /** Diagonal and the two diagonals below it; entry i of `below1` couples i and i − 1. */
  readonly diagonal: Float64Array;
  readonly below1: Float64Array;
  readonly below2: Float64Array;
  /** Row by month, column by effect. */
  readonly cross: Float64Array;
  /** Row by row, both triangles. */
  readonly corner: Float64Array;
  /** Log of the determinant; set by `factorise`. */
  logDeterminant = 0;

  constructor(
    readonly months: number,
    readonly effects: number,
  ) {
    this.diagonal = new Float64Array(months);
    this.below1 = new Float64Array(months);
    this.below2 = new Float64Array(months);
    this.cross = new Float64Array(months * effects);
    this.corner = new Float64Array(effects * effects);
  }

  /** Replaces the matrix by its Cholesky factor. */
  factorise(): void {
    const { months, effects, diagonal, below1, below2, cross, corner } = this;
    let log = 0;
    for (let row = 0; row < months; row++) {
      let second = 0;
      let first = 0;
      if (row > 1) second = below2[row]! /= diagonal[row - 2]!;
      if (row > 0)
        first = below1[row] = (below1[row]! - (row > 1 ? second * below1[row - 1]! : 0)) / diagonal[row - 1]!;
      const pivot = Math.sqrt(diagonal[row]! - first * first - second * second);
      diagonal[row] = pivot;
      log += Math.log(pivot);
      const at = row * effects;
      for (let effect = 0; effect < effects; effect++) {
        let sum = cross[at + effect]!;
        if (row > 0) sum -= first * cross[at - effects + effect]!;
        if (row > 1) sum -= second * cross[at - 2 * effects + effect]!;
        cross[at + effect] = sum / pivot;
      }
    }
    for (let row = 0; row < months; row++) {
      const at = row * effects;
      for (let left = 0; left < effects; left++) {
        const value = cross[at + left]!;
        if (value === 0) continue;
        for (let right = 0; right <= left; right++)
          corner[left * effects + right]! -= value * cross[at + right]!;
      }
    }
    for (let row = 0; row < effects; row++) {
      for (let column = 0; column <= row; column++) {
        let sum = corner[row * effects + column]!;
        for (let inner = 0; inner < column; inner++)
          sum -= corner[row * effects + inner]! * corner[column * effects + inner]!;
        if (row === column) {
          corner[row * effects + row] = Math.sqrt(sum);
          log += 0.5 * Math.log(sum);
        } else corner[row * effects + column] = sum / corner[column * effects + column]!;
      }
    }
    this.logDeterminant = 2 * log;
  }

  /** Solves for the right-hand side in place: months first, then effects. `factorise` comes first. */
  solve(right: Float64Array): void {
    const { months, effects, diagonal, below1, below2, cross, corner } = this;
    for (let row = 0; row < months; row++) {
      let sum = right[row]!;
      if (row > 0) sum -= below1[row]! * right[row - 1]!;
      if (row > 1) sum -= below2[row]! * right[row - 2]!;
      right[row] = sum / diagonal[row]!;
      for (let effect = 0; effect < effects; effect++)
        right[months + effect]! -= cross[row * effects + effect]! * right[row]!;
    }
    for (let row = 0; row < effects; row++) {
      let sum = right[months + row]!;
      for (let column = 0; column < row; column++)
        sum -= corner[row * effects + column]! * right[months + column]!;
      right[months + row] = sum / corner[row * effects + row]!;
    }
    for (let row = effects - 1; row >= 0; row--) {
      let sum = right[months + row]!;
      for (let below = row + 1; below < effects; below++)
        sum -= corner[below * effects + row]! * right[months + below]!;
      right[months + row] = sum / corner[row * effects + row]!;
    }
    for (let row = months - 1; row >= 0; row--) {
      let sum = right[row]!;
      for (let effect = 0; effect < effects; effect++)
        sum -= cross[row * effects + effect]! * right[months + effect]!;
      if (row + 1 < months) sum -= below1[row + 1]! * right[row + 1]!;
      if (row + 2 < months) sum -= below2[row + 2]! * right[row + 2]!;
      right[row] = sum / diagonal[row]!;
    }
  }
}
