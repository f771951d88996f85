import { expect, test } from 'vitest';
import type { SeriesSummary } from '../../../../src/engine';
import { seasonWords } from '../../../../src/ui/forecast/why/seasonWords';

const none: SeriesSummary = {
  quarter: [1, 1, 1],
  year: null,
  weightOf: { trend: 0, changingLevel: 0, quarter: 0, year: 0 },
};

test('a rhythm of the quarter is told where the history speaks for it', () => {
  const rush: SeriesSummary = {
    ...none,
    quarter: [0.8, 0.9, 1.3],
    weightOf: { ...none.weightOf, quarter: 0.92 },
  };
  expect(seasonWords(rush, 100)).toHaveLength(1);
  for (const words of ['80%', '90%', '130%', '92%']) expect(seasonWords(rush, 100)[0]).toContain(words);
  expect(seasonWords({ ...rush, weightOf: none.weightOf }, 100)).toEqual(seasonWords(none, 100));
});

test('months of the year that stand out are named', () => {
  const year = [1.2, 1, 1, 1, 1, 1.05, 0.6, 1, 1, 1, 1, 1.3];
  const [high, low, ...more] = seasonWords({ ...none, year, weightOf: { ...none.weightOf, year: 0.8 } }, 100);
  expect(high).toContain('January and December');
  expect(low).toContain('July');
  expect(more).toEqual([]);
});

test('no season is said in words', () => {
  expect(seasonWords(none, 100)).toEqual(['The history shows no season that is more than chance.']);
});

test('claims no season from fewer than 30 wins', () => {
  const sure = { ...none, weightOf: { ...none.weightOf, quarter: 1 } };
  expect(seasonWords(sure, 29)).toEqual(['Too few wins to tell a season from chance.']);
});
