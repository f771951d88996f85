import type { ChartOptions } from 'chart.js';
import { shortAmount } from '../../i18n/format';
import type { ChartColors } from './chartColors';

/** Narrower than this, names stand under the chart instead of beside it. */
export const NARROW_PIXELS = 560;

export interface ChartLook {
  colors: ChartColors;
  width: number;
  /** Which labels under the axis stand out. */
  isStrong: (index: number) => boolean;
  /** Lines of the box at the pointer. */
  describe: (index: number) => readonly string[];
  isStacked: boolean;
  /** The labels are chosen already: none is left out for want of room. */
  keepsLabels?: boolean;
  /** The title of that box, where the label under the axis is not it. */
  name?: (index: number) => string;
  /** What the axis reaches at least: the highest that is drawn over the data, such as the end of a range. */
  reachesTo?: number;
  /** How figures stand at the value axis; without it as short amounts. */
  figure?: (value: number) => string;
}

/** What both charts share: quiet axes, no legend, no motion, a box with the numbers at the pointer. */
export function chartOptions({
  colors,
  width,
  isStrong,
  describe,
  isStacked,
  keepsLabels = false,
  name,
  reachesTo = 0,
  figure = shortAmount,
}: ChartLook): ChartOptions<'bar' | 'line'> {
  const isNarrow = width < NARROW_PIXELS;
  return {
    // The numbers move under the finger: an animation would lag behind it, and some people can't stand motion.
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: { top: 8, right: isNarrow ? 4 : 96 } },
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        stacked: isStacked,
        grid: { display: false },
        border: { color: colors.muted },
        ticks: {
          color: ({ index }) => (isStrong(index) ? colors.ink : colors.muted),
          font: ({ index }) => ({ family: colors.font, size: 12, weight: isStrong(index) ? 600 : 400 }),
          maxRotation: 0,
          autoSkip: !keepsLabels,
          autoSkipPadding: 6,
        },
      },
      y: {
        stacked: isStacked,
        beginAtZero: true,
        suggestedMax: reachesTo,
        border: { display: false },
        grid: { color: colors.line, drawTicks: false },
        ticks: {
          color: colors.muted,
          font: { family: colors.font, size: 12 },
          padding: 8,
          maxTicksLimit: isNarrow ? 4 : 6,
          callback: (value) => figure(Number(value)),
        },
      },
    },
    plugins: {
      tooltip: {
        displayColors: false,
        backgroundColor: colors.ink,
        titleColor: colors.paper,
        bodyColor: colors.paper,
        titleFont: { family: colors.font, size: 13, weight: 600 },
        bodyFont: { family: colors.font, size: 13 },
        padding: 10,
        cornerRadius: 8,
        // One list for the whole month, not a line for each of the drawn parts.
        filter: (_item, position) => position === 0,
        callbacks: {
          label: (item) => [...describe(item.dataIndex)],
          ...(name ? { title: ([item]) => (item ? name(item.dataIndex) : '') } : {}),
        },
      },
    },
  };
}
