import { describe, expect, it } from 'vitest';
import { build, dayFromDate, defaultPlan, withAssumption, type Plan } from '../../../src/engine';
import { areCostsKnown, buildKnownCosts } from '../../../src/engine/plan/buildCosts';
import { between, planWith, roughly, sure, SURE_NET, SURE_SPEAR } from './surePlan';
import { readColumn } from './readTable';

const OPTIONS = {
  startDay: dayFromDate(2026, 1, 1) ?? NaN,
  horizonMonths: 12,
  fiscalYearStart: 1,
  currency: 'EUR',
};
const ROUGHLY = Math.log(1.2 / 0.8) / 2.5632;

function costing(
  kinds: Partial<Plan['kinds']>,
  company: Partial<Plan['company']>,
  patch: Partial<Plan> = {},
): Plan {
  const plan = planWith({ net: { ...SURE_NET, spendPerMonth: sure(0) }, ...kinds }, patch);
  return { ...plan, company: { ...plan.company, ...company } };
}

const costsOf = (plan: Plan, startDay = OPTIONS.startDay) => build(plan, { ...OPTIONS, startDay }).costs;

describe('buildCosts', () => {
  it('pays everybody on the payroll in full, new ones too', () => {
    const spear = {
      ...SURE_SPEAR,
      attritionPerMonth: sure(0.03),
      ramp: [0.1, 0.4, 0.7].map(sure),
      hires: [{ month: '2026-03' as const, heads: 3 }],
    };
    const [cost] = costsOf(costing({ spear }, { costPerProspector: sure(8_000) }));
    expect(cost).toMatchObject({ kind: 'spear', doubt: 0, perLead: 0 });
    const heads = readColumn('spears', 'heads');
    cost?.monthly.forEach((paid, month) => expect(paid).toBeCloseTo(8_000 * (heads[month] ?? NaN), 3));
  });

  it('has spend in nets, leads in their kind, sellers in the company, of the first month what is left', () => {
    const plan = costing(
      { net: { ...SURE_NET, spendPerMonth: sure(3_100), costPerLead: roughly(5) } },
      { sellers: sure(2), costPerSeller: sure(6_200) },
      { sellerHires: [{ month: '2026-02', heads: 1 }] },
    );
    const rest = { doubt: 0, perLead: 0, perLeadDoubt: 0 };
    const months = (first: number, second: number): number[] => [
      first,
      ...new Array<number>(11).fill(second),
    ];
    expect(costsOf(plan, OPTIONS.startDay + 30)).toEqual([
      { ...rest, kind: 'net', monthly: months(100, 3_100), perLead: 5, perLeadDoubt: ROUGHLY },
      { ...rest, kind: null, monthly: months(400, 18_600) },
    ]);
  });

  it('is none where nothing costs anything', () => {
    expect(costsOf(costing({}, {}))).toEqual([]);
  });

  it('doubts heads times price as their product, and heads less the more are yet to come', () => {
    const price = { costPerProspector: roughly(8_000) };
    const [product] = costsOf(costing({ spear: { ...SURE_SPEAR, prospectors: roughly(2) } }, price));
    expect(product?.doubt).toBeCloseTo(Math.hypot(ROUGHLY, ROUGHLY), 9);
    const spear = {
      ...SURE_SPEAR,
      prospectors: roughly(2),
      hires: [{ month: '2026-01' as const, heads: 2 }],
    };
    const [half] = costsOf(costing({ spear }, price));
    const ofHeads = Math.log((2 * Math.exp(ROUGHLY) + 2) / (2 * Math.exp(-ROUGHLY) + 2)) / 2;
    expect(half?.doubt).toBeCloseTo(Math.hypot(ROUGHLY, ofHeads), 9);
  });

  it('doubts attrition by what it does to the total', () => {
    const spear = { ...SURE_SPEAR, attritionPerMonth: between(0.03, 0.02, 0.04) };
    const [cost] = costsOf(costing({ spear }, { costPerProspector: sure(1) }));
    const totalAt = (attrition: number): number => (1 - (1 - attrition) ** 12) / attrition;
    const sd = 0.01 / 1.2816;
    expect(cost?.doubt).toBeCloseTo(Math.log(totalAt(0.03 - sd) / totalAt(0.03 + sd)) / 2, 9);
  });
});

describe('known costs', () => {
  const plan = defaultPlan('SEK');
  const known = (of: Plan) => buildKnownCosts(of, ['seed', 'net', 'spear'], OPTIONS.startDay, 2);

  it('are none while all are defaults', () => {
    expect(areCostsKnown(plan)).toBe(false);
    expect(known(plan)).toEqual([]);
  });

  it('are those that somebody has said, and no others', () => {
    const said = withAssumption(plan, { kind: 'net', of: 'spendPerMonth' }, { value: 70_000, from: 'typed' });
    expect(areCostsKnown(said)).toBe(true);
    expect(known(said).map(({ kind, monthly }) => [kind, monthly])).toEqual([['net', [70_000, 70_000]]]);
    const both = withAssumption(said, { kind: null, of: 'costPerSeller' }, { from: 'typed' });
    expect(known(both).map(({ kind }) => kind)).toEqual(['net', null]);
  });
});
