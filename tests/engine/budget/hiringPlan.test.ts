import { describe, expect, it } from 'vitest';
import {
  drawBudgetBase,
  firstDayOfMonth,
  hiringPlan,
  type BudgetRequest,
  type Plan,
} from '../../../src/engine';
import { finish, HIRING_PLAN, requestOf, startOf } from './budgetCases';

function hiringOf(patch: Partial<BudgetRequest> = {}, plan: Plan = HIRING_PLAN, months = 12) {
  const request = requestOf({ period: 'year', ...patch });
  const base = finish(drawBudgetBase(startOf(plan, months), request));
  return finish(hiringPlan(base, request));
}

describe('hiringPlan', () => {
  it('finds the last start that pays by hand: k months cost 900 k and win 1,000 (k − 1), so k must be at least 11', () => {
    const [year] = hiringOf().last;
    expect(year?.span).toEqual({ from: '2026-01', to: '2026-12' });
    expect(year?.pays).toBe(firstDayOfMonth('2026-02'));
    // Ten deals in the month after joining: who starts in November still wins.
    expect(year?.wins).toBe(firstDayOfMonth('2026-11'));
  });

  it('has none that pays where people cost more than they bring', () => {
    const dear = {
      ...HIRING_PLAN.company,
      costPerProspector: { ...HIRING_PLAN.company.costPerProspector, value: 1_000 },
    };
    const [year] = hiringOf({}, { ...HIRING_PLAN, company: dear }).last;
    expect(year?.pays).toBeNull();
    expect(year?.wins).toBe(firstDayOfMonth('2026-11'));
  });

  it('tells the next fiscal year only where all of it is forecast', () => {
    expect(hiringOf({}, HIRING_PLAN, 23).last).toHaveLength(1);
    expect(hiringOf({}, HIRING_PLAN, 24).last.map(({ span }) => span.from)).toEqual(['2026-01', '2027-01']);
  });

  it('hires as many as the gap takes: 12,000 expected, one more from January brings 11,000, 25,000 wanted', () => {
    const found = hiringOf({ target: 25_000 });
    expect(found.starts).toHaveLength(12);
    expect(found.starts[0]).toMatchObject({ month: '2026-01' });
    expect(found.starts[0]?.value).toBeCloseTo(11_000, 6);
    expect(found.starts[0]?.cost).toBeCloseTo(10_800, 6);
    expect(found.starts[0]?.heads).toBe(2);
    // From June on one brings 6,000.
    expect(found.starts[5]?.heads).toBe(3);
    // Who starts in December wins nothing any more.
    expect(found.starts[11]?.heads).toBeNull();
    expect(found.suggestion).toMatchObject({ month: '2026-01', heads: 2 });
    expect(found.suggestion?.chance).toBeGreaterThan(0.9);
    expect(found.chance).toBe(0);
  });

  it('asks for nobody where the target is expected anyway', () => {
    const found = hiringOf({ target: 6_000 });
    expect(found.starts.every(({ heads }) => heads === 0)).toBe(true);
    expect(found.suggestion).toBeNull();
  });

  it('tells what hires bring where nobody has said what one costs, but not whether they pay', () => {
    const unsaid = { ...HIRING_PLAN.company.costPerProspector, value: 0, from: 'default' as const };
    const plan = { ...HIRING_PLAN, company: { ...HIRING_PLAN.company, costPerProspector: unsaid } };
    const found = hiringOf({ target: 25_000 }, plan);
    expect(found.obstacle).toBe('costUnknown');
    expect(found.places).toEqual([{ kind: null, of: 'costPerProspector' }]);
    expect(found.starts[0]).toMatchObject({ heads: 2, cost: null });
    expect(found.last[0]?.pays).toBeNull();
    expect(found.last[0]?.wins).toBe(firstDayOfMonth('2026-11'));
  });
});
