import type { ForecastGist } from '../../../engine';
import { amount, list, money, month, number, shortAmount } from '../../../i18n/format';
import { kindName } from '../../../i18n/kinds';
import { m } from '../../../i18n/paraglide/messages';
import { monthsFinding } from '../../forecast/finding';
import { monthRows } from '../../forecast/monthRows';
import type { Result, ResultPart, ResultRow, ResultView } from './resultRows';

export const VIEW_NAMES: Readonly<Record<ResultView, () => string>> = {
  value: m.planResult_value,
  recurring: m.planResult_recurring,
  customers: m.planResult_customers,
  cost: m.planResult_cost,
};

/** Customers are counted, all else is money. */
export function figureText(value: number, view: ResultView, currency: string): string {
  return view === 'customers' ? amount(Math.round(value)) : money(value, currency);
}

/** What the big figure is a figure of, where its name alone does not say it; null for twelve months' won value and cost. */
export function momentText({ rows, figure }: Result, view: ResultView, currency: string): string | null {
  const last = month(rows.at(-1)?.month ?? '', 'longWithYear');
  if (view === 'recurring')
    return m.planResult_recurring_at({ month: last, year: money(figure.mean * 12, currency) });
  return view === 'customers' ? m.planResult_at({ month: last }) : null;
}

/** A name for the part of a bar. */
export function partName({ kind }: ResultPart, view: ResultView): string {
  if (kind !== null) return kindName(kind);
  return view === 'cost' ? m.planResult_sellers() : VIEW_NAMES[view]();
}

/** What the small chart shows, in one line. */
export function findingText(forecast: ForecastGist, { rows, figure }: Result, view: ResultView): string {
  if (view === 'value') return valueFinding(forecast);
  if (view === 'cost') {
    const wins = forecast.nextTwelve.wins.mean;
    return wins > 0
      ? m.planResult_per_customer({ amount: money(figure.mean / wins, forecast.currency) })
      : m.planResult_no_customer();
  }
  const [first, last] = [rows[0], rows.at(-1)];
  return first && last ? trendText(first, last) : m.forecast_finding_nothing();
}

/** Less than this is no change that anybody would speak of. */
const CHANGE = 0.01;

function trendText(first: ResultRow, last: ResultRow): string {
  const words = {
    from: shortAmount(first.mean),
    to: shortAmount(last.mean),
    first: month(first.month, 'long'),
    last: month(last.month, 'long'),
  };
  if (last.mean > first.mean * (1 + CHANGE)) return m.forecast_finding_rising(words);
  if (last.mean < first.mean * (1 - CHANGE)) return m.forecast_finding_falling(words);
  return m.planResult_stays({ amount: words.to });
}

/** That of the Forecast screen, shorter: the range is beside it, and twelve months need no years. None of them is over. */
function valueFinding({ months, nextTwelve }: ForecastGist): string {
  const finding = monthsFinding(monthRows({ months, past: [] }, nextTwelve, 'nextTwelve'));
  switch (finding.code) {
    case 'nothing':
      return m.forecast_finding_nothing();
    case 'rising':
    case 'falling': {
      const words = {
        from: shortAmount(finding.from.value),
        to: shortAmount(finding.to.value),
        first: month(finding.from.month, 'long'),
        last: month(finding.to.month, 'long'),
      };
      return finding.code === 'rising' ? m.forecast_finding_rising(words) : m.forecast_finding_falling(words);
    }
    case 'peaks':
    case 'peaksWide': {
      const named = list(finding.months.map((each) => month(each, 'long')));
      const months = named.charAt(0).toLocaleUpperCase() + named.slice(1);
      return finding.months.length === 1
        ? m.forecast_finding_peak({ month: months })
        : m.forecast_finding_peaks({ months });
    }
    case 'even':
    case 'evenWide':
      return m.forecast_finding_even();
  }
}

/** A cell of the table twin. */
export function cellText(value: number, view: ResultView): string {
  return view === 'customers' ? number(value, value < 10 ? 1 : 0) : amount(value);
}
