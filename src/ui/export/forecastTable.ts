import { firstDayOfMonth } from '../../engine';
import type { Forecast } from '../../engine';
import { percent } from '../../i18n/format';
import { kindName } from '../../i18n/kinds';
import { m } from '../../i18n/paraglide/messages';
import type { TableExportRequest } from '../../worker/protocol';
import { RANGE_SHARE } from '../forecast/headlineWords';
import { monthRows } from '../forecast/monthRows';

/** Simulated means have no more to say. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** All months that are known or forecast, as the table of the screen has them: what each kind brings in, the total, its range. */
export function forecastTable(forecast: Forecast): TableExportRequest['table'] {
  const first = forecast.past[0]?.month ?? forecast.nextTwelve.from;
  const from = forecast.past.reduce((least, { month }) => (month < least ? month : least), first);
  const to = forecast.months.at(-1)?.to ?? forecast.nextTwelve.to;
  const rows = monthRows(forecast, { ...forecast.nextTwelve, from, to }, 'year');
  const kinds = rows[0]?.kinds.map(({ kind }) => kind) ?? [];
  const { currency } = forecast;
  const share = percent(RANGE_SHARE);
  return {
    name: m.shell_forecast(),
    headers: [
      m.forecast_column_month(),
      m.forecast_column_leads(),
      m.forecast_column_wins(),
      ...kinds.map((kind) => m.export_kind_in({ kind: kindName(kind), currency })),
      m.export_total_in({ currency }),
      m.forecast_column_won(),
      m.export_low({ share }),
      m.export_high({ share }),
    ],
    rows: rows.map((row) => [
      { day: firstDayOfMonth(row.month) },
      round(row.leads, 2),
      round(row.wins, 2),
      ...row.kinds.map(({ won, toCome }) => round(won + toCome, 2)),
      round(row.value, 2),
      round(row.won, 2),
      row.low && round(row.low, 2),
      row.high && round(row.high, 2),
    ]),
  };
}
