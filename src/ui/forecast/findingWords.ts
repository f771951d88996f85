import { amount, list, month, money } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import type { MonthsFinding, RunningFinding } from './finding';

/** Month names are lower case in Swedish, also where they begin a title. */
function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/**
 * The title of the chart of months.
 *
 * @param hasTwoYears the months shown are of more than one year, so that a month alone could be either's
 */
export function monthsFindingWords(finding: MonthsFinding, currency: string, hasTwoYears: boolean): string {
  const style = hasTwoYears ? 'longWithYear' : 'long';
  switch (finding.code) {
    case 'nothing':
      return m.forecast_finding_nothing();
    case 'rising':
    case 'falling': {
      const words = {
        from: money(finding.from.value, currency),
        to: money(finding.to.value, currency),
        first: month(finding.from.month, style),
        last: month(finding.to.month, style),
      };
      return finding.code === 'rising' ? m.forecast_finding_rising(words) : m.forecast_finding_falling(words);
    }
    case 'peaks':
    case 'peaksWide': {
      const months = capitalise(list(finding.months.map((each) => month(each, style))));
      const isWide = finding.code === 'peaksWide';
      if (finding.months.length === 1)
        return isWide
          ? m.forecast_finding_peak_wide({ month: months })
          : m.forecast_finding_peak({ month: months });
      return isWide ? m.forecast_finding_peaks_wide({ months }) : m.forecast_finding_peaks({ months });
    }
    case 'even':
      return m.forecast_finding_even();
    case 'evenWide':
      return m.forecast_finding_even_wide();
  }
}

const RUNNING = {
  noTarget: m.forecast_running_noTarget,
  likely: m.forecast_running_likely,
  even: m.forecast_running_even,
  unlikely: m.forecast_running_unlikely,
};

/** The title of the running total. */
export function runningFindingWords(finding: RunningFinding, hasTwoYears: boolean): string {
  if (finding.code === 'nothing') return m.forecast_finding_nothing();
  const { row } = finding;
  return RUNNING[finding.code]({
    month: month(row.month, hasTwoYears ? 'longWithYear' : 'long'),
    low: amount(row.q10),
    high: amount(row.q90),
  });
}
