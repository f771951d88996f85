import { describe, expect, it } from 'vitest';
import { applyChanges, build, type FunnelModel, type Plan, type SpearPlan } from '../../../src/engine';
import { START_DAY } from '../goal/goalCases';
import { guessed, planWith, roughly, sure, SURE_SPEAR } from '../plan/surePlan';
import { kindOf, modelOf, stages } from '../simulate/models';
import { change, costByMonth, during } from './changeCases';

const OPTIONS = { startDay: START_DAY + 10, horizonMonths: 12, fiscalYearStart: 1, currency: 'EUR' };
const RAMP = [sure(0.2), sure(0.6)];

/** Two prospectors who bring 10 leads a month each, of whom a tenth leaves each month; 500 a month each. */
function planOf(spear: Partial<SpearPlan> = {}, patch: Partial<Plan> = {}): Plan {
  const plan = planWith(
    {
      spear: {
        ...SURE_SPEAR,
        growthPerMonth: sure(0),
        leadsPerProspector: sure(10),
        attritionPerMonth: sure(0.1),
        ramp: RAMP,
        ...spear,
      },
    },
    patch,
  );
  return { ...plan, company: { ...plan.company, costPerProspector: sure(500) } };
}
const joining = (heads: number, patch = during('2026-03', null)) =>
  change({ what: 'prospectors', heads }, patch);
const spearLeads = (model: FunnelModel): number[] =>
  (model.kinds.find(({ kind }) => kind === 'spear')?.arrivals.monthly ?? []).map((leads) =>
    Number(leads.toFixed(9)),
  );

describe('prospectors who join a planned team', () => {
  it('are the hires of the plan: leads, doubts and cost', () => {
    const doubted = {
      prospectors: roughly(2),
      leadsPerProspector: guessed(10),
      ramp: [roughly(0.2), guessed(0.6)],
    };
    const plan = planOf({ ...doubted, hires: [{ month: '2026-02', heads: 1 }] });
    const hired = planOf({
      ...doubted,
      hires: [
        { month: '2026-02', heads: 1 },
        { month: '2026-03', heads: 2 },
      ],
    });
    const { model, notes } = applyChanges(build(plan, OPTIONS), plan, [joining(2)]);
    const expected = build(hired, OPTIONS);
    expect(notes).toEqual([]);
    const spears = (of: FunnelModel) => of.kinds.find(({ kind }) => kind === 'spear');
    expect(spearLeads(model)).toEqual(spearLeads(expected));
    expect(spears(model)?.arrivals.doubt).toBeCloseTo(spears(expected)?.arrivals.doubt ?? NaN, 12);
    const tilts = (of: FunnelModel) => spears(of)?.arrivals.tilts?.flat() ?? [];
    expect(tilts(model)).toHaveLength(tilts(expected).length);
    tilts(model).forEach((logSd, index) => expect(logSd).toBeCloseTo(tilts(expected)[index] ?? NaN, 9));
    costByMonth(model).forEach((cost, month) =>
      expect(cost).toBeCloseTo(costByMonth(expected)[month] ?? NaN, 2),
    );
  });

  it('are there for as long as the change lasts', () => {
    const plan = planOf({ attritionPerMonth: sure(0) });
    const base = build(plan, OPTIONS);
    const { model } = applyChanges(base, plan, [joining(1, during('2026-02', 3))]);
    const before = spearLeads(base);
    // 20 %, 60 % and 100 % of 10.
    expect(spearLeads(model).map((leads, month) => leads - (before[month] ?? 0))).toEqual(
      [0, 2, 6, 10, 0, 0, 0, 0, 0, 0, 0, 0].map((leads) => expect.closeTo(leads, 8) as number),
    );
  });

  it('who joined before the forecast begins are further up the ramp', () => {
    const plan = planOf({ attritionPerMonth: sure(0) });
    const base = build(plan, OPTIONS);
    const { model } = applyChanges(base, plan, [joining(1, during('2025-12', null))]);
    // January has 21 of its 31 days left: 60 % of 10, then all.
    expect(spearLeads(model)[0]).toBeCloseTo(((20 + 6) * 21) / 31, 9);
    expect(spearLeads(model)[1]).toBeCloseTo(30, 9);
  });
});

describe('prospectors who leave', () => {
  it('take full output along, down to nobody', () => {
    const plan = planOf({ attritionPerMonth: sure(0) });
    const base = build(plan, OPTIONS);
    const leave = applyChanges(base, plan, [joining(-1)]);
    expect(leave.notes).toEqual([]);
    expect(spearLeads(leave.model).slice(1, 4)).toEqual([20, 10, 10]);
    // 1,000 are spent on nets.
    expect(costByMonth(leave.model).slice(1, 4)).toEqual([2_000, 1_500, 1_500]);
    const all = applyChanges(base, plan, [joining(-1), joining(-5, during('2026-04', 2))]).model;
    expect(spearLeads(all).slice(1, 6)).toEqual([20, 10, 0, 0, 10]);
    expect(costByMonth(all).slice(1, 6)).toEqual([2_000, 1_500, 1_000, 1_000, 1_500]);
  });

  it('are said not to be there where there are none', () => {
    const plan = planOf({ prospectors: sure(0) });
    const { notes } = applyChanges(build(plan, OPTIONS), plan, [joining(-1)]);
    expect(notes.map(({ code }) => code)).toEqual(['noProspectors']);
  });

  it('are said to be more than there are', () => {
    const plan = planOf();
    const noted = (...heads: number[]) =>
      applyChanges(
        build(plan, OPTIONS),
        plan,
        heads.map((each, at) => ({ ...joining(each), id: String(at) })),
      ).notes.map(({ code, params }) => [code, params]);
    expect(noted(-2)).toEqual([]);
    expect(noted(-5)).toEqual([['fewerProspectors', { heads: 2 }]]);
    expect(noted(-2, -1)).toEqual([['fewerProspectors', { heads: 1 }]]);
    expect(noted(-3, 4)).toEqual([]);
  });
});

