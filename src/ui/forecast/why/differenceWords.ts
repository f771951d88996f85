import { m } from '../../../i18n/paraglide/messages';
import type { ShownCode } from './differences';

/** A difference as a row of the way from the weighted pipeline to the forecast. */
export const DIFFERENCE_NAMES: Readonly<Record<ShownCode, () => string>> = {
  alreadyWon: m.why_part_alreadyWon,
  winRates_more: m.why_part_winRates_more,
  winRates_less: m.why_part_winRates_less,
  timing: m.why_part_timing,
  dealSize_more: m.why_part_dealSize_more,
  dealSize_less: m.why_part_dealSize_less,
  withoutAmount: m.why_part_withoutAmount,
  overdue: m.why_part_overdue,
  undated: m.why_part_undated,
  otherMonth: m.why_part_otherMonth,
  newLeads: m.why_part_newLeads,
  rest: m.why_part_rest,
};

/** The chief reason why the weighted pipeline is another number than the forecast. */
export const REASONS: Readonly<Record<Exclude<ShownCode, 'alreadyWon'>, () => string>> = {
  winRates_more: m.why_because_winRates_more,
  winRates_less: m.why_because_winRates_less,
  timing: m.why_because_timing,
  dealSize_more: m.why_because_dealSize_more,
  dealSize_less: m.why_because_dealSize_less,
  withoutAmount: m.why_because_withoutAmount,
  overdue: m.why_because_overdue,
  undated: m.why_because_undated,
  otherMonth: m.why_because_otherMonth,
  newLeads: m.why_because_newLeads,
  rest: m.why_because_rest,
};
