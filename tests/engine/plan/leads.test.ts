import { describe, expect, it } from 'vitest';
import { build, dayFromDate, effectOfSpend, exactMean, leadsToday, prospectorsIn } from '../../../src/engine';
import type { Plan, PlannedKind } from '../../../src/engine';
import { planWith, SURE_NET, SURE_SEED, SURE_SPEAR, sure } from './surePlan';
import { readColumn, readTable } from './readTable';

const OPTIONS = {
  startDay: dayFromDate(2026, 1, 1) ?? NaN,
  horizonMonths: 12,
  fiscalYearStart: 1,
  currency: 'EUR',
};

function arrivalsOf(plan: Plan, kind: PlannedKind, startDay = OPTIONS.startDay) {
  const model = build(plan, { ...OPTIONS, startDay }).kinds.find((each) => each.kind === kind);
  if (model === undefined) throw new Error(kind);
  return model.arrivals;
}

/** The tables have nine decimals. */
function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((number, index) => expect(number).toBeCloseTo(expected[index] ?? NaN, 8));
}

describe('leads of spears', () => {
  const spear = {
    ...SURE_SPEAR,
    leadsPerProspector: sure(10),
    growthPerMonth: sure(0),
    attritionPerMonth: sure(0.03),
    ramp: [0.1, 0.4, 0.7].map(sure),
    hires: [{ month: '2026-03' as const, heads: 3 }],
  };

  it('are those of the table: leavers, a hire and its ramp', () => {
    expectClose(arrivalsOf(planWith({ spear }), 'spear').monthly, readColumn('spears', 'leads'));
  });

  it('are those of the table where each brings more month by month', () => {
    const growing = { ...spear, growthPerMonth: sure(0.02) };
    expectClose(
      arrivalsOf(planWith({ spear: growing }), 'spear').monthly,
      readColumn('spears', 'leadsGrowing'),
    );
  });

  it('come from fewer heads than are on the payroll while some are new', () => {
    const heads = readTable('spears').map(({ month }) => prospectorsIn(month as '2026-01', spear, '2026-01'));
    expectClose(heads, readColumn('spears', 'heads'));
  });

  it('take nothing from a hire after the horizon, and count one from before the start with its ramp', () => {
    const later = { ...spear, hires: [...spear.hires, { month: '2027-01' as const, heads: 50 }] };
    expect(arrivalsOf(planWith({ spear: later }), 'spear')).toEqual(arrivalsOf(planWith({ spear }), 'spear'));
    const earlier = {
      ...spear,
      attritionPerMonth: sure(0),
      hires: [{ month: '2025-12' as const, heads: 1 }],
    };
    // Two at full output, and one in its second month, then its third, then at full output.
    expectClose(arrivalsOf(planWith({ spear: earlier }), 'spear').monthly.slice(0, 3), [24, 27, 30]);
  });

  it('were brought by today’s prospectors alone before the start', () => {
    const { before } = arrivalsOf({ ...planWith({ spear }), isRunning: true }, 'spear');
    expectClose(before, [0, ...new Array<number>(24).fill(20)]);
  });
});

describe('leads of nets', () => {
  const net = { ...SURE_NET, leadsPerMonth: sure(60), growthPerMonth: sure(0.01), spendToday: sure(50_000) };

  it.each([
    ['sameSpend', 50_000],
    ['twiceTheSpend', 100_000],
    ['halfTheSpend', 25_000],
  ])('are those of the table: %s', (column, spend) => {
    const plan = planWith({ net: { ...net, spendPerMonth: sure(spend) } });
    expectClose(arrivalsOf(plan, 'net').monthly, readColumn('nets', column));
  });

  it('stay as they are whatever is spent where nothing is spent today, and end with the spend', () => {
    const spent = (today: number, planned: number): number =>
      effectOfSpend(planWith({ net: { ...net, spendToday: sure(today), spendPerMonth: sure(planned) } }));
    expect(spent(0, 0)).toBe(1);
    expect(spent(0, 1e9)).toBe(1);
    expect(spent(50_000, 0)).toBe(0);
    // A thousand times today's is as far as the power law goes: a spend of next to nothing today is no ground for more.
    expect(spent(Number.MIN_VALUE, 1e12)).toBeCloseTo(Math.pow(1000, 0.7), 9);
  });
});

