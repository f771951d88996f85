import { afterEach, describe, expect, it } from 'vitest';
import { dayFromDate } from '../../../src/engine';
import { titleSentence } from '../../../src/ui/plan/planTitle';
import { speak } from '../../i18n/speak';
import { sampleForecast } from '../forecast/sampleForecast';

afterEach(() => speak('en'));

describe('titleSentence', () => {
  const forecast = sampleForecast();

  it('speaks of the next twelve months where they begin this month', () => {
    expect(titleSentence(forecast, dayFromDate(2026, 11, 23) ?? 0)).toMatch(
      /\*\*, in the next twelve months\.$/,
    );
  });

  it('names the months where they begin in another', () => {
    expect(titleSentence(forecast, dayFromDate(2026, 12, 1) ?? 0)).toMatch(
      /in November 2026\s–\sOctober 2027\.$/,
    );
    speak('sv');
    expect(titleSentence(forecast, dayFromDate(2026, 10, 31) ?? 0)).toMatch(
      /i november 2026\s?–\s?oktober 2027\.$/,
    );
  });
});
