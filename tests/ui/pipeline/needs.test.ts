import { expect, test } from 'vitest';
import type { Inspection } from '../../../src/csv/types';
import { homeCurrency } from '../../../src/ui/pipeline/check/homeCurrency';
import { needsOf } from '../../../src/ui/pipeline/check/needs';
import type { ImportRecord } from '../../../src/workspace/types';

const CLEAR = {
  mapping: {
    columns: [
      { meaning: 'created', confidence: 'likely' },
      { meaning: 'stage', confidence: 'likely' },
    ],
    join: null,
    outcomes: { Demo: 'open', Signed: 'won' },
    sources: { Web: 'net' },
    currency: 'SEK',
  },
  outcomeValues: [{ value: 'Demo', count: 1 }],
  sourceValues: [
    { value: 'Web', count: 3 },
    { value: '', count: 1 },
  ],
  currencies: [{ value: 'SEK', count: 4 }],
} as unknown as Inspection;

const needs = (part: object, rates = {}) => [...needsOf({ ...CLEAR, ...part } as Inspection, 'SEK', rates)];

test('a file that is understood needs nobody', () => {
  expect(needs({})).toEqual([]);
});

test('guessed or missing columns, labels and sources nobody has sorted, and currencies without a rate do', () => {
  const column = { meaning: 'amount', confidence: 'guess' };
  const columns = [...CLEAR.mapping.columns, column];
  expect(needs({ mapping: { ...CLEAR.mapping, columns } })).toEqual(['columns']);
  expect(needs({ mapping: { ...CLEAR.mapping, columns: columns.slice(1, 2) } })).toEqual(['columns']);
  expect(needs({ outcomeValues: [{ value: 'Parked', count: 1 }] })).toEqual(['stages']);
  expect(needs({ sourceValues: [{ value: 'LinkedIn', count: 1 }] })).toEqual(['sources']);
  const currencies = [...CLEAR.currencies, { value: 'EUR', count: 2 }];
  expect(needs({ currencies })).toEqual(['money']);
  expect(needs({ currencies }, { EUR: 11 })).toEqual([]);
  expect(needs({ lacksCurrency: true })).toEqual(['money']);
});

test('all is counted in the currency of most deals of the first import, and in the setting after that', () => {
  const own = [{ isExample: false }] as ImportRecord[];
  const example = [{ isExample: true }] as ImportRecord[];
  expect(homeCurrency(CLEAR, own, 'EUR')).toBe('EUR');
  expect(homeCurrency(CLEAR, example, 'EUR')).toBe('SEK');
  expect(homeCurrency({ ...CLEAR, currencies: [] }, [], 'EUR')).toBe('SEK');
});
