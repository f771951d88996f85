import { expect, test } from 'vitest';
import { defaultPlan } from '../../../../src/engine';
import { figureOf } from '../../../../src/ui/forecast/why/figure';
import { rangeGrounds } from '../../../../src/ui/forecast/why/rangeGrounds';
import { sampleForecast } from '../sampleForecast';

const plan = defaultPlan('SEK');
const figure = figureOf(sampleForecast(), { from: '2026-11', to: '2027-10', kind: null })!;

test('luck alone is that of the wins to come, never more than the whole range', () => {
  const same = { value: 0, doubt: 'sure', from: 'typed' } as const;
  const kinds = {
    ...plan.kinds,
    seed: { ...plan.kinds.seed, variation: same },
    net: { ...plan.kinds.net, variation: same },
  };
  const grounds = rangeGrounds({ ...figure, winsToCome: 100 }, null, { ...plan, kinds });
  // 100 wins of 3 each: 1.28 · √100 · 3 of a half width of 120.
  expect(grounds?.luck).toBeCloseTo(1.2816 * 30, 9);
  expect(grounds).toMatchObject({ half: 120, isMostlyLuck: false });
  expect(rangeGrounds(figure, null, plan)).toMatchObject({ luck: 120, isMostlyLuck: true });
});

test('there is nothing to say without a range or with nothing left to happen', () => {
  expect(rangeGrounds({ ...figure, range: null }, null, plan)).toBeNull();
  expect(rangeGrounds({ ...figure, winsToCome: 0 }, null, plan)).toBeNull();
});
