/** Sums over paths of one kind's new leads, wins and won value, by forecast month. */
export interface KindSums {
  leads: Float64Array;
  winsFromOpen: Float64Array;
  winsFromNew: Float64Array;
  valueFromOpen: Float64Array;
  valueFromNew: Float64Array;
}

/** What the paths came to. Ranges need every path's total; kinds are shown as means only, so sums do for them. */
export interface Outcomes {
  paths: number;
  months: number;
  /** Won value of each path: the paths of the first month, then those of the second … */
  value: Float64Array;
  /** Wins of each path, laid out likewise. */
  wins: Float64Array;
  /** By slot of the prepared model. */
  kinds: readonly KindSums[];
}

export function emptyOutcomes(paths: number, months: number, kinds: number): Outcomes {
  return {
    paths,
    months,
    value: new Float64Array(paths * months),
    wins: new Float64Array(paths * months),
    kinds: Array.from({ length: kinds }, () => ({
      leads: new Float64Array(months),
      winsFromOpen: new Float64Array(months),
      winsFromNew: new Float64Array(months),
      valueFromOpen: new Float64Array(months),
      valueFromNew: new Float64Array(months),
    })),
  };
}
