import type { Difference } from '../../../engine';

/** What is shown of a difference. Some read differently by their sign; small ones are put together. */
export type ShownCode =
  | Exclude<Difference['code'], 'winRates' | 'dealSize' | 'simulation'>
  | 'winRates_more'
  | 'winRates_less'
  | 'dealSize_more'
  | 'dealSize_less'
  | 'rest';

export interface ShownDifference {
  code: ShownCode;
  value: number;
}

/** Smaller than this share of the larger of the two numbers, a difference explains nothing. */
const SMALL = 0.01;
/** The two are about the same where they differ by less than this share of the larger. */
const SAME = 0.03;

function shownCode({ code, value }: Difference): ShownCode {
  if (code === 'winRates') return value > 0 ? 'winRates_more' : 'winRates_less';
  if (code === 'dealSize') return value > 0 ? 'dealSize_more' : 'dealSize_less';
  return code === 'simulation' ? 'rest' : code;
}

/**
 * The differences in the order they are told; those that are small, and what the simulation's doubt makes, as one rest
 * at the end. Their sum stays the same.
 */
export function shownDifferences(
  differences: readonly Difference[],
  start: number,
  end: number,
): readonly ShownDifference[] {
  const small = SMALL * Math.max(Math.abs(start), Math.abs(end));
  const shown: ShownDifference[] = [];
  let rest = 0;
  for (const difference of differences) {
    const code = shownCode(difference);
    if (code === 'rest' || Math.abs(difference.value) < small) rest += difference.value;
    else shown.push({ code, value: difference.value });
  }
  // Less than what the figures are rounded to is nothing to tell of.
  return Math.abs(rest) > small / 10 ? [...shown, { code: 'rest', value: rest }] : shown;
}

/** How a number people know compares with the forecast, both with what is already won, and the chief reason. */
export type Comparison =
  { is: 'same' } | { is: 'less' | 'more'; by: number; because: Exclude<ShownCode, 'alreadyWon'> };

/** Of the differences that go the same way as the whole, the largest one. */
export function compare(known: number, forecast: number, differences: readonly Difference[]): Comparison {
  const gap = forecast - known;
  if (Math.abs(gap) <= SAME * Math.max(Math.abs(known), Math.abs(forecast))) return { is: 'same' };
  let largest: ShownDifference = { code: 'rest', value: 0 };
  for (const difference of differences) {
    if (difference.code === 'alreadyWon' || difference.value * gap <= 0) continue;
    if (Math.abs(difference.value) > Math.abs(largest.value))
      largest = { code: shownCode(difference), value: difference.value };
  }
  const because = largest.code === 'alreadyWon' ? 'rest' : largest.code;
  return { is: gap > 0 ? 'less' : 'more', by: Math.abs(gap), because };
}
