import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  exactMean,
  type FunnelModel,
  type KindModel,
  type ScenarioChange,
} from '../../../src/engine';
import { guessed, planWith, sure, SURE_NET } from '../plan/surePlan';
import { deepFreeze, kindOf, modelOf, stages } from '../simulate/models';
import { change, costByMonth, during, sum, valueByMonth, winsByMonth } from './changeCases';

const PLAN = planWith({});
/** Won at once: what a month brings is won in it. */
const AT_ONCE = stages([0.2, 0]);
const twelve = (each: number): number[] => new Array<number>(12).fill(each);
const seeds = (patch: Partial<KindModel> = {}): KindModel => ({
  ...kindOf('seed', twelve(10), AT_ONCE),
  ...patch,
});
const apply = (model: FunnelModel, changes: readonly ScenarioChange[], plan = PLAN) =>
  applyChanges(deepFreeze(model), deepFreeze(plan), deepFreeze(changes));

describe('applyChanges', () => {
  const model = modelOf({ kinds: [seeds(), kindOf('net', twelve(20), AT_ONCE, 500)] });

  it('returns the very same model where nothing changes', () => {
    const nothing = [
      change({ what: 'leads', kind: 'all', factor: 1 }),
      change({ what: 'cost', kind: null, perMonth: 0 }),
      change({ what: 'prospectors', heads: 0 }),
      change({ what: 'winRate', kind: 'seed', factor: 2 }, { isOn: false }),
    ];
    expect(apply(model, nothing)).toEqual({ model, notes: [] });
    expect(applyChanges(model, PLAN, nothing).model).toBe(model);
    expect(applyChanges(model, PLAN, []).model).toBe(model);
  });

  it('says so of a change that lies outside the forecast, before it or after', () => {
    const before = change({ what: 'leads', kind: 'all', factor: 2 }, during('2025-10', 3));
    const after = change({ what: 'leads', kind: 'all', factor: 2 }, during('2027-01', null));
    const { model: same, notes } = applyChanges(model, PLAN, [before, after]);
    expect(same).toBe(model);
    expect(notes).toEqual([
      { changeId: before.id, code: 'outsideForecast', params: {} },
      { changeId: after.id, code: 'outsideForecast', params: {} },
    ]);
  });

  it('changes the months of the change only, cut to the forecast, and multiplies factors', () => {
    // Seeds win 10 × 0.2 a month, each worth 1,000.
    const { model: changed } = apply(model, [
      change({ what: 'leads', kind: 'seed', factor: 1.5 }, during('2025-11', 4)),
      change({ what: 'leads', kind: 'seed', factor: 0.4 }, during('2026-02', 2)),
    ]);
    const wins = winsByMonth({ ...changed, kinds: changed.kinds.slice(0, 1) });
    expect(wins.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([3, 1.2, 0.8, ...twelve(2).slice(3)]);
    expect(changed.kinds[1]).toBe(model.kinds[1]);
  });

  it('changes leads that customers refer as well, and none that came before', () => {
    const kind = seeds();
    const own = modelOf({
      kinds: [
        {
          ...kind,
          arrivals: { ...kind.arrivals, before: [5, 6], perCustomer: 0.1, perCustomerByMonth: [2] },
        },
      ],
    });
    const { model: changed } = apply(own, [
      change({ what: 'leads', kind: 'all', factor: 3 }, during('2026-01', 2)),
    ]);
    expect(changed.kinds[0]?.arrivals).toMatchObject({
      monthly: [30, 30, ...twelve(10).slice(2)],
      before: [5, 6],
      perCustomerByMonth: [6, 3, ...twelve(1).slice(2)],
    });
  });

  it('changes the wins decided in the months of a changed win rate, of new leads and open deals', () => {
    const own = modelOf({
      kinds: [seeds()],
      open: [{ kind: 'seed', count: 2, winChance: twelve(0.05), value: { mean: 100, variation: 0 } }],
    });
    const { model: changed, notes } = apply(own, [
      change({ what: 'winRate', kind: 'seed', factor: 0.5 }, during('2026-03', 1)),
    ]);
    expect(notes).toEqual([]);
    expect(winsByMonth(changed).slice(0, 4)).toEqual([2.1, 2.1, 1.05, 2.1]);
  });

  it('ends a win rate at 1, and says so', () => {
    const rise = change({ what: 'winRate', kind: 'all', factor: 8 });
    const own = modelOf({
      kinds: [seeds()],
      open: [{ kind: 'net', count: 1, winChance: twelve(0.05), value: { mean: 100, variation: 0 } }],
    });
    const { model: changed, notes } = apply(own, [rise]);
    // A model's parameters carry six digits. Of new leads 5 × 20 % is all; of the open deal 12 × 0.05 × 8 would be more than the deal.
    expect(winsByMonth(changed)[3]).toBeCloseTo(10 + 1 / 12, 6);
    expect(sum(changed.open[0]?.winChance ?? [])).toBeCloseTo(1, 12);
    expect(notes).toEqual([
      { changeId: rise.id, code: 'winRateAtMost', params: { kind: 'seed' } },
      { changeId: rise.id, code: 'winRateAtMost', params: { kind: 'net' } },
    ]);
  });

  it('takes nothing from other months where a chance ends at 1', () => {
    const own = modelOf({
      count: 3,
      open: [{ kind: 'seed', count: 1, winChance: [0.2, 0.5, 0.2], value: { mean: 1, variation: 0 } }],
    });
    const { model: changed } = apply(own, [
      change({ what: 'winRate', kind: 'all', factor: 5 }, during('2026-01', 1)),
    ]);
    expect(changed.open[0]?.winChance.map((each) => Number(each.toFixed(12)))).toEqual([0.3, 0.5, 0.2]);
  });

  it('changes the value of what is won in the months, of new leads and open deals', () => {
    const own = modelOf({
      kinds: [seeds({ level: { wins: [2], value: [1, 3] } })],
      open: [
        {
          kind: 'seed',
          count: 1,
          winChance: twelve(0.05),
          value: { mean: 100, variation: 0 },
          valueByMonth: [1, 2],
        },
      ],
    });
    const before = valueByMonth(own);
    const { model: changed } = apply(own, [
      change({ what: 'value', kind: 'all', factor: 1.1 }, during('2026-02', 2)),
    ]);
    const after = valueByMonth(changed);
    const ratios = after.map((value, month) => Number((value / (before[month] ?? NaN)).toFixed(9)));
    expect(ratios).toEqual([1, 1.1, 1.1, ...twelve(1).slice(3)]);
    expect(winsByMonth(changed)).toEqual(winsByMonth(own));
  });

  it('says so where a kind has neither leads nor deals', () => {
    const own = modelOf({
      kinds: [seeds()],
      open: [{ kind: 'net', count: 1, winChance: [0.1], value: { mean: 1, variation: 0 } }],
    });
    const notes = (what: 'leads' | 'value', kind: 'net' | 'spear') =>
      apply(own, [change({ what, kind, factor: 2 })]).notes.map(({ code, params }) => [code, params['kind']]);
    expect(notes('leads', 'net')).toEqual([['kindAbsent', 'net']]);
    expect(notes('value', 'net')).toEqual([]);
    expect(notes('value', 'spear')).toEqual([['kindAbsent', 'spear']]);
  });
});

describe('spend', () => {
  const costs = [{ kind: 'net' as const, monthly: twelve(1_000), doubt: 0.3, perLead: 2, perLeadDoubt: 0 }];
  const nets = modelOf({ kinds: [kindOf('net', twelve(20), AT_ONCE)], costs });

  it('changes leads by its elasticity and its cost in proportion', () => {
    const { model: changed, notes } = apply(nets, [
      change({ what: 'spend', factor: 2 }, during('2026-02', 1)),
    ]);
    const leads = 20 * 2 ** 0.7;
    expect(notes).toEqual([]);
    expect(changed.kinds[0]?.arrivals.monthly.slice(0, 3)).toEqual([20, leads, 20]);
    expect(changed.kinds[0]?.arrivals.tilts).toBeUndefined();
    const costThen = costByMonth(changed)[1] ?? NaN;
    // A model's parameters carry six digits.
    expect(costThen).toBeCloseTo(2_000 + 2 * leads, 3);
  });

  it('is as doubtful as its elasticity: |ln factor| × sd, as one more tilt', () => {
    const plan = planWith({ net: { ...SURE_NET, elasticity: guessed(0.7) } });
    const { model: changed } = apply(
      nets,
      [change({ what: 'spend', factor: 2 }, during('2026-02', 2))],
      plan,
    );
    const logSd = Math.log(3) / (2 * 1.2816);
    const sd = (0.7 * (Math.exp(logSd) - Math.exp(-logSd))) / 2;
    const [tilt = []] = changed.kinds[0]?.arrivals.tilts ?? [];
    expect(tilt[0]).toBe(0);
    expect(tilt[1]).toBeCloseTo(sd * Math.LN2, 12);
    expect(tilt[3]).toBe(0);
  });

  it('of nothing leaves nothing, without a tilt that is no number', () => {
    const plan = planWith({ net: { ...SURE_NET, elasticity: guessed(0.7) } });
    const { model: changed } = apply(
      nets,
      [change({ what: 'spend', factor: 0 }, during('2026-02', 1))],
      plan,
    );
    expect(changed.kinds[0]?.arrivals.monthly.slice(0, 3)).toEqual([20, 0, 20]);
    expect((changed.kinds[0]?.arrivals.tilts ?? []).flat().every((logSd) => logSd === 0)).toBe(true);
  });

  it('says where its cost is unknown, where nothing is spent, and where there are no nets', () => {
    const codes = (model: FunnelModel, plan = PLAN) =>
      apply(model, [change({ what: 'spend', factor: 2 })], plan).notes.map(({ code }) => code);
    expect(codes({ ...nets, costs: [] })).toEqual(['costUnknown']);
    expect(codes(nets, planWith({ net: { ...SURE_NET, spendPerMonth: sure(0) } }))).toEqual(['noSpend']);
    expect(codes(modelOf({ costs }))).toEqual(['kindAbsent']);
  });
});

describe('cost', () => {
  const model = modelOf({
    startDay: 15,
    kinds: [seeds()],
    costs: [{ kind: null, monthly: twelve(100), doubt: 0.4, perLead: 0, perLeadDoubt: 0 }],
  });

  it('is added for a kind or the company, of the first month what is left of it', () => {
    const { model: changed } = apply(model, [
      change({ what: 'cost', kind: 'seed', perMonth: 62 }, during('2026-01', 2)),
      change({ what: 'cost', kind: null, perMonth: 10 }, during('2026-02', 1)),
    ]);
    const added = costByMonth(changed).map((cost, month) => cost - (costByMonth(model)[month] ?? 0));
    // 16 of January's 31 days.
    expect(added.slice(0, 3)).toEqual([32, 72, 0]);
  });

  it('that is taken off ends at 0, and says so where there is none', () => {
    const less = change({ what: 'cost', kind: 'seed', perMonth: -5 });
    const { model: changed, notes } = apply(model, [
      change({ what: 'cost', kind: null, perMonth: -130 }, during('2026-02', 1)),
      less,
    ]);
    expect(costByMonth(changed).slice(0, 3)).toEqual([100, 0, 100]);
    expect(notes).toEqual([{ changeId: less.id, code: 'costUnknown', params: {} }]);
  });
});

describe('churn', () => {
  const customers = { active: 100, monthlyChurn: 0.1, activeDoubt: 0, churnDoubt: 0 };
  const recurring = {
    today: 1_000,
    todayDoubt: 0,
    monthsInDealValue: 12,
    monthlyExpansion: 0,
    expansionDoubt: 0,
  };

  it('changes the share of customers and of their revenue that a month loses', () => {
    const model = modelOf({ customers, recurring });
    const { model: changed, notes } = apply(model, [
      change({ what: 'churn', factor: 0.5 }, during('2026-02', 1)),
    ]);
    expect(notes).toEqual([]);
    // 100 × 0.9 × 0.95 × 0.9, and of the 1,000 a month likewise.
    const { customers: left, recurring: revenue } = exactMean(changed)[2] ?? {};
    expect(left).toBeCloseTo(76.95, 9);
    expect(revenue).toBeCloseTo(769.5, 9);
  });

  it('says so where nobody counts customers', () => {
    const { model: same, notes } = apply(modelOf({}), [change({ what: 'churn', factor: 0.5 })]);
    expect(same.customers).toBeNull();
    expect(notes.map(({ code }) => code)).toEqual(['noCustomers']);
  });
});
