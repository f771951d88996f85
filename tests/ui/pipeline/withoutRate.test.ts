import { expect, test } from 'vitest';
import { withoutRate } from '../../../src/ui/pipeline/report/withoutRate';

const USED = ['SEK', 'EUR', 'USD'].map((value) => ({ value, count: 2 }));

test('currencies lack a rate until one is typed, and the one counted in never does', () => {
  expect(withoutRate(USED, { currency: 'SEK', rates: {} })).toEqual(['EUR', 'USD']);
  expect(withoutRate(USED, { currency: 'SEK', rates: { EUR: 11 } })).toEqual(['USD']);
  expect(withoutRate(USED, { currency: 'SEK', rates: { EUR: 11, USD: 10 } })).toEqual([]);
});
