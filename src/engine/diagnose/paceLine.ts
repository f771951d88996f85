import type { Day } from '../calendar/calendar';
import type { MonthSpan } from '../calendar/fiscal';
import { firstDayOfMonth, lastDayOfMonth, monthRange, monthsBetween } from '../calendar/month';
import { amountIn } from '../fit/fitValues';
import type { PaceGrounds, PacePoint } from './pace';
import type { PaceRhythm } from './paceRhythm';

/**
 * Day by day from the one before the period to its last: where sales would be on pace, where they were, and where the forecast has them.
 * Within a month the forecast's rest comes as the company's months come; at a month's end the line is the forecast's own.
 *
 * @param target null: there is no pace to keep
 */
export function paceLine(
  { forecast, model, deals }: PaceGrounds,
  span: MonthSpan,
  target: number | null,
  rhythm: PaceRhythm,
): PacePoint[] {
  const { from, to } = span;
  const lastKnown = forecast.start - 1;
  const months = monthRange(from, monthsBetween(from, to) + 1);
  const shares = months.map(rhythm.shareOfMonth);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const won = deals === null ? null : wonByDay(deals, from, forecast.currency);
  const points: PacePoint[] = [];
  let paced = 0;
  let wonBefore = 0;
  let expectedBefore = 0;
  const add = (day: Day, share: number, wonBy: number | null, expected: number | null): void => {
    points.push({ day, onPace: target === null ? null : target * share, won: wonBy, expected });
  };
  add(firstDayOfMonth(from) - 1, 0, 0, firstDayOfMonth(from) > lastKnown ? 0 : null);
  months.forEach((month, index) => {
    const ofMonth = model.history.reduce((sum, row) => sum + (row.month === month ? row.value : 0), 0);
    const mean = forecast.months.find((each) => each.from === month)?.value.mean ?? ofMonth;
    const [first, last] = [firstDayOfMonth(month), lastDayOfMonth(month)];
    const shareKnown = lastKnown < first ? 0 : rhythm.shareByDay(Math.min(last, lastKnown));
    for (let day = first; day <= last; day++) {
      const share = rhythm.shareByDay(day);
      const isKnown = day <= lastKnown;
      const known = day === last || day === lastKnown ? wonBefore + ofMonth : null;
      const rest = shareKnown < 1 ? (share - shareKnown) / (1 - shareKnown) : 1;
      add(
        day,
        (paced + shares[index]! * share) / whole,
        isKnown ? (won === null ? known : won(day)) : null,
        day < lastKnown ? null : expectedBefore + ofMonth + (mean - ofMonth) * (isKnown ? 0 : rest),
      );
    }
    paced += shares[index]!;
    wonBefore += ofMonth;
    expectedBefore += mean;
  });
  return points;
}

/** Won value from the beginning of a month to the end of a day. */
function wonByDay(
  deals: NonNullable<PaceGrounds['deals']>,
  from: MonthSpan['from'],
  currency: string,
): (day: Day) => number {
  const first = firstDayOfMonth(from);
  const byDay = new Map<Day, number>();
  for (const deal of deals) {
    if (deal.outcome !== 'won' || deal.closed === null || deal.closed < first) continue;
    byDay.set(deal.closed, (byDay.get(deal.closed) ?? 0) + (amountIn(deal, currency) ?? 0));
  }
  let reached = first - 1;
  let total = 0;
  return (day) => {
    while (reached < day) total += byDay.get(++reached) ?? 0;
    return total;
  };
}
