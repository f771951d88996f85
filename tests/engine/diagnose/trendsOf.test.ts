import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthOfDay, trendsOf, type Deal, type Trend } from '../../../src/engine';
import { healthyCompany } from '../../bench/diagnoseCompanies';
import { arbitraryDeals, MIDDLE_DAY } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';

const SEED = 78;

function trend(trends: readonly Trend[], measure: Trend['measure'], kind: Trend['kind'] = null): Trend {
  const found = trends.find((each) => each.measure === measure && each.kind === kind);
  if (found === undefined) throw new Error(`no trend of ${measure}`);
  return found;
}

describe('trendsOf, worked by hand', () => {
  /** One lead on each 10th day; every other is won after 20 days for 100, the others lost. */
  const deals = Array.from({ length: 80 }, (_, index): Deal => {
    const created = MIDDLE_DAY - 800 + 10 * index;
    const closed = created + 20;
    if (closed > MIDDLE_DAY) return dealOf({ id: `${index}`, created });
    return dealOf({
      id: `${index}`,
      created,
      closed,
      outcome: index % 2 ? 'won' : 'lost',
      amount: index % 2 ? 100 : 50,
    });
  });
  const trends = trendsOf({ deals, dataDay: MIDDLE_DAY, currency: 'SEK' });

  it('tells leads, value and cycle of each month, and those of a year before', () => {
    expect(trends).toHaveLength(4);
    const leads = trend(trends, 'leads', 'net');
    expect(leads.points.at(-1)).toMatchObject({ month: '2024-09', value: 2, n: 2, isWhole: true });
    expect(trend(trends, 'value', 'net').center).toBeCloseTo(100, 6);
    expect(trend(trends, 'cycle', 'net').center).toBeCloseTo(20, 6);
    expect(leads.points.at(-1)?.lastYear).toBe(3);
    expect(leads.points).toHaveLength(24);
  });

  it('tells the conversion of every month at the usual rates: half, though the youngest leads are open', () => {
    const conversion = trend(trends, 'conversion', 'net');
    // Kinds are drawn to the pool by three leavings a bin: the pool is this kind.
    expect(conversion.center).toBeCloseTo(0.5, 1);
    expect(trends.flatMap(({ flags }) => flags)).toEqual([]);
  });
});

describe('trendsOf, on simulated companies', () => {
  it('flags few charts of companies in which nothing but the intake changes', () => {
    const charts = Array.from({ length: 12 }, (_, index) => healthyCompany(4 * index, SEED)).flatMap(
      (company) => trendsOf({ deals: company.deals, dataDay: company.dataDay, currency: 'USD' }),
    );
    const flagged = charts.filter(({ flags }) => flags.length > 0);
    expect(flagged.length / charts.length).toBeLessThan(0.03);
  });

  it('flags leads that have halved, as a run since they did', () => {
    const { deals, dataDay } = healthyCompany(0, SEED);
    const from = dataDay - 130;
    const halved = deals.filter(({ created }, index) => created < from || index % 2 === 0);
    const [flag] = trend(trendsOf({ deals: halved, dataDay, currency: 'USD' }), 'leads').flags;
    expect(flag).toMatchObject({ direction: 'down' });
    expect(flag!.from >= addMonths(monthOfDay(from), -1)).toBe(true);
    expect(flag!.change).toBeLessThan(-0.25);
  });
});

describe('trendsOf, for any history', () => {
  it('is finite, and its limits lie around the centre', () => {
    fc.assert(
      fc.property(arbitraryDeals(60), (deals) => {
        for (const { points, center, measure } of trendsOf({ deals, dataDay: MIDDLE_DAY, currency: 'SEK' })) {
          for (const { value, low, high, n, lastYear } of points) {
            for (const number of [value, low, high, n, lastYear])
              expect(number === null || Number.isFinite(number)).toBe(true);
            if (low === null || high === null || center === null) continue;
            expect(low).toBeLessThanOrEqual(high);
            // Leads are told by month, the centre by an ordinary one.
            if (measure === 'conversion') expect(low <= center && high >= center).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is empty without deals', () => {
    expect(trendsOf({ deals: [], dataDay: MIDDLE_DAY, currency: 'SEK' })).toEqual([]);
  });
});
