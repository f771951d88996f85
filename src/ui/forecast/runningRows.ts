import type { Forecast, Month, PeriodForecast } from '../../engine';

/** The running total at the end of a month. Where the month is over, all bounds are the known total. */
export interface RunningRow {
  month: Month;
  isPast: boolean;
  mean: number;
  q10: number;
  q25: number;
  q50: number;
  q75: number;
  q90: number;
}

/**
 * Won value from the start of the period to the end of each of its months: known for the months that are over, with
 * its spread after that. Months that nothing is known about are left out.
 */
export function runningRows(forecast: Forecast, period: PeriodForecast): readonly RunningRow[] {
  const first = forecast.months[0]?.from ?? period.from;
  const wonByMonth = new Map<Month, number>();
  for (const { month, value } of forecast.past) {
    if (month < period.from || month >= first) continue;
    wonByMonth.set(month, (wonByMonth.get(month) ?? 0) + value);
  }
  let total = 0;
  const past = [...wonByMonth]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, value]): RunningRow => {
      total += value;
      return { month, isPast: true, mean: total, q10: total, q25: total, q50: total, q75: total, q90: total };
    });
  const before = total;
  const expected = forecast.months.flatMap(({ from }, index): RunningRow[] => {
    const spread = forecast.running[index];
    if (!spread || from < period.from || from > period.to) return [];
    return [
      {
        month: from,
        isPast: false,
        mean: before + spread.mean,
        q10: before + spread.q10,
        q25: before + spread.q25,
        q50: before + spread.q50,
        q75: before + spread.q75,
        q90: before + spread.q90,
      },
    ];
  });
  return [...past, ...expected];
}
