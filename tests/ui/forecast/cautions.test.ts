import { expect, test } from 'vitest';
import type { HistorySummary, ModelNote } from '../../../src/engine';
import { cautionsOf } from '../../../src/ui/forecast/cautions';
import type { ImportRecord } from '../../../src/workspace/types';
import { FLAT_CALENDAR } from '../../engine/fit/flatCalendar';

const TODAY = 20_780;

function history(dataDay: number, codes: readonly ModelNote['code'][] = []): HistorySummary {
  return {
    dataDay,
    firstCreated: 20_000,
    calendar: FLAT_CALENDAR,
    kinds: [],
    notes: codes.map((code) => ({ code, params: {} })),
  };
}

function imported(code: 'onlyOpen' | 'onlyWon' | 'noLost'): ImportRecord {
  return { report: { notes: [{ code, count: 1, rows: [] }] } } as unknown as ImportRecord;
}

test('without deals the plan is all there is', () => {
  expect(cautionsOf(null, null, TODAY)).toEqual(['planOnly']);
});

test('fresh and complete data needs no caution', () => {
  expect(cautionsOf(history(TODAY - 31), null, TODAY)).toEqual([]);
});

test('data older than a month is said to be old', () => {
  expect(cautionsOf(history(TODAY - 32), null, TODAY)).toEqual(['oldData']);
});

test('what the file lacks comes first, once, however many notes say it', () => {
  expect(cautionsOf(history(TODAY, ['noWins', 'noLosses']), imported('onlyOpen'), TODAY)).toEqual([
    'onlyOpen',
  ]);
  expect(cautionsOf(history(TODAY, ['noLosses']), imported('onlyWon'), TODAY)).toEqual(['onlyWon']);
  expect(cautionsOf(history(TODAY - 99, ['noLosses']), null, TODAY)).toEqual(['noLost', 'oldData']);
});

test('wins none of which has an amount make every figure in money an assumption', () => {
  const withWins = (count: number): HistorySummary => ({
    ...history(TODAY),
    kinds: [{ kind: 'net', won: 842 } as HistorySummary['kinds'][number]],
    notes: [{ code: 'wonWithoutAmount', params: { count } }],
  });
  expect(cautionsOf(withWins(842), null, TODAY)).toEqual(['noAmounts']);
  expect(cautionsOf(withWins(841), null, TODAY)).toEqual([]);
});
