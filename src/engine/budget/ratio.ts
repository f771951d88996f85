/** Of less than a millionth of a lead, a win or a unit of money nothing can be said. */
const LEAST = 1e-6;

/** One amount for each unit of another; null where one of them is unknown or there is as good as none of the other. */
export function ratio(of: number | null, by: number | null): number | null {
  return of !== null && by !== null && by > LEAST ? of / by : null;
}
