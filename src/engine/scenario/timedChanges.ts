import type { Month } from '../calendar/calendar';
import { monthsBetween } from '../calendar/month';
import type { Kind } from '../deals/deal';
import type { ChangedKinds, ScenarioChange } from './scenario';

/** A change with the forecast months it lasts: `first` up to but not including `end`. */
export interface Timed<Change extends ScenarioChange = ScenarioChange> {
  change: Change;
  first: number;
  end: number;
}

export type FactorOfKind = Extract<ScenarioChange, { kind: ChangedKinds; factor: number }>;
export type FactorOfAll = Extract<ScenarioChange, { what: 'spend' | 'churn' }>;

/** The months of a change, cut to the forecast. Deals that are lost stay lost, whatever the change's length. */
export function timeChange<Change extends ScenarioChange>(
  change: Change,
  months: readonly Month[],
): Timed<Change> | null {
  const [start] = months;
  if (start === undefined) return null;
  const begins = monthsBetween(start, change.from);
  const length = change.what === 'loseBiggestDeals' ? null : change.months;
  const first = Math.max(0, begins);
  const end = length === null ? months.length : Math.min(months.length, begins + length);
  return first < end ? { change, first, end } : null;
}

/** True of a change that changes nothing whatever the model. */
export function saysNothing(change: ScenarioChange): boolean {
  switch (change.what) {
    case 'prospectors':
      return change.heads === 0;
    case 'cost':
      return change.perMonth === 0;
    case 'loseBiggestDeals':
      return !(change.deals > 0);
    case 'hiringFreeze':
      return false;
    case 'leads':
    case 'winRate':
    case 'value':
    case 'days':
    case 'spend':
    case 'churn':
      return change.factor === 1;
  }
}

/**
 * In an order that depends on what they say and not on who stands first: then numbers are multiplied in one order, and the
 * same changes make the same model to the last digit.
 */
export function inOneOrder(changes: readonly Timed[]): Timed[] {
  const textOf = ({ change, first, end }: Timed): string =>
    JSON.stringify([
      first,
      end,
      Object.entries({ ...change, id: '', shock: '', from: '', months: 0 }).sort(),
    ]);
  return changes
    .map((timed) => ({ timed, text: textOf(timed) }))
    .sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0))
    .map(({ timed }) => timed);
}

export function isAbout({ change }: Timed<FactorOfKind>, kind: Kind): boolean {
  return change.kind === 'all' || change.kind === kind;
}

/** Beyond a thousand times nothing is said any more, and forty changes of ten times each would be no number. */
const MOST_TIMES = 1_000;

/** The product of the changes' factors in each forecast month, at most a thousand; null where it is 1 in all of them. */
export function factorsByMonth(
  changes: readonly Timed<FactorOfKind | FactorOfAll>[],
  months: number,
): number[] | null {
  const factors = new Array<number>(months).fill(1);
  for (const { change, first, end } of changes) {
    for (let month = first; month < end; month++) factors[month]! *= change.factor;
  }
  if (factors.every((factor) => factor === 1)) return null;
  return factors.map((factor) => Math.min(MOST_TIMES, factor));
}

/** Factors of a model's own, a month without one having 1, times those of the changes. */
export function multiplied(own: readonly number[] | undefined, factors: readonly number[]): number[] {
  return factors.map((factor, month) => (own?.[month] ?? 1) * factor);
}
