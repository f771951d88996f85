import { beforeEach, describe, expect, it } from 'vitest';
import type { Pace } from '../../../src/engine';
import {
  answerSentence,
  expectedSentence,
  isOfPace,
  paceFinding,
} from '../../../src/ui/diagnose/answerWords';
import { causeSentences } from '../../../src/ui/diagnose/causeWords';
import { speak } from '../../i18n/speak';
import { bridgeWith, partOf } from './sampleBridge';

/** 2026-11-24. */
const TODAY = 20_781;
const MOMENT = { today: TODAY, fiscalYearStart: 1 };
/** The evening before 1 October, and 23 November. */
const LINE = [
  { day: 20_726, onPace: 0, won: 0, expected: null },
  { day: 20_780, onPace: 1000, won: 690, expected: 690 },
];
const PACE: Pace = {
  ...{ period: 'quarter', from: '2026-10', to: '2026-12', isWhole: true },
  ...{ target: { amount: 2000, basis: 'typed' }, won: 690, expected: 1600, low: 1300, high: 1900 },
  ...{ attainment: 0.8, chance: 0.09, chanceBound: null, onPace: 1000, ahead: -0.31 },
  ...{ isOwnRhythm: true, line: LINE, need: null },
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

  it('says that none of its days has passed, rather than that nothing was won', () => {
    const pace: Pace = { ...PACE, from: '2027-01', to: '2027-03', line: LINE.slice(0, 1), ahead: null };
    const said = answerSentence({ ...pace, target: null }, 1000, MOMENT, 'SEK');
    expect(said).toMatch(/^January.–.March 2027: none of its days has passed/);
    expect(answerSentence(pace, null, MOMENT, 'SEK')).toContain('the target is');
    expect(paceFinding(pace, 'SEK', true)).not.toContain('won');
  });

  it('without deals says that what was won is not known', () => {
    expect(answerSentence(PACE, null, MOMENT, 'SEK', false)).toContain('Nothing is known');
    expect(expectedSentence(PACE, 'SEK', false)).toContain('in what is left of it');
    expect(paceFinding(PACE, 'SEK', false)).not.toContain('pace');
  });
});

describe('isOfPace', () => {
  const bridge = bridgeWith([partOf({})]);
  it('takes causes of the very days of the pace, and no others', () => {
    expect(isOfPace(bridge, PACE)).toBe(true);
    expect(isOfPace({ ...bridge, against: 'before' }, PACE)).toBe(false);
    expect(isOfPace({ ...bridge, against: 'target' }, { ...PACE, target: null })).toBe(false);
    expect(isOfPace(bridge, { ...PACE, from: '2027-01', to: '2027-03' })).toBe(false);
    expect(isOfPace(bridge, { ...PACE, line: LINE.slice(0, 1) })).toBe(false);
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
    const chance = partOf({ cause: 'chance', kind: null, value: -90, before: null, now: null });
    const sentences = causeSentences(bridgeWith([partOf({ value: -100 }), chance]), TODAY, 'SEK');
    expect(sentences[0]).toMatch(/^Half of it: nets/);
    expect(sentences[1]).toContain('not explained by these parts');
    const small = causeSentences(bridgeWith([partOf({}), { ...chance, value: -20 }]), TODAY, 'SEK');
    expect(small[1]).toBe('The rest does not stand out from chance.');
  });

  it('says luck where it is the longest bar, and the season as a cause', () => {
    const luck = partOf({ cause: 'chance', kind: null, value: -348_000, isWithinNoise: true });
    const said = causeSentences(bridgeWith([partOf({ value: -100_000 }), luck]), TODAY, 'SEK');
    expect(said[0]).toMatch(/^Luck took \*\*SEK.348,000\*\*/);
    expect(said).toHaveLength(2);
    const season = partOf({ cause: 'season', kind: null, value: -1560, since: null });
    const against = partOf({ kind: 'seed', value: 330, before: 10, now: 15, change: 0.5 });
    const sentences = causeSentences(bridgeWith([season, partOf({ value: -400 }), against]), TODAY, 'SEK');
    expect(sentences).toEqual([
      '96% of it: the usual season.',
      '25% of it: nets bring 40% fewer leads.',
      'Made up for in part: seeds bring 50% more leads.',
    ]);
  });

  it('says that unsorted leads come in, and gives minus its own sign', () => {
    const more = partOf({ kind: 'unsorted', value: 100, before: 1, now: 5, change: 4.19 });
    expect(causeSentences(bridgeWith([more]), TODAY, 'SEK')[0]).toBe(
      'All of it: 419% more unsorted leads come in.',
    );
    const luck = partOf({ cause: 'chance', kind: null, value: 200 });
    const [, money] = causeSentences(bridgeWith([partOf({ value: -50 }), luck]), TODAY, 'SEK');
    expect(money).toMatch(/^Nets bring 40% fewer leads: \*\*−SEK.50\*\*/);
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
