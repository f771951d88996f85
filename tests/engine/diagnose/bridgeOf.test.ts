import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bridgeOf,
  bridgePeriods,
  createBridges,
  dayFromDate,
  defaultPlan,
  fit,
  isoDay,
  withAssumption,
  type Bridge,
  type BridgeGrounds,
  type BridgeRequest,
  type Deal,
} from '../../../src/engine';
import { healthyCompany, plantedCompany, type DiagnosedCompany } from '../../bench/diagnoseCompanies';
import { arbitraryDeals, MIDDLE_DAY } from '../deals/arbitraryDeals';

const SEED = 77;

function groundsOf(deals: readonly Deal[], dataDay: number, stages: readonly string[] = []): BridgeGrounds {
  const { summary } = fit(deals, { dataDay, stages, horizonMonths: 12, fiscalYearStart: 1, currency: 'USD' });
  return { deals, dataDay, stages, summary, currency: 'USD', fiscalYearStart: 1 };
}

function halfYear({ dataDay }: { dataDay: number }): BridgeRequest['period'] {
  return { from: dataDay - 181, to: dataDay };
}

function bridged(company: DiagnosedCompany, against: BridgeRequest['against'] = { by: 'before' }): Bridge {
  const bridge = bridgeOf(groundsOf(company.deals, company.dataDay, company.stages), {
    period: halfYear(company),
    against,
  });
  if (bridge === null) throw new Error('nothing to compare with');
  return bridge;
}

