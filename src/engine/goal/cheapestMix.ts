import { MeanCurve } from './meanCurve';
import type { Stretch } from './stretch';
import { roundOnward, turnAll, type Span } from './way';
import type { Month } from '../calendar/calendar';
import type { Turn } from './setting';

/** Numbers of heads tried of each lever at first, before the neighbourhood of the best is. */
const GRID = 9;
/** With more than one lever of heads each gets fewer. */
const GRID_OF_MANY = 5;
const HALVINGS = 8;

/** What a mix is held against. */
export interface Measures {
  meanAt: (turn: Turn) => number;
  costAt: (turn: Turn) => number;
  start: Month;
}

/**
 * Values of the levers that cost at which the mean is as wished for the least added cost; all the way where it never is.
 * Heads are tried in whole numbers, spend is solved for each of them. The ends, where one lever does it alone, are among
 * those tried.
 */
export function cheapestValues(stretches: readonly Stretch[], measures: Measures, wished: number): number[] {
  const heads = stretches.flatMap(({ lever }, index) => (lever.isWhole ? [index] : []));
  const spend = stretches.findIndex(({ lever }) => !lever.isWhole);
  const asIs = stretches.map(({ lever }) => lever.value);
  const ends = stretches.map((stretch) => stretch.valueAt(stretch.most));

  const meanOf = (values: readonly number[]): number =>
    measures.meanAt(turnAll(stretches, values, measures.start));
  const costOf = (values: readonly number[]): number =>
    measures.costAt(turnAll(stretches, values, measures.start));
  if (meanOf(ends) <= wished) return ends;

  /** The least of one lever that does, the others as given; null where it never does. */
  const leastOf = (index: number, values: readonly number[]): number[] | null => {
    const at = (value: number): number[] => values.map((other, each) => (each === index ? value : other));
    const way: Span = {
      from: asIs[index] ?? 0,
      to: ends[index] ?? 0,
      isWhole: stretches[index]?.lever.isWhole ?? false,
    };
    if (meanOf(at(way.to)) < wished) return null;
    return at(roundOnward(way, new MeanCurve(way, (value) => meanOf(at(value))).solve(wished)));
  };

  let best: { values: readonly number[]; cost: number } | null = null;
  const tried = new Set<string>();
  const consider = (values: readonly number[]): void => {
    const key = values.join();
    if (tried.has(key)) return;
    tried.add(key);
    const complete = meanOf(values) >= wished ? values : spend < 0 ? null : leastOf(spend, values);
    if (complete === null) return;
    const cost = costOf(complete);
    if (best === null || cost < best.cost) best = { values: complete, cost };
  };
  const bestValues = (): readonly number[] => best?.values ?? ends;

  consider(asIs);
  for (const values of gridOf(heads, asIs, ends, leastOf)) consider(values);
  for (const index of heads) {
    let reach = Math.ceil(((ends[index] ?? 0) - (asIs[index] ?? 0)) / GRID);
    for (let round = 0; round < HALVINGS && reach > 0; round++) {
      const here = bestValues();
      for (const offset of [-reach, reach]) {
        const value = (here[index] ?? 0) + offset;
        if (value < (asIs[index] ?? 0) || value > (ends[index] ?? 0)) continue;
        consider(
          here.map((other, each) => (each === index ? value : each === spend ? (asIs[each] ?? 0) : other)),
        );
      }
      reach = reach === 1 ? 0 : Math.ceil(reach / 2);
    }
  }
  return [...bestValues()];
}

/** Numbers of heads from today's to those that do it alone, evenly, in all combinations. */
function gridOf(
  heads: readonly number[],
  asIs: readonly number[],
  ends: readonly number[],
  leastOf: (index: number, values: readonly number[]) => number[] | null,
): number[][] {
  const points = heads.length > 1 ? GRID_OF_MANY : GRID;
  return heads.reduce(
    (grid: number[][], index) => {
      const from = asIs[index] ?? 0;
      const to = leastOf(index, asIs)?.[index] ?? ends[index] ?? from;
      const choices = new Set([from]);
      for (let at = 1; at < points; at++) choices.add(Math.ceil(from + ((to - from) * at) / (points - 1)));
      return grid.flatMap((values) =>
        [...choices].map((value) => values.map((other, each) => (each === index ? value : other))),
      );
    },
    [[...asIs]],
  );
}
