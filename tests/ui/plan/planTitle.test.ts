import { afterEach, describe, expect, it } from 'vitest';
import { dayFromDate } from '../../../src/engine';
import { sentenceLikeTitle, titleSentence } from '../../../src/ui/plan/planTitle';
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

describe('sentenceLikeTitle', () => {
  const today = dayFromDate(2026, 11, 23) ?? 0;

  it('is a title in plain text, of months or of the next twelve', () => {
    expect(sentenceLikeTitle('GBP', today, false)).toMatch(
      /^Expect 200 wins, worth £20,000,000, in November 2026\s–\sOctober 2027\.$/,
    );
    expect(sentenceLikeTitle('GBP', today, true)).toMatch(/, in the next twelve months\.$/);
  });
});