/** Every number in it, whatever its depth. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

function expectToAddUp({ parts, gap, volume, mix, luck, actual, compared }: Bridge): void {
  const size =
    Math.abs(actual) + Math.abs(compared) + parts.reduce((sum, { value }) => sum + Math.abs(value), 1);
  const sum = parts.reduce((total, { value }) => total + value, 0);
  // Some fifty numbers added up: 1e-11 of the largest is many times what rounding makes.
  expect(Math.abs(sum - gap) / size).toBeLessThan(1e-11);
  const leads = parts.reduce((total, { cause, value }) => total + (cause === 'leads' ? value : 0), 0);
  expect(Math.abs(volume + mix - leads) / size).toBeLessThan(1e-11);
  const chance = parts.find(({ cause }) => cause === 'chance')?.value ?? 0;
  expect(Math.abs(luck.wins + luck.sizes - chance) / size).toBeLessThan(1e-11);
}

const planted = plantedCompany(2, SEED);
const healthy = healthyCompany(4, SEED);

describe('bridgeOf, on companies whose truth is known', () => {
  const bridge = bridged(planted);

  it('names the planted fall first, with about how far it fell and since when', () => {
    const [cause] = bridge.causes;
    expect(cause).toMatchObject({
      cause: 'conversion',
      kind: planted.planted?.kind,
      stage: planted.planted?.stage,
    });
    // A quarter fewer go on; estimated, and drawn to none.
    expect(cause?.change).toBeLessThan(-0.12);
    expect(cause?.change).toBeGreaterThan(-0.38);
    expect(cause?.value).toBeLessThan(0);
    expect(cause?.sureness).toBeGreaterThan(0.5);
  });

  it('names no conversion and no time where nothing has changed', () => {
    const { causes, parts } = bridged(healthy);
    expect(causes.filter(({ cause }) => cause !== 'leads')).toEqual([]);
    expect(parts.find(({ cause }) => cause === 'chance')?.isWithinNoise).toBe(true);
  });

  it('adds up against the time before, a year ago and a target, what a target asks on top being a part', () => {
    const target = bridged(planted, { by: 'target', amount: 5_000_000 });
    for (const each of [bridge, bridged(planted, { by: 'lastYear' }), target]) expectToAddUp(each);
    expect(target.compared).toBe(5_000_000);
    expect(target.parts.some(({ cause }) => cause === 'ambition')).toBe(true);
  });

  it('finds leads that have halved, and splits leads once more into volume and mix', () => {
    const half = planted.deals.filter(
      ({ kind, created, id }) =>
        kind !== 'spear' || created <= planted.dataDay - 150 || Number(id.replace(/\D/g, '')) % 2 === 0,
    );
    const { parts, volume, mix } = bridged({ ...planted, deals: half });
    const spears = parts.find(({ cause, kind }) => cause === 'leads' && kind === 'spear');
    expect(spears?.change).toBeLessThan(-0.2);
    expect(volume + mix).toBeCloseTo(
      parts.reduce((sum, { cause, value }) => sum + (cause === 'leads' ? value : 0), 0),
      3,
    );
  });

  it('goes from lead to won where no stage has a history', () => {
    const deals = planted.deals.map((deal): Deal => ({ ...deal, stageEntries: [] }));
    const whole = bridged({ ...planted, deals });
    expectToAddUp(whole);
    expect(whole.notes).toContainEqual({ code: 'noStages', params: {} });
    expect(whole.parts.every(({ stage }) => stage === null)).toBe(true);
  });

  it('says the same of the same deals in another order', () => {
    const other = bridged({ ...planted, deals: [...planted.deals].reverse() });
    expect(other.parts.map(({ cause, kind, stage }) => [cause, kind, stage])).toEqual(
      bridge.parts.map(({ cause, kind, stage }) => [cause, kind, stage]),
    );
    // Sums in another order.
    other.parts.forEach(({ value }, at) => expect(value).toBeCloseTo(bridge.parts[at]!.value, 3));
  });
});

describe('bridgeOf, against a plan', () => {
  const plan = defaultPlan('USD');
  const grounds = groundsOf(planted.deals, planted.dataDay, planted.stages);
  const period = halfYear(planted);

  it('is none where nobody has typed anything', () => {
    expect(bridgeOf(grounds, { period, against: { by: 'plan', plan } })).toBeNull();
  });

  it('compares what was typed alone: leads of a kind twice those that came cost about what half of them bring', () => {
    const own =
      planted.deals.filter(({ kind, created }) => kind === 'net' && created > planted.dataDay - 365).length /
      12;
    const typed = withAssumption(
      plan,
      { kind: 'net', of: 'leadsPerMonth' },
      { value: 2 * own, from: 'typed' },
    );
    const bridge = bridgeOf(grounds, { period, against: { by: 'plan', plan: typed } });
    expect(bridge?.base).toBeNull();
    expectToAddUp(bridge!);
    expect(
      bridge?.parts.filter(({ cause }) => cause !== 'chance').map(({ cause, kind }) => [cause, kind]),
    ).toEqual([['leads', 'net']]);
    expect(bridge?.causes[0]?.change).toBeCloseTo(-0.5, 1);
  });

  it('compares conversions by stage where the plan has the deals’ stages, else from lead to won', () => {
    const place = { kind: 'net', of: 'conversion', index: 0 } as const;
    const stages = planted.stages;
    const first = plan.kinds.net.stages[0]!;
    const withStages = {
      ...plan,
      stageNames: stages,
      kinds: {
        seed: { ...plan.kinds.seed, stages: stages.map(() => first) },
        net: { ...plan.kinds.net, stages: stages.map(() => first) },
        spear: { ...plan.kinds.spear, stages: stages.map(() => first) },
      },
    };
    const against = (typed: typeof plan): Bridge =>
      bridgeOf(grounds, {
        period,
        against: { by: 'plan', plan: withAssumption(typed, place, { value: 0.99, from: 'typed' }) },
      })!;
    const named = against(withStages);
    expect(named.causes[0]).toMatchObject({
      cause: 'conversion',
      kind: 'net',
      stage: stages[0],
      before: expect.closeTo(0.99, 2),
    });
    const other = against({ ...plan, stageNames: plan.stageNames.map((name) => `${name}!`) });
    expect(other.notes).toContainEqual({ code: 'stagesDiffer', params: {} });
    for (const each of [named, other]) expectToAddUp(each);
  });
});

describe('bridgeOf, for any history', () => {
  it('adds up, and every number is finite', () => {
    fc.assert(
      fc.property(
        arbitraryDeals(40),
        fc.integer({ min: 14, max: 300 }),
        fc.boolean(),
        (deals, days, isTarget) => {
          const grounds = groundsOf(deals, MIDDLE_DAY);
          const request = createBridges(grounds);
          const period = { from: MIDDLE_DAY - days + 1, to: MIDDLE_DAY };
          for (const against of [
            { by: 'before' } as const,
            isTarget ? ({ by: 'target', amount: 1e5 } as const) : ({ by: 'lastYear' } as const),
          ]) {
            const bridge = request({ period, against });
            if (bridge === null) continue;
            expectToAddUp(bridge);
            expect(numbersIn(bridge).every(Number.isFinite)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is none of no deals', () => {
    expect(
      bridgeOf(groundsOf([], MIDDLE_DAY), {
        period: halfYear({ dataDay: MIDDLE_DAY }),
        against: { by: 'before' },
      }),
    ).toBeNull();
  });
});

describe('bridgePeriods', () => {
  it('sets a quarter so far beside the same days of the quarter before', () => {
    const periods = bridgePeriods(dayFromDate(2026, 11, 23)!, 1);
    const [quarter] = periods;
    expect(quarter?.code).toBe('quarter');
    expect(
      [quarter?.period.from, quarter?.before.from, quarter?.before.to].map((day) => isoDay(day!)),
    ).toEqual(['2026-10-01', '2026-07-01', '2026-08-23']);
    const last = periods.find(({ code }) => code === 'lastQuarter');
    expect([last?.period.to, last?.before.to].map((day) => isoDay(day!))).toEqual([
      '2026-09-30',
      '2026-06-30',
    ]);
  });

  it('leaves out a quarter of less than two weeks', () => {
    // The data end with a quarter: it is over, and of the next one nothing is known.
    const atEnd = bridgePeriods(dayFromDate(2026, 6, 30)!, 1);
    expect(atEnd.map(({ code }) => code)).toEqual(['lastQuarter', 'year', 'halfYear']);
    expect(atEnd[0]?.period.to).toBe(dayFromDate(2026, 6, 30));
    expect(atEnd[0]?.lastYear.from).toBe(dayFromDate(2025, 4, 1));
    expect(bridgePeriods(dayFromDate(2026, 10, 5)!, 1).some(({ code }) => code === 'quarter')).toBe(false);
  });
});
