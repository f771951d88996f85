import { beforeEach, describe, expect, it } from 'vitest';
import type { Pace } from '../../../src/engine';
import { answerSentence, causeSentences, expectedSentence } from '../../../src/ui/diagnose/answerWords';
import { speak } from '../../i18n/speak';
import { bridgeWith, partOf } from './sampleBridge';

/** 2026-11-24. */
const TODAY = 20_781;
const MOMENT = { today: TODAY, fiscalYearStart: 1 };
const PACE: Pace = {
  ...{ period: 'quarter', from: '2026-10', to: '2026-12', isWhole: true },
  ...{ target: { amount: 2000, basis: 'typed' }, won: 690, expected: 1600, low: 1300, high: 1900 },
  ...{ attainment: 0.8, chance: 0.09, chanceBound: null, onPace: 1000, ahead: -0.31 },
  ...{ isOwnRhythm: true, line: [], need: null },
};

beforeEach(() => speak('en'));

describe('answerSentence', () => {
  it('says how far from pace one is, in either language', () => {
    expect(answerSentence(PACE, null, MOMENT, 'SEK')).toBe('You are **31%** behind pace this quarter.');
    expect(answerSentence({ ...PACE, ahead: 0.1 }, null, MOMENT, 'SEK')).toContain('**10%** ahead');
    expect(answerSentence({ ...PACE, ahead: 0.01 }, null, MOMENT, 'SEK')).toContain('on pace');
    expect(answerSentence({ ...PACE, ahead: null }, null, MOMENT, 'SEK')).toContain('Nothing is due yet');
    speak('sv');
    expect(answerSentence(PACE, null, MOMENT, 'SEK')).toMatch(/^Du ligger \*\*31\s%\*\* efter takten/);
  });

  it('without a target compares with a year ago, where that is known', () => {
    const pace: Pace = { ...PACE, target: null, ahead: null };
    expect(answerSentence(pace, 1000, MOMENT, 'SEK')).toContain('31% less than by this day a year ago');
    expect(answerSentence(pace, 690, MOMENT, 'SEK')).toContain('about as much');
    for (const unknown of [null, 0])
      expect(answerSentence(pace, unknown, MOMENT, 'SEK')).toMatch(/won so far this quarter\.$/);
  });

  it('names the months of a period that is not the current one', () => {
    const pace: Pace = { ...PACE, from: '2027-01', to: '2027-03' };
    expect(answerSentence(pace, null, MOMENT, 'SEK')).toMatch(/in January.–.March 2027/);
  });
});

describe('expectedSentence', () => {
  it('has the chance only with a target, and its bound where no more is known', () => {
    expect(expectedSentence(PACE, 'SEK')).toContain('Chance of making it: **9%**');
    expect(expectedSentence({ ...PACE, chance: 0.05, chanceBound: 'atMost' }, 'SEK')).toContain('at most 5%');
    expect(expectedSentence({ ...PACE, target: null }, 'SEK')).not.toContain('Chance');
  });
});

describe('causeSentences', () => {
  it('tells causes as shares of the gap', () => {
    const bridge = bridgeWith([
      partOf({ value: -207, since: '2026-09' }),
      partOf({ cause: 'time', kind: 'spear', stage: 'Proposal', value: -103, before: 46, now: 64 }),
    ]);
    expect(causeSentences(bridge, TODAY, 'SEK')).toEqual([
      'Two thirds of it: nets bring 40% fewer leads since September.',
      'A third of it: spears take 18 days longer in Proposal.',
    ]);
  });

  it('never lets shares of chance stand as causes: what is left is said to be chance', () => {
    const chance = partOf({ cause: 'chance', kind: null, value: -100, before: null, now: null });
    const sentences = causeSentences(bridgeWith([partOf({ value: -100 }), chance]), TODAY, 'SEK');
    expect(sentences[0]).toMatch(/^Half of it: nets/);
    expect(sentences[1]).toBe('The rest does not stand out from chance.');
    expect(causeSentences(bridgeWith([chance]), TODAY, 'SEK')).toEqual([]);
  });

  it('says what made up for some of it', () => {
    const more = partOf({ kind: 'seed', value: 50, before: 10, now: 15, change: 0.5 });
    expect(causeSentences(bridgeWith([partOf({ value: -150 }), more]), TODAY, 'SEK')).toEqual([
      'More than all of it: nets bring 40% fewer leads.',
      'Made up for in part: seeds bring 50% more leads.',
    ]);
  });

  it('says the year of a month more than a year ago', () => {
    const [told] = causeSentences(bridgeWith([partOf({ since: '2025-09' })]), TODAY, 'SEK');
    expect(told).toContain('since September 2025');
  });
});
