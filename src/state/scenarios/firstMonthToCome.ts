import { monthOfDay, type Day, type Forecast, type Month } from '../../engine';

/**
 * Where a change begins by itself: the month under way is partly over, and those before it are gone however early the forecast
 * begins. The last forecast month where all are gone; undefined where nothing is forecast.
 */
export function firstMonthToCome({ months }: Pick<Forecast, 'months'>, today: Day): Month | undefined {
  const now = monthOfDay(today);
  return (months.find(({ from }) => from > now) ?? months.at(-1))?.from;
}
