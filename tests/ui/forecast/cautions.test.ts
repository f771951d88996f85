import { expect, test } from 'vitest';
import { defaultPlan, type HistorySummary, type ModelNote } from '../../../src/engine';
import { cautionsOf, driedUpKinds } from '../../../src/ui/forecast/cautions';
import type { ImportRecord } from '../../../src/workspace/types';
import { FLAT_CALENDAR } from '../../engine/fit/flatCalendar';

const TODAY = 20_780;
const PLAN = defaultPlan('SEK');

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
  expect(cautionsOf(null, null, TODAY, PLAN)).toEqual(['planOnly']);
});

test('fresh and complete data needs no caution', () => {
  expect(cautionsOf(history(TODAY - 31), null, TODAY, PLAN)).toEqual([]);
});

test('data older than a month is said to be old', () => {
  expect(cautionsOf(history(TODAY - 32), null, TODAY, PLAN)).toEqual(['oldData']);
});

test('what the file lacks comes first, once, however many notes say it', () => {
  expect(cautionsOf(history(TODAY, ['noWins', 'noLosses']), imported('onlyOpen'), TODAY, PLAN)).toEqual([
    'onlyOpen',
  ]);
  expect(cautionsOf(history(TODAY, ['noLosses']), imported('onlyWon'), TODAY, PLAN)).toEqual(['onlyWon']);
  expect(cautionsOf(history(TODAY - 99, ['noLosses']), null, TODAY, PLAN)).toEqual(['noLost', 'oldData']);
});

test('wins none of which has an amount make every figure in money an assumption', () => {
  const withWins = (count: number): HistorySummary => ({
    ...history(TODAY),
    kinds: [{ kind: 'net', won: 842 } as HistorySummary['kinds'][number]],
    notes: [{ code: 'wonWithoutAmount', params: { count } }],
  });
  expect(cautionsOf(withWins(842), null, TODAY, PLAN)).toEqual(['noAmounts']);
  expect(cautionsOf(withWins(841), null, TODAY, PLAN)).toEqual([]);
});

test('amounts of which most are in another currency leave no forecast in money: that comes first', () => {
  const inAnother = (count: number): HistorySummary => ({
    ...history(TODAY - 99),
    kinds: [{ kind: 'net', deals: 100, won: 10 } as HistorySummary['kinds'][number]],
    notes: [{ code: 'otherCurrency', params: { count } }],
  });
  expect(cautionsOf(inAnother(50), null, TODAY, PLAN)).toEqual(['otherCurrency', 'oldData']);
  expect(cautionsOf(inAnother(49), null, TODAY, PLAN)).toEqual(['oldData']);
});

test('a source that has dried up is warned of, unless its leads are set by hand', () => {
  const notes = (['net', 'unsorted'] as const).map((kind) => ({
    code: 'driedUp' as const,
    params: { kind },
  }));
  const dried = { ...history(TODAY), notes };
  const { net } = PLAN.kinds;
  const byHand = {
    ...PLAN,
    kinds: { ...PLAN.kinds, net: { ...net, basis: { ...net.basis, leads: 'plan' as const } } },
  };
  const byHistory = {
    ...PLAN,
    kinds: { ...PLAN.kinds, net: { ...net, basis: { ...net.basis, leads: 'history' as const } } },
  };
  expect(cautionsOf(dried, null, TODAY, byHistory)).toEqual(['driedUp']);
  expect(driedUpKinds(dried, byHistory)).toEqual(['net', 'unsorted']);
  expect(driedUpKinds(dried, byHand)).toEqual(['unsorted']);
});
