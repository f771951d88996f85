import type { ChartConfiguration } from 'chart.js';
import type { Month } from '../../engine';
import { amount, month, percent, shortAmount } from '../../i18n/format';
import { kindName } from '../../i18n/kinds';
import { m } from '../../i18n/paraglide/messages';
import { RANGE_SHARE } from '../forecast/headlineWords';
import type { MonthRow } from '../forecast/monthRows';
import type { ChartColors } from './chartColors';
import { chartOptions } from './chartOptions';
import { endLabels } from './endLabels';
import { stripes } from './stripes';
import { whiskers } from './whiskers';

function describe(row: MonthRow | undefined): string[] {
  if (!row) return [];
  const words = row.isPast
    ? [m.forecast_tip_won({ amount: amount(row.value) })]
    : [m.forecast_tip_expected({ amount: amount(row.value) })];
  if (row.low !== null && row.high !== null)
    words.push(
      m.forecast_tip_range({ share: percent(RANGE_SHARE), low: amount(row.low), high: amount(row.high) }),
    );
  if (!row.isPast && row.won > 0) words.push(m.forecast_tip_already({ amount: amount(row.won) }));
  for (const { kind, won, toCome } of [...row.kinds].reverse())
    words.push(m.forecast_tip_kind({ kind: kindName(kind), amount: amount(won + toCome) }));
  return words;
}

function endOf(rows: readonly MonthRow[], colors: ChartColors) {
  const last = rows.at(-1);
  let below = 0;
  return (last?.kinds ?? []).map(({ kind, won, toCome }) => {
    const value = below + (won + toCome) / 2;
    below += won + toCome;
    return {
      value,
      name: kindName(kind),
      // The bars it stands beside are of one month, the last.
      detail: m.forecast_chart_end({ amount: shortAmount(won + toCome), month: month(last?.month ?? '') }),
      color: colors.kindTexts[kind],
    };
  });
}

/**
 * Months as bars, stacked by kind, striped where already won, with the range in ink.
 *
 * @param onpick a month is pressed
 */
export function monthsConfiguration(
  rows: readonly MonthRow[],
  colors: ChartColors,
  width: number,
  onpick: (month: Month) => void,
): ChartConfiguration<'bar' | 'line'> {
  const kinds = rows[0]?.kinds.map(({ kind }) => kind) ?? [];
  const shared = {
    stack: 'month',
    borderColor: colors.paper,
    borderWidth: { top: 1, bottom: 0, left: 0, right: 0 },
    borderSkipped: false as const,
    categoryPercentage: 0.86,
    barPercentage: 0.72,
    maxBarThickness: 44,
  };
  const labels = endOf(rows, colors);
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => month(row.month)),
      datasets: kinds.flatMap((kind, index) => [
        {
          ...shared,
          label: kindName(kind),
          data: rows.map((row) => row.kinds[index]?.won ?? 0),
          backgroundColor: stripes(colors.kinds[kind], colors.paper),
        },
        {
          ...shared,
          label: kindName(kind),
          data: rows.map((row) => row.kinds[index]?.toCome ?? 0),
          backgroundColor: colors.kinds[kind],
        },
      ]),
    },
    options: {
      ...chartOptions({
        colors,
        width,
        isStacked: true,
        isStrong: (index) => rows[index]?.isInPeriod ?? false,
        describe: (index) => describe(rows[index]),
        reachesTo: Math.max(0, ...rows.map(({ high }) => high ?? 0)),
      }),
      onClick: (_event, elements) => {
        const row = rows[elements[0]?.index ?? -1];
        if (row) onpick(row.month);
      },
    },
    plugins: [
      whiskers(() => ({
        ranges: rows.map(({ low, high }) => (low === null || high === null ? null : { low, high })),
        ink: colors.ink,
        paper: colors.paper,
      })),
      endLabels(() => ({ labels, muted: colors.muted, font: colors.font })),
    ],
  };
}
