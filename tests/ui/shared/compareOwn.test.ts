import { describe, expect, it } from 'vitest';
import type { Forecast, PeriodForecast } from '../../../src/engine';
import { compareOwn } from '../../../src/ui/shared/compareOwn';

const period = (from: string, to: string, mean: number): PeriodForecast =>
  ({ from, to, value: { mean, q10: mean - 10, q90: mean + 10 } }) as PeriodForecast;

function forecastOf(currency: string, quarters: readonly PeriodForecast[]): Forecast {
  const nextTwelve = period('2026-11', '2027-10', 900);
  return { currency, quarters, years: [], months: [], nextTwelve } as unknown as Forecast;
}

const THEIRS = forecastOf('EUR', [period('2026-10', '2026-12', 100)]);

describe('compareOwn', () => {
  it('finds the same months, whichever quarter they are here', () => {
    const own = forecastOf('EUR', [period('2026-07', '2026-09', 50), period('2026-10', '2026-12', 70)]);
    expect(compareOwn(THEIRS, own, 'quarter')).toMatchObject({ difference: 30, overlaps: false });
  });

  it('says that ranges meet', () => {
    const own = forecastOf('EUR', [period('2026-10', '2026-12', 85)]);
    expect(compareOwn(THEIRS, own, 'quarter').overlaps).toBe(true);
  });

  it('tells no difference of other months', () => {
    const own = forecastOf('EUR', [period('2026-11', '2027-01', 70)]);
    expect(compareOwn(THEIRS, own, 'quarter')).toMatchObject({ isSameMonths: false, difference: null });
  });

  it('tells no difference of other currencies and converts nothing', () => {
    const own = forecastOf('SEK', [period('2026-10', '2026-12', 70)]);
    const compared = compareOwn(THEIRS, own, 'quarter');
    expect(compared).toMatchObject({ isSameCurrency: false, difference: null });
    expect(compared.yours.value.mean).toBe(70);
  });
});
