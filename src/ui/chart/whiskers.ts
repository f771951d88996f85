import type { Chart, Plugin } from 'chart.js';

export interface Whisker {
  low: number;
  high: number;
}

/** The range of each bar in ink over its colour. A paper-coloured edge keeps it readable on any of them. */
export function whiskers(
  read: () => { ranges: readonly (Whisker | null)[]; ink: string; paper: string },
): Plugin<'bar'> {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const { ranges, ink, paper } = read();
      const { x, y } = chart.scales;
      if (!x || !y) return;
      const halfCap = Math.min(5, chart.chartArea.width / Math.max(1, ranges.length) / 6);
      const context = chart.ctx;
      context.save();
      context.lineCap = 'butt';
      for (const [color, width] of [
        [paper, 3.5],
        [ink, 1.3],
      ] as const) {
        context.strokeStyle = color;
        context.lineWidth = width;
        context.globalAlpha = color === paper ? 0.45 : 1;
        context.beginPath();
        ranges.forEach((range, index) => {
          if (!range) return;
          const at = x.getPixelForValue(index);
          const top = y.getPixelForValue(range.high);
          const bottom = y.getPixelForValue(range.low);
          context.moveTo(at, top);
          context.lineTo(at, bottom);
          for (const end of [top, bottom]) {
            context.moveTo(at - halfCap, end);
            context.lineTo(at + halfCap, end);
          }
        });
        context.stroke();
      }
      context.restore();
    },
  };
}
