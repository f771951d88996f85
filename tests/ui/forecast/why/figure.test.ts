import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../../src/ui/forecast/why/figure';
import { part, period, sampleForecast } from '../sampleForecast';

const forecast = sampleForecast();

describe('figureOf(forecast, asked)', () => {
  it('is the period’s own mean with all that adds up to it', () => {
    const figure = figureOf(forecast, { from: '2026-11', to: '2027-10', kind: null });
    expect(figure).toMatchObject({ value: 300, alreadyWon: 0, fromOpen: 150, fromNew: 150, isPast: false });
    expect(figure?.range?.q90).toBeCloseTo(420, 9);
    // Nothing before November counts: 10 leads and 2 wins of each kind are still to come.
    expect(figure).toMatchObject({ leadsToCome: 20, winsToCome: 4 });
  });

  it('takes off leads and wins of the months that are over', () => {
    const figure = figureOf(forecast, { from: '2026-10', to: '2026-12', kind: null });
    expect(figure).toMatchObject({ leadsToCome: 2, winsToCome: 2 });
  });

  it('of one kind has that kind’s part and no range', () => {
    const figure = figureOf(forecast, { from: '2026-12', to: '2026-12', kind: 'net' });
    expect(figure).toMatchObject({ value: 200, fromOpen: 100, range: null });
    expect(figure?.kinds.map(({ kind }) => kind)).toEqual(['net']);
  });

  it('of a month that is over is what was won', () => {
    const figure = figureOf(forecast, { from: '2026-10', to: '2026-10', kind: null });
    expect(figure).toMatchObject({
      value: 60,
      alreadyWon: 60,
      fromOpen: 0,
      isPast: true,
      range: null,
      leadsToCome: 0,
    });
  });

  it('leaves the unsorted out where they bring nothing', () => {
    const months = [period('2026-11', '2026-11', [part('seed', 0, 100), part('unsorted', 0, 0)])];
    const figure = figureOf({ ...forecast, months }, { from: '2026-11', to: '2026-11', kind: null });
    expect(figure?.kinds.map(({ kind }) => kind)).toEqual(['seed']);
  });

  it('is null for what the forecast does not have', () => {
    expect(figureOf(forecast, { from: '2031-01', to: '2031-01', kind: null })).toBeNull();
    expect(figureOf(forecast, { from: '2026-11', to: '2026-11', kind: 'spear' })).toBeNull();
  });
});
