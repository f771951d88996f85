import { describe, expect, it } from 'vitest';
import { exactMean, simulate, type Cost, type FunnelModel } from '../../../src/engine';
import { kindOf, modelOf, stages } from './models';

const sure = { doubt: 0, perLeadDoubt: 0 };
const nets: Cost = { kind: 'net', monthly: [500, 1000, 1200, 0], perLead: 30, ...sure };
const company: Cost = { kind: null, monthly: [4000, 8000, 8000, 8000], perLead: 5, ...sure };
const model: FunnelModel = modelOf({
  count: 4,
  startDay: 15,
  kinds: [kindOf('seed', [4, 8, 8, 8], stages([0.5, 0])), kindOf('net', [10, 20, 20, 40], stages([0.2, 30]))],
  costs: [nets, company],
});

// month   nets: fixed + 30 × leads   company: fixed + 5 × all leads   sum
// Jan           500 +  300 =   800          4000 +  70 = 4070          4870
// Feb          1000 +  600 =  1600          8000 + 140 = 8140          9740
// Mar          1200 +  600 =  1800          8000 + 140 = 8140          9940
// Apr             0 + 1200 =  1200          8000 + 240 = 8240          9440
const NETS = [800, 1600, 1800, 1200];
const TOTAL = [4870, 9740, 9940, 9440];

describe('cost', () => {
  it('is the table’s: fixed by month, by the lead, of a kind and of the company', () => {
    const forecast = simulate(model, { paths: 3, seed: 1 });
    forecast.months.forEach(({ cost, kinds }, month) => {
      expect(cost).toMatchObject({ mean: TOTAL[month], q05: TOTAL[month], q95: TOTAL[month] });
      expect(kinds.map((kind) => kind.cost)).toEqual([0, NETS[month]]);
    });
    expect(forecast.quarters.map(({ cost }) => cost!.mean)).toEqual([24_550, 9440]);
    expect(forecast.years[0]!.cost!.q50).toBe(33_990);
    expect(forecast.nextTwelve.kinds.map((kind) => kind.cost)).toEqual([0, 5400]);
    exactMean(model).forEach(({ cost, kinds }, month) => {
      expect(cost).toBe(TOTAL[month]);
      expect(kinds.map((kind) => kind.cost)).toEqual([0, NETS[month]]);
    });
  });

  it('is null, not nothing, where a model has none', () => {
    const { months, nextTwelve } = simulate({ ...model, costs: [] }, { paths: 2, seed: 1 });
    expect([months[0]!.cost, nextTwelve.cost]).toEqual([null, null]);
    expect(months[0]!.kinds.map((kind) => kind.cost)).toEqual([0, 0]);
    expect(exactMean({ ...model, costs: [] })[0]!.cost).toBeNull();
  });

  it('is also paid for leads that customers refer, and shows a kind that only costs', () => {
    const [seed] = model.kinds;
    const referred: FunnelModel = {
      ...model,
      kinds: [
        { ...seed!, arrivals: { ...seed!.arrivals, perCustomer: 0.5, overdispersion: 0.3, doubt: 0.2 } },
      ],
      customers: { active: 10, monthlyChurn: 0.1, activeDoubt: 0.3, churnDoubt: 0 },
      costs: [{ kind: 'seed', monthly: [], perLead: 7, ...sure }, nets],
    };
    for (const { kinds } of simulate(referred, { paths: 50, seed: 4 }).months) {
      expect(kinds[0]!.cost / (7 * kinds[0]!.leads)).toBeCloseTo(1, 9);
      expect(kinds[1]).toMatchObject({ kind: 'net', leads: 0, wins: 0 });
    }
    const [first] = exactMean(referred);
    expect(first!.kinds[0]!.cost).toBeCloseTo(7 * (4 + (0.5 * 10 * 16) / 31), 9);
  });

  it('has the doubt of its fixed part and of its price by the lead, each a factor of mean 1', () => {
    const doubted: FunnelModel = {
      ...model,
      costs: [
        { kind: 'net', monthly: [1000, 1000], doubt: 0.2, perLead: 0, perLeadDoubt: 0 },
        { kind: null, monthly: [0, 0, 500], doubt: 0, perLead: 10, perLeadDoubt: 0.3 },
      ],
      kinds: [kindOf('net', [0, 0, 100], stages([0.5, 0]))],
    };
    const { months, nextTwelve } = simulate(doubted, { paths: 20_000, seed: 5 });
    const [first, , third] = months.map(({ cost }) => cost!);
    // An sd by two quantiles of 20,000 paths has a standard error of 1 %; 4.5 of them. Means: 0.14 and 0.14 %.
    expect(Math.abs(Math.log(first!.q90 / first!.q10) / (2 * 1.2816 * 0.2) - 1)).toBeLessThan(0.045);
    expect(Math.abs(first!.mean / 1000 - 1)).toBeLessThan(0.0065);
    expect(Math.abs(Math.log((third!.q90 - 500) / (third!.q10 - 500)) / (2 * 1.2816 * 0.3) - 1)).toBeLessThan(
      0.045,
    );
    expect(Math.abs(third!.mean / 1500 - 1)).toBeLessThan(0.0065);
    expect(nextTwelve.cost!.mean).toBeCloseTo(
      months.reduce((sum, { cost }) => sum + cost!.mean, 0),
      6,
    );
  });

  it('of one kind draws the same whatever costs come before it', () => {
    const request = { paths: 40, seed: 6 };
    const doubted = { ...nets, doubt: 0.3, perLeadDoubt: 0.2 };
    const alone = simulate({ ...model, costs: [doubted] }, request).nextTwelve.kinds[1]!.cost;
    const later = simulate({ ...model, costs: [{ ...company, doubt: 0.4 }, doubted] }, request);
    expect(later.nextTwelve.kinds[1]!.cost).toBe(alone);
  });
});
