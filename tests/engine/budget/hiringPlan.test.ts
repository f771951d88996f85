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

  it('advises no start that lies behind: in a plan from 1 January, looked at on 24 February, March is the first', () => {
    const today = firstDayOfMonth('2026-02') + 23;
    const found = hiringOf({ target: 25_000, today });
    expect(found.starts[0]?.month).toBe('2026-03');
    expect(found.suggestion?.month).toBe('2026-03');
    expect(hiringOf({ today: firstDayOfMonth('2026-03') }).starts[0]?.month).toBe('2026-03');
    // Too late in 2026 to pay: the last that did was February.
    expect(found.last[0]?.pays).toBeNull();
  });

  it('takes no default prospector for one of a company whose deals know none, until it is said what one brings', () => {
    const planned = startOf(HIRING_PLAN, 12);
    const past = { month: '2025-12', kind: 'seed', value: 100, wins: 1, leads: 1 } as const;
    const model = {
      ...planned.model,
      kinds: planned.model.kinds.filter(({ kind }) => kind !== 'spear'),
      history: [past],
    };
    const { spear } = HIRING_PLAN.kinds;
    const unsaid: Plan = {
      ...HIRING_PLAN,
      kinds: {
        ...HIRING_PLAN.kinds,
        spear: { ...spear, leadsPerProspector: { ...spear.leadsPerProspector, from: 'default' } },
      },
    };
    const hiringIn = (plan: Plan) => {
      const request = requestOf();
      const base = finish(drawBudgetBase({ model, plan }, request));
      return finish(hiringPlan(base, request));
    };
    expect(hiringIn(unsaid)).toMatchObject({
      obstacle: 'spearsUnknown',
      places: [{ kind: 'spear', of: 'leadsPerProspector' }],
      starts: [],
      last: [],
    });
    expect(hiringIn(HIRING_PLAN).starts.length).toBeGreaterThan(0);
  });
});
