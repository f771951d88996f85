import { beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioChange, Spread } from '../../../src/engine';
import { dayFromDate } from '../../../src/engine';
import {
  answerSentence,
  chanceSentence,
  differenceRange,
  placeSentence,
  shownMean,
} from '../../../src/ui/scenarios/answerWords';
import { besideBase } from '../../../src/ui/scenarios/differences';
import { speak } from '../../i18n/speak';
import { sampleForecast } from '../forecast/sampleForecast';
import { outcome, sure } from './sampleComparison';

const plain = (text: string | null): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');
const moment = { today: dayFromDate(2026, 11, 23) ?? 0, fiscalYearStart: 1 };
const sentence = (more: number, name: 'quarter' | 'year' | 'nextTwelve' = 'quarter') =>
  plain(
    answerSentence(
      besideBase(sampleForecast(), outcome('a', more), name, null),
      'Downturn',
      name,
      moment,
      'SEK',
    ),
  );
const range = (q10: number, q90: number, mean = (q10 + q90) / 2): string | undefined => {
  const spread: Spread = { ...sure(mean), q10, q90 };
  return plain(differenceRange(spread, 300))?.replaceAll('**', '');
};

describe('answerSentence', () => {
  beforeEach(() => speak('en'));

  it('says what it comes to and how far that is from the base', () => {
    expect(sentence(-50)).toBe(
      'With “Downturn”, expect **SEK 250** this quarter, SEK 50 less than without it.',
    );
    expect(sentence(50, 'nextTwelve')).toBe(
      'With “Downturn”, expect **SEK 350** in the next twelve months, SEK 150 more than without it.',
    );
    expect(sentence(0, 'year')).toBe('With “Downturn”, expect **SEK 300** this year, just as without it.');
  });

  it('says the amount of the base where the difference is too small to be known', () => {
    const whole = 3_000_000;
    const period = (mean: number) => ({
      ...besideBase(sampleForecast(), outcome('a', 0), 'quarter', null).base,
      value: sure(mean),
    });
    const beside = {
      period: period(whole - 1_400),
      base: period(whole),
      difference: sure(-1_400),
      chances: null,
    };
    expect(shownMean(beside)).toBe(whole);
    expect(plain(answerSentence(beside, 'Five fewer', 'quarter', moment, 'SEK'))).toBe(
      'With “Five fewer”, expect **SEK 3,000,000** this quarter, just as without it.',
    );
  });

  it('says it in Swedish', () => {
    speak('sv');
    expect(sentence(-50)).toBe('Med ”Downturn” väntas **250 kr** det här kvartalet, 50 kr mindre än utan.');
  });
});

describe('differenceRange', () => {
  beforeEach(() => speak('en'));

  it('says less and more in words, the smaller amount first', () => {
    expect(range(-590, -250)).toBe('80% sure: 250 to 590 less.');
    expect(range(250, 590)).toBe('80% sure: 250 to 590 more.');
    expect(range(-30, 90)).toBe('80% sure: between 30 less and 90 more.');
    expect(range(-30, 0)).toBe('80% sure: up to 30 less.');
    expect(range(0, 90)).toBe('80% sure: up to 90 more.');
  });

  it('says nothing where nothing changes, and that it is rare where it seldom does', () => {
    expect(range(0, 0, 0)).toBeUndefined();
    expect(range(0, 0, 4)).toBe(
      'At least eight times in ten nothing changes; the difference comes from the rest.',
    );
    // Too little to be told from chance.
    expect(range(0, 0, 1)).toBeUndefined();
  });
});

describe('chanceSentence', () => {
  beforeEach(() => speak('en'));
  const chance = (base: number, variant: number) =>
    plain(chanceSentence({ base, variant }, 450_000, 'SEK'))?.replaceAll('**', '');

  it('says whether the chance falls, rises or stays', () => {
    expect(chance(0.61, 0.22)).toBe('The chance of reaching SEK 450,000 falls from 61% to 22%.');
    expect(chance(0.22, 0.61)).toBe('The chance of reaching SEK 450,000 rises from 22% to 61%.');
    expect(chance(0.611, 0.612)).toBe('The chance of reaching SEK 450,000 stays at 61%.');
    expect(chanceSentence(null, null, 'SEK')).toBeNull();
  });
});

describe('placeSentence', () => {
  beforeEach(() => speak('en'));

  it('says where a case made of doubts lies among the futures of the forecast, whatever period is looked at', () => {
    const beside = besideBase(sampleForecast(), outcome('a', -50), 'quarter', null);
    const distribution = [100, 200, 260, 300, 400];
    const placed = { ...beside, base: { ...beside.base, distribution } };
    const doubt: ScenarioChange = {
      what: 'winRate',
      kind: 'all',
      factor: 0.8,
      ...{ id: 'level', isOn: true, from: '2026-11', months: null, shock: 'levelDoubt' },
    };
    const sentence = placeSentence({ id: 'a', name: 'a', changes: [doubt] }, placed, 'quarter', moment);
    expect(sentence).toMatch(/^In the forecast itself, \*\*\d+%\*\* of futures end below that this quarter/);
    expect(
      placeSentence({ id: 'a', name: 'a', changes: [{ ...doubt, shock: null }] }, placed, 'quarter', moment),
    ).toBeNull();
  });
});
