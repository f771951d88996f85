/** Sums over paths of one kind's new leads, wins and won value, by forecast month. */
export interface KindSums {
  leads: Float64Array;
  winsFromOpen: Float64Array;
  winsFromNew: Float64Array;
  valueFromOpen: Float64Array;
  valueFromNew: Float64Array;
  cost: Float64Array;
}

/** What the paths came to. Ranges need every path's total; kinds are shown as means only, so sums do for them. */
export interface Outcomes {
  paths: number;
  months: number;
  /** Won value of each path: the paths of the first month, then those of the second … */
  value: Float64Array;
  /** Wins of each path, laid out likewise. */
  wins: Float64Array;
  /** Customers and recurring revenue at each month's end, and cost, laid out likewise; null where the model has none. */
  customers: Float64Array | null;
  recurring: Float64Array | null;
  cost: Float64Array | null;
  /** By slot of the prepared model. */
  kinds: readonly KindSums[];
}

/** What a model tells of besides wins and their value. */
export interface Told {
  customers: boolean;
  recurring: boolean;
  cost: boolean;
}

const NOTHING_MORE: Told = { customers: false, recurring: false, cost: false };

export function emptyOutcomes(
  paths: number,
  months: number,
  kinds: number,
  told: Told = NOTHING_MORE,
): Outcomes {
  const forEachPath = (isTold: boolean): Float64Array | null =>
    isTold ? new Float64Array(paths * months) : null;
  return {
    paths,
    months,
    value: new Float64Array(paths * months),
    wins: new Float64Array(paths * months),
    customers: forEachPath(told.customers),
    recurring: forEachPath(told.recurring),
    cost: forEachPath(told.cost),
    kinds: emptySums(kinds, months),
  };
}

export function emptySums(kinds: number, months: number): KindSums[] {
  return Array.from({ length: kinds }, () => ({
    leads: new Float64Array(months),
    winsFromOpen: new Float64Array(months),
    winsFromNew: new Float64Array(months),
    valueFromOpen: new Float64Array(months),
    valueFromNew: new Float64Array(months),
    cost: new Float64Array(months),
  }));
}

/** Puts what a run of paths came to at its place among all paths: each month's, and the sums over them. */
export function joinOutcomes(all: Outcomes, part: Outcomes, firstPath: number): void {
  const join = (into: Float64Array | null, from: Float64Array | null): void => {
    if (into === null || from === null) return;
    for (let month = 0; month < all.months; month++) {
      const months = from.subarray(month * part.paths, (month + 1) * part.paths);
      into.set(months, month * all.paths + firstPath);
    }
  };
  join(all.value, part.value);
  join(all.wins, part.wins);
  join(all.customers, part.customers);
  join(all.recurring, part.recurring);
  join(all.cost, part.cost);
  moveSums(part, all);
}

/** Adds the sums over the paths of one part to those of another, and leaves none behind. */
export function moveSums(from: Pick<Outcomes, 'kinds'>, into: Pick<Outcomes, 'kinds'>): void {
  into.kinds.forEach((sums, slot) => {
    const moved = from.kinds[slot]!;
    for (const name of Object.keys(sums) as (keyof KindSums)[]) {
      const values = sums[name];
      for (let month = 0; month < values.length; month++) values[month]! += moved[name][month]!;
      moved[name].fill(0);
    }
  });
}
