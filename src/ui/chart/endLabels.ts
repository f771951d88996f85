import type { Chart, Plugin } from 'chart.js';
import { spreadLabels } from './spreadLabels';

export interface EndLabel {
  /** Where it belongs, on the value axis. */
  value: number;
  name: string;
  /** A second, quieter line under the name. */
  detail: string;
  /** A third: of which month it is, where the label is not of the whole line. */
  when?: string;
  color: string;
}

const LINE_PIXELS = 16;

/** Names at the right end of what they name, instead of a legend. Nothing where the chart left no room for them. */
export function endLabels(
  read: () => { labels: readonly EndLabel[]; muted: string; font: string },
): Plugin<'bar' | 'line'> {
  return {
    id: 'endLabels',
    afterDraw(chart: Chart) {
      const { labels, muted, font } = read();
      const { y } = chart.scales;
      if (!y || chart.width - chart.chartArea.right < 40) return;
      const ordered = labels
        .map((label) => ({ ...label, at: y.getPixelForValue(label.value) }))
        .sort((one, other) => one.at - other.at);
      const { top, bottom, right } = chart.chartArea;
      const hasMonths = ordered.some(({ when }) => when !== undefined);
      const places = spreadLabels(
        ordered.map(({ at }) => at),
        (hasMonths ? 3 : 2) * LINE_PIXELS + 2,
        top + 8,
        bottom - (hasMonths ? 24 : 8),
      );
      const context = chart.ctx;
      context.save();
      context.textBaseline = 'middle';
      ordered.forEach((label, index) => {
        const at = places[index] ?? label.at;
        context.fillStyle = label.color;
        context.font = `600 13px ${font}`;
        context.fillText(label.name, right + 10, at - 8);
        context.fillStyle = muted;
        context.font = `400 12px ${font}`;
        context.fillText(label.detail, right + 10, at + 8);
        if (label.when !== undefined) context.fillText(label.when, right + 10, at + 8 + LINE_PIXELS);
      });
      context.restore();
    },
  };
}
