/** An interval that holds the truth four times in five: its ends are the 10 and the 90 % point. */
export interface DoubtRange {
  low: number;
  high: number;
}

/** How sure someone is of an assumption: a word, or an interval of their own. In numbers: see `doubt`. */
export type Doubt = 'sure' | 'roughly' | 'guess' | DoubtRange;

/** Whether anybody has said it: a default to start from, typed by the user, or taken from imported deals. */
export type AssumptionSource = 'default' | 'typed' | 'history';

/**
 * A figure of the plan. `value` is its mean: with a range of one's own, of what has that range (`valueOfRange`); from history,
 * the estimate, its interval being the range. A range moves along with a value moved by hand.
 */
export interface Assumption {
  value: number;
  doubt: Doubt;
  from: AssumptionSource;
}
