import { describe, expect, it } from 'vitest';
import type { ExplainedFigure, PeriodForecast } from '../../src/engine';
import { forecastRequest, importFile, openTestService, SETTINGS } from './testService';

function figureOf(period: PeriodForecast): ExplainedFigure {
  const sum = (pick: (part: PeriodForecast['kinds'][number]) => number): number =>
    period.kinds.reduce((total, part) => total + pick(part), 0);
  return {
    from: period.from,
    to: period.to,
    kind: null,
    value: period.value.mean,
    alreadyWon: period.alreadyWon,
    fromOpen: sum(({ fromOpen }) => fromOpen),
    fromNew: sum(({ fromNew }) => fromNew),
  };
}

describe('explain', () => {
  it('answers for the deals that the forecast rests on, without fitting them again', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test);
    const forecast = await test.service.forecast(forecastRequest({ settings }));
    if (!forecast.ok) throw new Error(forecast.reason);
    const figure = figureOf(forecast.value.forecast.nextTwelve);
    const explanation = await test.service.explain({ settings, figure, mostDeals: 3 });
    expect(test.repository.dealReads).toBe(1);
    expect(explanation?.open.deals).toBe(5);
    expect(explanation?.top).toHaveLength(3);
    const due = explanation?.pipeline.places.due;
    const parts = explanation?.differences.reduce((sum, { value }) => sum + value, due?.weighted ?? NaN);
    // Rounding of some ten sums of doubles.
    expect(parts).toBeCloseTo(figure.value, 6);
  });

  it('leaves out excluded deals', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test);
    await test.service.setExcluded('1036', true);
    const figure: ExplainedFigure = {
      from: '2026-11',
      to: '2027-10',
      kind: null,
      value: 0,
      alreadyWon: 0,
      fromOpen: 0,
      fromNew: 0,
    };
    expect((await test.service.explain({ settings, figure, mostDeals: 0 }))?.open.deals).toBe(4);
  });

  it('is null without deals, and before anything is open', async () => {
    const { service } = await openTestService();
    const figure: ExplainedFigure = {
      from: '2026-11',
      to: '2026-11',
      kind: null,
      value: 0,
      alreadyWon: 0,
      fromOpen: 0,
      fromNew: 0,
    };
    expect(await service.explain({ settings: SETTINGS, figure, mostDeals: 3 })).toBeNull();
  });
});
