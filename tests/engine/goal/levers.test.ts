import { describe, expect, it } from 'vitest';
import { assumptionAt, leversOf, turnPlan, type LeverKey } from '../../../src/engine';
import { bestEnd } from '../../../src/engine/goal/leverLimits';
import { oddsFactor, scaleOdds, stagesForWinRate } from '../../../src/engine/goal/winRate';
import { planWith, SURE_NET, SURE_SEED, sure } from '../plan/surePlan';
import { COMPANY, leverIn, smallHistory } from './goalCases';

const START = '2026-01';
const REFERRING = {
  ...COMPANY,
  kinds: { ...COMPANY.kinds, seed: { ...COMPANY.kinds.seed, referralsPerCustomer: sure(0.02) } },
  company: { ...COMPANY.company, activeCustomers: sure(50), churnPerMonth: sure(0.02) },
};

describe('levers', () => {
  it('are what a plan’s forecast rests on, once each', () => {
    const keys = leversOf(REFERRING, null, START).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(
      expect.arrayContaining<LeverKey>([
        'seed.leads',
        'seed.referrals',
        'net.spend',
        'net.winRate',
        'net.stage.1',
        'spear.prospectors',
        'spear.hires',
        'spear.days',
        'spear.dealValue',
        'company.churn',
      ]),
    );
  });

  it('turned to a value have that value, and leave the others’ as they were', () => {
    const levers = leversOf(REFERRING, null, START);
    for (const lever of levers) {
      const end = bestEnd(lever, lever.usual);
      const wished = lever.isWhole ? Math.ceil((lever.value + end) / 2) : (lever.value + end) / 2;
      const after = leversOf(turnPlan(REFERRING, lever, wished, START), null, START);
      expect(leverIn(after, lever.key).value).toBeCloseTo(wished, 9);
      const isPart = (other: string): boolean =>
        /stage|winRate/.test(other) && /stage|winRate/.test(lever.key);
      for (const other of levers.filter(({ key }) => key !== lever.key && !isPart(key))) {
        expect(leverIn(after, other.key).value).toBe(other.value);
      }
    }
  });

  it('move ranges of doubt along and count as typed', () => {
    const plan = planWith({
      net: {
        ...SURE_NET,
        leadsPerMonth: { value: 100, doubt: { low: 80, high: 130 }, from: 'history' },
        stages: [
          { conversion: { value: 0.4, doubt: { low: 0.3, high: 0.5 }, from: 'default' }, days: sure(3) },
        ],
      },
    });
    const levers = leversOf(plan, null, START);
    const turned = turnPlan(
      turnPlan(plan, leverIn(levers, 'net.leads'), 200, START),
      leverIn(levers, 'net.winRate'),
      0.95,
      START,
    );
    expect(turned.kinds.net.leadsPerMonth).toEqual({
      value: 200,
      doubt: { low: 160, high: 260 },
      from: 'typed',
    });
    const conversion = assumptionAt(turned, { kind: 'net', of: 'conversion', index: 0 });
    expect(conversion?.value).toBeCloseTo(0.95, 9);
    expect(conversion?.doubt).toEqual({ low: expect.closeTo(0.85, 9) as number, high: 1 });
  });

  it('come from the history where it speaks, and from nowhere for a kind that is in no forecast', () => {
    const { summary } = smallHistory();
    const levers = leversOf(COMPANY, summary, START);
    expect(levers.map(({ key, basis, value }) => [key, basis, value])).toEqual([
      ['seed.leads', 'history', 20],
      ['seed.winRate', 'history', 0.25],
      ['seed.days', 'history', 25],
      ['seed.dealValue', 'history', 1_000],
    ]);
    const basis = { leads: 'plan', closing: 'history', value: 'history' } as const;
    const mixed = planWith({ seed: { ...SURE_SEED, basis }, net: { ...SURE_NET, basis } });
    const keys = leversOf(mixed, summary, START).map((lever) => `${lever.basis}:${lever.key}`);
    expect(keys).toContain('plan:seed.leads');
    expect(keys).toContain('history:seed.winRate');
    expect(keys).toContain('plan:net.winRate');
    expect(keys.some((key) => key.includes('spear'))).toBe(false);
  });
});

describe('win rate', () => {
  it('scales the odds of all stages by one factor', () => {
    const before = [0.5, 0.4, 0.8, 1];
    const after = stagesForWinRate(before, 0.3);
    expect(after.reduce((product, share) => product * share, 1)).toBeCloseTo(0.3, 12);
    const factors = after.slice(0, 3).map((share, index) => oddsFactor(before[index] ?? 0, share));
    factors.forEach((factor) => expect(factor).toBeCloseTo(factors[0] ?? 0, 9));
    expect(after[3]).toBe(1);
  });

  it('stays a share at any factor', () => {
    for (const factor of [0, 1e-300, 0.5, 2, 1e300, Infinity]) {
      for (const share of [0, 1e-12, 0.3, 1 - 1e-12, 1]) {
        expect(scaleOdds(share, factor)).toBeGreaterThanOrEqual(0);
        expect(scaleOdds(share, factor)).toBeLessThanOrEqual(1);
      }
    }
  });
});
