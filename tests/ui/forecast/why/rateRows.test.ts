import { expect, test } from 'vitest';
import { defaultPlan, type KindHistory } from '../../../../src/engine';
import { rateRows } from '../../../../src/ui/forecast/why/rateRows';

const plan = defaultPlan('SEK');
const estimate = (value: number) => ({ value, low: value / 2, high: value * 2, n: 41.6 });
const history: KindHistory = {
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

function basis(closing: 'history' | 'plan') {
  const seed = { ...plan.kinds.seed, basis: { leads: 'history', closing, value: 'history' } as const };
  return { ...plan, kinds: { ...plan.kinds, seed } };
}

test('fitted rates have their interval and what they rest on, rounded', () => {
  expect(rateRows('seed', history, basis('history'))).toEqual([
    { name: 'Leads a month', value: '8', range: '4–16', rests: 'rests on 42 leads' },
    { name: 'Conversion', value: '34%', range: '17%–68%', rests: 'rests on 42 closed deals' },
    { name: 'Days to won', value: '31', range: '16–62', rests: 'rests on 42 wins' },
    { name: 'Value of a win', value: '50,000', range: '25,000–100,000', rests: 'rests on 42 wins' },
  ]);
});

test('assumed rates say so and have none', () => {
  const rows = rateRows('seed', history, basis('plan'));
  expect(rows.map(({ rests }) => rests)).toEqual([
    'rests on 42 leads',
    'your assumption',
    'your assumption',
    'rests on 42 wins',
  ]);
  expect(rows[1]?.range).toBeNull();
  expect(rateRows('net', undefined, plan).every(({ range }) => range === null)).toBe(true);
});

test('the unsorted have no plan to fall back on', () => {
  expect(rateRows('unsorted', undefined, plan)).toEqual([]);
});

test('where nothing was ever lost the conversion is said to be unknown, not near 100 %', () => {
  const won = { ...history, conversion: { value: 0.99, low: 0, high: 1, n: 80 } };
  expect(rateRows('seed', won, basis('history'))[1]).toEqual({
    name: 'Conversion',
    value: 'not known',
    range: null,
    rests: 'no deal in the data was lost',
  });
});
