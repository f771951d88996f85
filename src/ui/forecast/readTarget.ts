import { decimalMark, number } from '../../i18n/format';
import { locale } from '../../i18n/locale.svelte';
import { m } from '../../i18n/paraglide/messages';
import { parseAmount, type AmountProblem } from '../../state/parseAmount';

export type ReadTarget = { ok: true; value: number } | { ok: false; error: string };

/** What was typed as a target, read by the language of the screen; or why it can't be one, and what to write instead. */
export function readTarget(typed: string): ReadTarget {
  const read = parseAmount(typed, { language: locale(), decimalMark: decimalMark() });
  return read.ok ? read : { ok: false, error: amountError(read.problem, typed.trim()) };
}

function amountError(problem: AmountProblem, typed: string): string {
  switch (problem) {
    case 'notANumber':
      return m.forecast_target_not_a_number({ example: number(450_000) });
    case 'notPositive':
      return m.forecast_target_not_positive();
    case 'ambiguousMark':
      return m.forecast_target_ambiguous({ typed, decimals: number(2.5, 1), thousands: number(450_000) });
    case 'tooLarge':
      return m.forecast_target_too_large({ most: number(1e12) });
  }
}
