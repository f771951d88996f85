import type { Forecast, HistorySummary, PeriodForecast, Plan } from '../../engine';
import { day, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import type { Settings } from '../../workspace/types';
import { monthsFinding, spansYears } from '../forecast/finding';
import { monthsFindingWords } from '../forecast/findingWords';
import { headlineWords, RANGE_SHARE, rangeWords } from '../forecast/headlineWords';
import { monthRows, type MonthRow } from '../forecast/monthRows';
import { periodOf, type PeriodName } from '../forecast/period';
import type { PictureWords } from './forecastPicture';
import { restsLines } from './restsLines';

export interface Described {
  forecast: Forecast;
  history: HistorySummary | null;
  plan: Plan;
  settings: Pick<Settings, 'fiscalYearStart'>;
  today: number;
  name: PeriodName;
  title: string;
  /** '' = not told. */
  companyName: string;
}

/** A forecast in words and months, as a picture and a printed page show it. */
export interface Description {
  period: PeriodForecast;
  rows: readonly MonthRow[];
  words: PictureWords;
}

export function describeForecast(described: Described): Description {
  const { forecast, history, plan, settings, today, name, title, companyName } = described;
  const period = periodOf(forecast, name);
  const rows = monthRows(forecast, period, name);
  const share = percent(RANGE_SHARE);
  const made = day(today, 'long');
  const kinds = rows[0]?.kinds.map(({ kind }) => kind) ?? [];
  return {
    period,
    rows,
    words: {
      title,
      headline: headlineWords(
        period,
        name,
        { today, fiscalYearStart: settings.fiscalYearStart },
        forecast.currency,
      ),
      range: rangeWords(period),
      finding: monthsFindingWords(monthsFinding(rows), forecast.currency, spansYears(rows)),
      key: rows.some((row) => row.won > 0)
        ? m.forecast_chart_key_months({ share })
        : m.forecast_chart_key_months_nothing_won({ share }),
      restsOn: m.share_picture_rests(),
      rests: restsLines(history, plan, kinds),
      made:
        companyName === ''
          ? m.share_picture_made({ day: made })
          : m.share_picture_company({ company: companyName, day: made }),
    },
  };
}
