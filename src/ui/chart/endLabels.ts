import type { Chart, Plugin } from 'chart.js';
import { spreadLabels } from './spreadLabels';

export interface EndLabel {
  /** Where it belongs, on the value axis. */
  value: number;
  name: string;
  /** A second, quieter line under the name. */
  detail: string;
  color: string;
}

const GAP_PIXELS = 34;

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
      const places = spreadLabels(
        ordered.map(({ at }) => at),
        GAP_PIXELS,
        top + 8,
        bottom - 8,
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
      });
      context.restore();
    },
  };
}
