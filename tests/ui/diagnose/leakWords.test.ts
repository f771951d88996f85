import { beforeEach, expect, test } from 'vitest';
import type { Leak, LeakReading } from '../../../src/engine';
import { leakSentence, readingSentence, surenessSentence } from '../../../src/ui/diagnose/leaks/leakWords';
import { speak } from '../../i18n/speak';

const LEAK: Leak = {
  ...{ measure: 'conversion', kind: 'net', stage: 'Qualification', nextStage: 'Proposal', position: 1 },
  ...{ before: 0.65, now: 0.44, casesBefore: 535, casesNow: 115, smallestVisible: 0.35 },
  ...{ id: '1', change: 0.32, probability: 0.9997, atLeast: 0.19, moneyAtStake: 1, winsAtStake: 1 },
  ...{ kinds: ['net'], readings: [{ code: 'fit' }], lostIds: [], lostCount: 0, stuckIds: [], stuckCount: 0 },
};

beforeEach(() => speak('en'));

test('a leak is told with both its figures', () => {
  expect(leakSentence(LEAK)).toBe('44% of nets go on from Qualification, **65%** before');
  expect(leakSentence({ ...LEAK, stage: null })).toBe('44% of nets are won, **65%** before');
  const slow: Leak = { ...LEAK, measure: 'days', before: 1, now: 18 };
  expect(leakSentence(slow)).toBe('Nets take 18 days in Qualification, **1 day** before');
  expect(leakSentence({ ...slow, stage: null, kind: 'all' })).toContain(
    'Deals of all kinds take 18 days to be won',
  );
});

test('in Swedish it is leads of a kind that go on', () => {
  speak('sv');
  expect(leakSentence(LEAK)).toContain('av nät-leads går vidare');
});

test('nothing is said to be certain', () => {
  expect(surenessSentence(LEAK)).toContain('99% sure');
});

test('every reading has words of its own in both languages', () => {
  const readings: LeakReading[] = [
    ...(['leadQuality', 'fit', 'wholeFunnel', 'slowFollowUp', 'moreDeciders', 'everywhere'] as const).map(
      (code) => ({ code }),
    ),
    { code: 'competitor', valueRatio: null },
    { code: 'competitor', valueRatio: 0.8 },
    { code: 'oneSeller', seller: 'constructor', share: 0.9 },
  ];
  for (const locale of ['en', 'sv'] as const) {
    speak(locale);
    const said = readings.map(readingSentence);
    expect(new Set(said).size).toBe(readings.length);
    expect(said.at(-1)).toContain('constructor');
  }
});
