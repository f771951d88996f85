import { describe, expect, it } from 'vitest';
import { defaultPlan, leversOf, type Lever, type LeverKey, type Plan } from '../../../src/engine';
import { applyLevers, canApply } from '../../../src/state/plan/applyLevers';
import { withBasis } from '../../../src/state/plan/figures';
import { historyOf, kindHistory } from './kindHistory';

const START = '2026-11';
const history = historyOf(kindHistory(), kindHistory({ kind: 'unsorted' }));
const PARTS = ['leads', 'closing', 'value'] as const;
const rests = withBasis(defaultPlan('SEK'), 'net', PARTS, 'history');

function leverAt(plan: Plan, key: LeverKey, summary: typeof history | null = null): Lever {
  const found = leversOf(plan, summary, START).find((lever) => lever.key === key);
  if (!found) throw new Error(`no lever ${key}`);
  return found;
}

describe('applyLevers', () => {
  it('turns several figures of the plan at once', () => {
    const plan = defaultPlan('SEK');
    const turned = applyLevers(
      plan,
      null,
      [
        { lever: leverAt(plan, 'net.leads'), to: 90 },
        { lever: leverAt(plan, 'spear.hires'), to: 2 },
      ],
      START,
    );
    expect(turned.kinds.net.leadsPerMonth).toMatchObject({ value: 90, from: 'typed' });
    expect(turned.kinds.spear.hires).toContainEqual({ month: START, heads: 2 });
    expect(turned.kinds.seed).toBe(plan.kinds.seed);
  });

  it('makes what rested on history the user’s own, starting from the deals', () => {
    const lever = leverAt(rests, 'net.leads', history);
    const { net } = applyLevers(rests, history, [{ lever, to: 60 }], START).kinds;
    expect(net.basis).toEqual({ leads: 'plan', closing: 'history', value: 'history' });
    expect(net.leadsPerMonth).toMatchObject({ value: 60, from: 'typed' });
  });

  it('sets win rate and days of one part together', () => {
    const settings = [
      { lever: leverAt(rests, 'net.winRate', history), to: 0.2 },
      { lever: leverAt(rests, 'net.days', history), to: 50 },
    ];
    const { stages } = applyLevers(rests, history, settings, START).kinds.net;
    expect(stages.reduce((share, { conversion }) => share * conversion.value, 1)).toBeCloseTo(0.2, 6);
    expect(stages.reduce((sum, { days }) => sum + days.value, 0)).toBeCloseTo(50, 6);
  });

  it('leaves alone what the plan has no figure for', () => {
    const lever = leverAt(rests, 'unsorted.leads', history);
    expect(canApply(lever)).toBe(false);
    expect(applyLevers(rests, history, [{ lever, to: 60 }], START)).toBe(rests);
  });
});
