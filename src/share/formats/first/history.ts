import type { MonthlyActual } from '../../../engine';
import { list, mapped, number, struct } from '../../fields';
import { kind, monthAt, monthNumber, MOST } from './values';

type Actual = Omit<MonthlyActual, 'month'>;

/** Entries of one month, which is told by how many months it comes after the one before. */
interface MonthOfActuals {
  step: number;
  actuals: readonly Actual[];
}

const byMonth = list(
  struct<MonthOfActuals>({
    step: number,
    actuals: list(struct<Actual>({ kind, leads: number, wins: number, value: number }), MOST.entries),
  }),
  MOST.entries,
);

function gather(history: readonly MonthlyActual[]): MonthOfActuals[] {
  const months: { step: number; actuals: Actual[] }[] = [];
  let before = 0;
  for (const actual of history) {
    const step = monthNumber(actual.month) - before;
    if (months.length === 0 || step !== 0) months.push({ step, actuals: [] });
    months[months.length - 1]?.actuals.push(actual);
    before += step;
  }
  return months;
}

function spread(months: readonly MonthOfActuals[]): MonthlyActual[] {
  let month = 0;
  return months.flatMap(({ step, actuals }) => {
    month += step;
    return actuals.map((actual): MonthlyActual => ({ month: monthAt(month), ...actual }));
  });
}

export const history = mapped(byMonth, gather, spread);
