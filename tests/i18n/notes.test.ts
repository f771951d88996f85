import { expect, test } from 'vitest';
import type { ModelNote } from '../../src/engine';
import { LOCALES } from '../../src/i18n/locale.svelte';
import { noteSentence } from '../../src/i18n/notes';
import { speak } from './speak';

const NOTES: Record<ModelNote['code'], ModelNote['params']> = {
  fewWins: { wins: 1 },
  noWins: {},
  noLosses: {},
  wonWithoutDate: { count: 2 },
  wonWithoutAmount: { count: 2 },
  lostWithoutDate: { count: 2 },
  unsortedDeals: { count: 3, total: 1200 },
  otherCurrency: { count: 1 },
  leftEdge: { month: '2025-03' },
  excluded: { count: 2 },
  staleOpen: { count: 2, value: 123_456 },
  driedUp: { kind: 'spear', count: 0, usual: 5.3, expected: 12 },
  sameDayWins: { count: 40, total: 1200 },
  expectedInPast: { count: 12 },
  stagesFromHistory: { count: 34 },
  stagesFromCounts: { count: 34 },
  stagesUnused: { count: 34 },
  sellersDiffer: { count: 5 },
};

test.each(LOCALES)('every note of the model is a whole sentence in %s', (locale) => {
  speak(locale);
  for (const [code, params] of Object.entries(NOTES) as [ModelNote['code'], ModelNote['params']][]) {
    const sentence = noteSentence({ code, params });
    expect(sentence).toMatch(/^[A-ZÅÄÖ0-9].*\.$/);
    expect(sentence).not.toMatch(/undefined|NaN|[{}]|forecast_/);
  }
});

test('one and many take their own forms', () => {
  speak('en');
  expect(noteSentence({ code: 'excluded', params: { count: 1 } })).toContain('1 deal is');
  expect(noteSentence({ code: 'excluded', params: { count: 2 } })).toContain('2 deals are');
});

test('stale deals without any amount are not said to be worth 0', () => {
  speak('en');
  expect(noteSentence({ code: 'staleOpen', params: { count: 3, value: 0 } })).toMatch(
    /^3 open deals, all without amounts,/,
  );
});
