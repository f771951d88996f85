import { afterEach, describe, expect, it } from 'vitest';
import { resultOf } from '../../../../src/ui/plan/result/resultRows';
import { figureText, findingText, momentText } from '../../../../src/ui/plan/result/resultWords';
import { speak } from '../../../i18n/speak';
import { sampleForecast, spread } from '../../forecast/sampleForecast';

const plain = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
afterEach(() => speak('en'));

const growing = sampleForecast({
  recurring: Array.from({ length: 12 }, (_, month) => spread(300_000 + 20_000 * month)),
  customers: Array.from({ length: 12 }, () => spread(61.2)),
});
const costing = sampleForecast({ nextTwelve: { ...sampleForecast().nextTwelve, cost: spread(600_000) } });

describe('findingText', () => {
  it('says what the bars show', () => {
    expect(findingText(growing, resultOf(growing, 'value'), 'value')).toBe('No month stands out');
    expect(findingText(growing, resultOf(growing, 'recurring'), 'recurring')).toBe(
      'It grows from 300K in November to 520K in October',
    );
    expect(findingText(growing, resultOf(growing, 'customers'), 'customers')).toBe('It stays at about 61.2');
  });

  it('says what a won customer costs', () => {
    expect(plain(findingText(costing, resultOf(costing, 'cost'), 'cost'))).toBe(
      'Each customer won costs about SEK 120,000',
    );
  });
});

describe('momentText', () => {
  it('says recurring revenue by the month and by the year', () => {
    expect(plain(momentText(resultOf(growing, 'recurring'), 'recurring', 'SEK'))).toBe(
      'a month at the end of October 2027, that is SEK 6,240,000 a year (ARR)',
    );
    speak('sv');
    expect(plain(momentText(resultOf(growing, 'recurring'), 'recurring', 'SEK'))).toBe(
      'i månaden i slutet av oktober 2027, alltså 6 240 000 kr om året (ARR)',
    );
    expect(momentText(resultOf(growing, 'value'), 'value', 'SEK')).toBeNull();
  });
});

describe('figureText', () => {
  it('counts customers whole and writes all else as money', () => {
    expect(figureText(61.2, 'customers', 'SEK')).toBe('61');
    expect(plain(figureText(61.2, 'value', 'SEK'))).toBe('SEK 61.2');
  });
});
