import type { Forecast, PeriodForecast } from '../../engine';
import { periodOf, type PeriodName } from '../forecast/period';

/** Two forecasts of a period. */
export interface Compared {
  theirs: PeriodForecast;
  yours: PeriodForecast;
  isSameMonths: boolean;
  isSameCurrency: boolean;
  /** Theirs less yours; null where months or currencies differ. */
  difference: number | null;
  /** Whether their 80 % ranges meet. */
  overlaps: boolean;
}

/** Holds somebody else's forecast against the user's own for the same months, or where it has no such period, its own. */
export function compareOwn(theirForecast: Forecast, ownForecast: Forecast, name: PeriodName): Compared {
  const theirs = periodOf(theirForecast, name);
  const { quarters, years, nextTwelve, months } = ownForecast;
  const yours =
    [...quarters, ...years, nextTwelve, ...months].find(
      ({ from, to }) => from === theirs.from && to === theirs.to,
    ) ?? periodOf(ownForecast, name);
  const isSameMonths = yours.from === theirs.from && yours.to === theirs.to;
  const isSameCurrency = theirForecast.currency === ownForecast.currency;
  return {
    theirs,
    yours,
    isSameMonths,
    isSameCurrency,
    difference: isSameMonths && isSameCurrency ? theirs.value.mean - yours.value.mean : null,
    overlaps: theirs.value.q10 <= yours.value.q90 && yours.value.q10 <= theirs.value.q90,
  };
}
