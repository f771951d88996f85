import { expect, test } from 'vitest';
import type { BridgePeriod, Pace } from '../../../src/engine';
import { bridgeChoices } from '../../../src/state/diagnose/bridgeChoices';
import type { Diagnosis } from '../../../src/worker/protocol';

const diagnosis = (codes: readonly BridgePeriod['code'][], onPace: number | null, firstDay = 0): Diagnosis =>
  ({
    paces: [{ period: 'quarter', onPace } as unknown as Pace],
    deals: { firstDay, periods: codes.map((code) => ({ code, lastYear: { from: 100, to: 150 } })) },
  }) as unknown as Diagnosis;

test('the quarter is looked at against its target, without one against a year ago', () => {
  expect(bridgeChoices(diagnosis(['quarter', 'year'], 100), {}).choice).toEqual({
    period: 'quarter',
    against: 'target',
  });
  expect(bridgeChoices(diagnosis(['quarter', 'year'], null), {}).choice?.against).toBe('lastYear');
});

test('a choice that a period does not have gives way', () => {
  const chosen = { period: 'year', against: 'target' } as const;
  expect(bridgeChoices(diagnosis(['quarter', 'year'], 100), chosen).choice).toEqual({
    period: 'year',
    against: 'lastYear',
  });
  // Just begun: the quarter says nothing yet.
  expect(bridgeChoices(diagnosis(['halfYear'], 100), { period: 'quarter' }).choice?.period).toBe('halfYear');
  expect(bridgeChoices({ paces: [], deals: null }, {}).choice).toBeNull();
});

test('no comparison with days of a year ago that begin before the data', () => {
  expect(bridgeChoices(diagnosis(['quarter'], null, 100), {}).againsts).toContain('lastYear');
  const { againsts, choice } = bridgeChoices(diagnosis(['quarter'], null, 101), { against: 'lastYear' });
  expect(againsts).not.toContain('lastYear');
  expect(choice?.against).toBe('before');
});
