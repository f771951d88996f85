import type { Forecast, ScenarioComparison, Spread, Variant, VariantOutcome } from '../../../src/engine';
import { part, period, sampleForecast, spread } from '../forecast/sampleForecast';

/** All points moved by the same amount: a difference that is sure. */
export function sure(mean: number): Spread {
  return { mean, q05: mean, q10: mean, q25: mean, q50: mean, q75: mean, q90: mean, q95: mean };
}

/** The sample forecast with so much more value of nets in each month and period. */
export function movedForecast(more: number, changes: Partial<Forecast> = {}): Forecast {
  const kinds = [part('seed', 0, 100), part('net', 0, 200 + more)];
  const base = sampleForecast();
  return {
    ...base,
    months: base.months.map(({ from }) => period(from, from, kinds, { distribution: [] })),
    running: base.months.map((_, index) => spread((300 + more) * (index + 1))),
    quarters: [period('2026-10', '2026-12', kinds)],
    years: [period('2026-01', '2026-12', kinds, { isWhole: false })],
    nextTwelve: period('2026-11', '2027-10', kinds),
    ...changes,
  };
}

export function outcome(id: string, more: number, changes: Partial<VariantOutcome> = {}): VariantOutcome {
  return {
    id,
    forecast: movedForecast(more),
    difference: { quarters: [sure(more)], years: [sure(2 * more)], nextTwelve: sure(3 * more) },
    contributions: [],
    notes: [],
    ...changes,
  };
}

export function comparisonOf(...variants: VariantOutcome[]): ScenarioComparison {
  return { base: sampleForecast(), variants };
}

export function variantOf(id: string, name = id): Variant {
  return { id, name, changes: [] };
}
