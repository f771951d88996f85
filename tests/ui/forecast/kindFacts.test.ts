import { expect, test } from 'vitest';
import { defaultPlan, type HistorySummary, type KindHistory } from '../../../src/engine';
import { kindFacts } from '../../../src/ui/forecast/kindFacts';
import { FLAT_CALENDAR } from '../../engine/fit/flatCalendar';

const plan = defaultPlan('SEK');
const estimate = (value: number) => ({ value, low: value / 2, high: value * 2, n: 30 });
const seeds: KindHistory = {
  kind: 'seed',
  deals: 94,
  open: 10,
  won: 32,
  lost: 52,
  leadsPerMonth: estimate(8),
  conversion: estimate(0.34),
  daysToWin: estimate(31),
  dealValue: estimate(50_000),
  valueVariation: 0.8,
};
const history: HistorySummary = {
  dataDay: 20_780,
  firstCreated: 20_000,
  calendar: FLAT_CALENDAR,
  kinds: [seeds],
  notes: [],
};

function withBasis(basis: 'history' | 'plan') {
  const seed = { ...plan.kinds.seed, basis: { leads: basis, closing: basis, value: basis } };
  return { ...plan, kinds: { ...plan.kinds, seed } };
}

test('with history the facts are the history’s', () => {
  expect(kindFacts('seed', history, withBasis('history'))).toEqual({
    wonSoFar: { won: 32, open: 10, deals: 94 },
    leadsPerMonth: { value: 8, basis: 'history' },
    conversion: { value: 0.34, basis: 'history' },
    daysToWin: { value: 31, basis: 'history' },
  });
});

test('what Plan overrides is the plan’s and says so', () => {
  const facts = kindFacts('seed', history, withBasis('plan'));
  expect(facts.wonSoFar).toEqual({ won: 32, open: 10, deals: 94 });
  expect(facts.conversion?.basis).toBe('plan');
});

test('without history conversion is the product of the stages and the time their sum', () => {
  const { stages, leadsPerMonth } = plan.kinds.net;
  expect(kindFacts('net', null, plan)).toEqual({
    wonSoFar: null,
    leadsPerMonth: { value: leadsPerMonth.value, basis: 'plan' },
    conversion: { value: stages.reduce((share, stage) => share * stage.conversion.value, 1), basis: 'plan' },
    daysToWin: { value: stages.reduce((days, stage) => days + stage.days.value, 0), basis: 'plan' },
  });
});

test('the unsorted have no plan to fall back on', () => {
  expect(kindFacts('unsorted', null, plan)).toEqual({
    wonSoFar: null,
    leadsPerMonth: null,
    conversion: null,
    daysToWin: null,
  });
});

test('a conversion that nothing is known of is left out', () => {
  const won = { ...seeds, conversion: { value: 0.99, low: 0, high: 1, n: 80 } };
  expect(kindFacts('seed', { ...history, kinds: [won] }, withBasis('history')).conversion).toBeNull();
});