describe('prospectors beside a history', () => {
  const history = [{ month: '2025-12' as const, kind: 'spear' as const, leads: 30, wins: 3, value: 9 }];
  const fitted = modelOf({
    kinds: [kindOf('spear', new Array<number>(12).fill(30), stages([0.2, 20]))],
    costs: [
      { kind: 'spear', monthly: new Array<number>(12).fill(1_000), doubt: 0, perLead: 0, perLeadDoubt: 0 },
    ],
    history,
  });

  it('change its leads as the team changes against today’s', () => {
    const plan = planOf({ attritionPerMonth: sure(0) });
    const { model } = applyChanges(fitted, plan, [joining(1)]);
    // Two bring 30: who joins in March brings 15 × 20 %, 60 %, then 15.
    expect(spearLeads(model).slice(1, 6)).toEqual([30, 33, 39, 45, 45]);
    expect(costByMonth(model).slice(1, 4)).toEqual([1_000, 1_500, 1_500]);
    expect(spearLeads(applyChanges(fitted, plan, [joining(-1)]).model).slice(1, 4)).toEqual([30, 15, 15]);
  });

  it('change nothing, and say so, where nobody has said how many there are', () => {
    const prospectors = { ...sure(1), from: 'default' as const };
    const unsaid = { attritionPerMonth: sure(0), prospectors };
    for (const from of ['default', 'history'] as const) {
      const plan = planOf({ ...unsaid, leadsPerProspector: { ...sure(10), from } });
      for (const heads of [1, -5]) {
        const { model, notes } = applyChanges(fitted, plan, [joining(heads)]);
        expect(model).toEqual(fitted);
        expect(notes.map(({ code }) => code)).toEqual(['teamUnknown']);
      }
    }
    const typed = planOf({ ...unsaid, leadsPerProspector: { ...sure(10), from: 'typed' } });
    const { model, notes } = applyChanges(fitted, typed, [joining(1)]);
    expect(spearLeads(model).slice(1, 6)).toEqual([30, 32, 36, 40, 40]);
    expect(notes).toEqual([]);
  });

  it('add what the plan says where nobody is there today', () => {
    const plan = planOf({ attritionPerMonth: sure(0), prospectors: sure(0) });
    const { model } = applyChanges(fitted, plan, [joining(1)]);
    expect(spearLeads(model).slice(1, 6)).toEqual([30, 32, 36, 40, 40]);
  });

  it('begin with outbound where there was none, whatever the plan says of today', () => {
    const without = modelOf({ kinds: [kindOf('seed', [5], stages([0.2, 20]))], history });
    const plan = planOf({ attritionPerMonth: sure(0) });
    const { model, notes } = applyChanges(without, plan, [joining(2)]);
    expect(notes).toEqual([]);
    expect(spearLeads(model).slice(0, 6)).toEqual([0, 0, 4, 12, 20, 20]);
    expect(costByMonth(model).slice(1, 4)).toEqual([0, 1_000, 1_000]);
    expect(model.kinds.map(({ kind }) => kind)).toEqual(['seed', 'spear']);
    expect(applyChanges(without, plan, [joining(-1)]).notes.map(({ code }) => code)).toEqual([
      'noProspectors',
    ]);
  });

  it('are said to cost what nobody knows where nobody has said it', () => {
    const plan = planOf({});
    const { notes } = applyChanges({ ...fitted, costs: [] }, plan, [joining(1)]);
    expect(notes.map(({ code }) => code)).toEqual(['costUnknown']);
  });
});

describe('a hiring freeze', () => {
  const hires = [
    { month: '2026-02' as const, heads: 1 },
    { month: '2026-06' as const, heads: 1 },
  ];

  it('leaves out the plan’s hires of its months, prospectors and sellers', () => {
    const plan = planOf({ hires }, { sellerHires: hires });
    const costly = { ...plan, company: { ...plan.company, sellers: sure(1), costPerSeller: sure(800) } };
    const kept = {
      ...costly,
      kinds: { ...costly.kinds, spear: { ...costly.kinds.spear, hires: hires.slice(1) } },
      sellerHires: hires.slice(1),
    };
    const freeze = change({ what: 'hiringFreeze' }, during('2026-01', 3));
    const { model, notes } = applyChanges(build(costly, OPTIONS), costly, [freeze]);
    expect(notes).toEqual([]);
    expect(spearLeads(model)).toEqual(spearLeads(build(kept, OPTIONS)));
    costByMonth(model).forEach((cost, month) =>
      expect(cost).toBeCloseTo(costByMonth(build(kept, OPTIONS))[month] ?? NaN, 2),
    );
  });

  it('says so where nobody is to be hired then', () => {
    const plan = planOf({ hires });
    const { notes } = applyChanges(build(plan, OPTIONS), plan, [
      change({ what: 'hiringFreeze' }, during('2026-03', 2)),
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['nobodyToHire']);
  });
});
