import type { MonthRow } from '../forecast/monthRows';
import type { ChartColors } from './chartColors';
import { monthsConfiguration } from './monthsConfiguration';
import { Chart } from './registerCharts';

/** The chart of months, as on Forecast, on a canvas of its own: `scale` pixels for each of its `width` by `height`. */
export function drawMonths(
  rows: readonly MonthRow[],
  colors: ChartColors,
  { width, height, scale }: { width: number; height: number; scale: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const configuration = monthsConfiguration(rows, colors, width, () => undefined);
  const chart = new Chart(canvas, {
    ...configuration,
    options: { ...configuration.options, responsive: false, devicePixelRatio: scale, events: [] },
  });
  // Taken from it before it is let go: that clears its own canvas.
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  chart.destroy();
  return copy;
}
