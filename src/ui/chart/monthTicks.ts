import { monthOfYear, type Month } from '../../engine';

/** What a short month name needs. */
const NAME_PIXELS = 34;

/**
 * Labels under months in a row, as many as there is room for: every month, else each first of a quarter, of a half-year or of a
 * year, so that the same months are named every year. The year stands under January and under the first that is named.
 *
 * @param slot pixels a month has
 */
export function monthTicks(
  months: readonly Month[],
  nameOf: (month: Month) => string,
  slot: number,
): (string | string[])[] {
  const step = [1, 3, 6].find((each) => each * slot >= NAME_PIXELS) ?? 12;
  let isFirst = true;
  return months.map((month) => {
    const number = monthOfYear(month);
    if ((number - 1) % step !== 0) return '';
    const withYear = isFirst || number === 1;
    isFirst = false;
    return withYear ? [nameOf(month), month.slice(0, 4)] : nameOf(month);
  });
}
