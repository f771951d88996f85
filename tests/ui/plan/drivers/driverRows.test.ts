import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPlan, PLANNED_KINDS, placeKey, withAssumption } from '../../../../src/engine';
import { driverRows } from '../../../../src/ui/plan/drivers/driverRows';
import { speak } from '../../../i18n/speak';

const plan = defaultPlan('SEK');
const noteOf = (of: string, changed = plan) =>
  PLANNED_KINDS.flatMap((kind) => driverRows(changed, kind, '2026-11')).find(({ place }) => place.of === of)
    ?.note;

beforeEach(() => speak('en'));
afterEach(() => speak('en'));

describe('driverRows', () => {
  it('has a row for each assumption that leads depend on, the ramp aside', () => {
    const keys = PLANNED_KINDS.flatMap((kind) => driverRows(plan, kind, '2026-11')).map(({ place }) =>
      placeKey(place),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(3 + 5 + 4);
  });

  it('says what figures mean as they stand', () => {
    expect(noteOf('referralsPerCustomer')).toContain('from today’s 40 customers: 2.');
    // Twice the spend at an elasticity of 0.7: 2^0.7 = 1.62.
    expect(noteOf('elasticity')).toContain('1.62 times');
    // 70 leads × 28 % × 50 % = 9.8.
    expect(noteOf('leadsPerProspector')).toContain('9.8 of them reach Proposal');
  });

  it('says what the planned spend makes of the leads', () => {
    const double = withAssumption(plan, { kind: 'net', of: 'spendPerMonth' }, { value: 100_000 });
    // 60 × 2^0.7 = 97.5.
    expect(noteOf('spendPerMonth', double)).toBe('Gives 97 leads instead of today’s 60.');
    expect(noteOf('spendPerMonth')).toBe('As today.');
    const nothing = withAssumption(double, { kind: 'net', of: 'spendToday' }, { value: 0 });
    expect(noteOf('spendPerMonth', nothing)).toContain('leads stay as they are');
  });
});
