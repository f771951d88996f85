import * as fc from 'fast-check';
import { monthRange, type ChangeOfWhat, type ScenarioChange } from '../../../src/engine';

const factor = fc.oneof(fc.constantFrom(0, 1, 10), fc.double({ min: 0, max: 10, noNaN: true }));
const kind = fc.constantFrom('seed' as const, 'net' as const, 'spear' as const, 'all' as const);

const what: fc.Arbitrary<ChangeOfWhat> = fc.oneof(
  fc.record({
    what: fc.constantFrom('leads' as const, 'winRate' as const, 'value' as const, 'days' as const),
    kind,
    factor,
  }),
  fc.record({ what: fc.constantFrom('spend' as const, 'churn' as const), factor }),
  fc.record({ what: fc.constant('prospectors' as const), heads: fc.integer({ min: -20, max: 20 }) }),
  fc.constant({ what: 'hiringFreeze' as const }),
  fc.record({
    what: fc.constant('cost' as const),
    kind: fc.constantFrom('seed' as const, 'spear' as const, null),
    perMonth: fc.double({ min: -5_000, max: 5_000, noNaN: true }),
  }),
  fc.record({ what: fc.constant('loseBiggestDeals' as const), deals: fc.integer({ min: 1, max: 50 }) }),
);

/** Changes of every sort, within and without the months of `anyModel`. */
export const anyChange: fc.Arbitrary<ScenarioChange> = fc
  .record({
    what,
    from: fc.constantFrom(...monthRange('2025-09', 20)),
    months: fc.constantFrom(null, 1, 3, 12),
    isOn: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    id: fc.uuid(),
  })
  .map(({ what: of, ...timed }) => ({ ...of, ...timed, shock: null }) as ScenarioChange);