describe('the season of leads', () => {
  const drawn = readColumn('season', 'drawn');
  const seed = { ...SURE_SEED, leadsPerMonth: sure(100), growthPerMonth: sure(0) };

  function seasonal(strength: number, leads: readonly number[] = drawn): number[] {
    const plan = planWith({ seed });
    const company = { ...plan.company, seasonStrength: sure(strength) };
    return [...arrivalsOf({ ...plan, company, season: { ...plan.season, leads } }, 'seed').monthly];
  }

  it('is that of the table: drawn factors in units of their mean, raised to its strength', () => {
    expectClose(seasonal(1), readColumn('season', 'leads'));
    for (const strength of [0, 2]) {
      const factors = seasonal(strength).map((leads) => leads / 100);
      expectClose(factors, readColumn('season', `strength${strength}`));
    }
  });

  it('makes no leads: a year has as many with it as without', () => {
    for (const strength of [0, 0.3, 1, 2, 5]) {
      expect(seasonal(strength).reduce((sum, leads) => sum + leads, 0)).toBeCloseTo(1200, 8);
    }
  });

  it('is none where nothing is drawn at all', () => {
    expectClose(seasonal(1, new Array<number>(12).fill(0)), new Array<number>(12).fill(100));
  });

  it('is that of referred leads too', () => {
    const plan = planWith({
      seed: { ...seed, leadsPerMonth: sure(0), referralsPerCustomer: sure(0.5) },
      net: { ...SURE_NET, leadsPerMonth: sure(0) },
      spear: { ...SURE_SPEAR, prospectors: sure(0) },
    });
    const company = { ...plan.company, activeCustomers: sure(40) };
    const seed0 = {
      ...plan.kinds.seed,
      stages: plan.kinds.seed.stages.map((stage) => ({ ...stage, conversion: sure(0) })),
    };
    const model = build(
      { ...plan, company, kinds: { ...plan.kinds, seed: seed0 }, season: { ...plan.season, leads: drawn } },
      OPTIONS,
    );
    const factors = readColumn('season', 'strength1');
    // Forty customers, and none to come as nothing is won: 20 leads in an ordinary month.
    expectClose(
      exactMean(model).map(({ kinds }) => kinds[0]?.leads ?? NaN),
      factors.map((factor) => 20 * factor),
    );
  });
});

describe('leads of a month already begun', () => {
  const seed = {
    ...SURE_SEED,
    leadsPerMonth: sure(8),
    growthPerMonth: sure(0.05),
    referralsPerCustomer: sure(0.05),
  };
  const net = {
    ...SURE_NET,
    leadsPerMonth: sure(60),
    growthPerMonth: sure(0),
    spendPerMonth: sure(2_000),
  };
  const plan = { ...planWith({ seed, net }), isRunning: true };
  const running = { ...plan, company: { ...plan.company, activeCustomers: sure(40) } };
  const january20 = dayFromDate(2026, 1, 20) ?? NaN;

  it('are what is left of it ahead, and at today’s pace and spend behind', () => {
    expectClose(arrivalsOf(running, 'seed', january20).before, readColumn('begun', 'seeds'));
    expectClose(arrivalsOf(running, 'net', january20).before, readColumn('begun', 'nets'));
    expect(arrivalsOf(running, 'seed', january20).monthly[0]).toBeCloseTo((8 * 12) / 31, 9);
    expect(arrivalsOf(running, 'net', january20).monthly[0]).toBeCloseTo((60 * 2 ** 0.7 * 12) / 31, 9);
  });

  it('were at most ten times as many a month before a planned fall', () => {
    const falling = { ...seed, growthPerMonth: sure(-0.99), referralsPerCustomer: sure(0) };
    const { before } = arrivalsOf({ ...running, kinds: { ...plan.kinds, seed: falling } }, 'seed', january20);
    expectClose(before, [(8 * 19) / 31, ...new Array<number>(24).fill(80)]);
  });
});

describe('leadsToday(plan, kind)', () => {
  it('is what each kind brings now, referrals of today’s customers included', () => {
    const plan = planWith({ seed: { ...SURE_SEED, referralsPerCustomer: sure(0.05) } });
    const company = { ...plan.company, activeCustomers: sure(40) };
    expect(leadsToday({ ...plan, company }, 'seed')).toBeCloseTo(33, 9);
    expect(leadsToday(plan, 'net')).toBe(31);
    expect(leadsToday(plan, 'spear')).toBe(31);
  });
});
