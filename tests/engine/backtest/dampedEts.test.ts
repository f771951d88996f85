import { describe, expect, it } from 'vitest';
import { fitDampedEts, forecastDampedEts } from '../../../src/engine/backtest/dampedEts';
import cases from '../../fixtures/engine-backtest/damped_ets.json';

describe('damped exponential smoothing', () => {
  // Squared errors to 0.1 %: the surface is flat around the least, where weights at their bounds differ by 1e-4.
  it.each(cases)('leaves no more error than statsmodels and a search by definition: $name', (reference) => {
    const { squaredErrors } = fitDampedEts(reference.series);
    expect(squaredErrors).toBeLessThan(reference.byDefinition.squaredErrors * 1.001);
    expect(squaredErrors).toBeLessThan(reference.statsmodels.squaredErrors * 1.001);
  });

  it.each(cases)('never claims less error than the least there is: $name', (reference) => {
    expect(fitDampedEts(reference.series).squaredErrors).toBeGreaterThan(
      reference.byDefinition.squaredErrors * 0.999,
    );
  });

  // Where both reach the least error they are the same model; two stops on that flat ground differ by up to 5e-5.
  it.each(cases)('forecasts what statsmodels does: $name', (reference) => {
    forecastDampedEts(fitDampedEts(reference.series), 3).forEach((value, month) => {
      const expected = reference.statsmodels.forecast[month]!;
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-4);
    });
  });

  it('adds to its forecast what is left of the trend each month', () => {
    const { series } = cases[0]!;
    const fitted = fitDampedEts(series);
    expect(forecastDampedEts(fitted, 2)[0]).toBeCloseTo(fitted.level + fitted.phi * fitted.trend, 10);
    expect(forecastDampedEts(fitted, 2)[1]).toBeCloseTo(
      fitted.level + (fitted.phi + fitted.phi ** 2) * fitted.trend,
      10,
    );
  });

  it('continues a constant series', () => {
    forecastDampedEts(fitDampedEts(new Array<number>(12).fill(7)), 3).forEach((value) =>
      expect(value).toBeCloseTo(7, 9),
    );
  });
});
