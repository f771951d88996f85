import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  doubtRange,
  exactMean,
  weighAssumptions,
  type Plan,
  type WeighedRow,
  type Weighing,
} from '../../../src/engine';
import { groundsOf, modelOfPlan, smallHistory } from '../goal/goalCases';
import { anyPlan } from '../plan/anyPlan';
import { between, planWith, roughly, sure, SURE_NET, SURE_SEED, SURE_SPEAR } from '../plan/surePlan';

const NO_LEADS = { growthPerMonth: sure(0) };

/** 10 leads a month, half of which go on and two fifths of those, at once; 1,000 each less a tenth: 24 wins a year, 21,600. */
const TINY: Plan = planWith({
  seed: {
    ...SURE_SEED,
    ...NO_LEADS,
    leadsPerMonth: between(10, 8, 13),
    stages: [
      { conversion: roughly(0.5), days: sure(0) },
      { conversion: sure(0.4), days: sure(0) },
    ],
    dealValue: sure(1_000),
    discount: sure(0.1),
  },
  net: { ...SURE_NET, ...NO_LEADS, leadsPerMonth: sure(0) },
  spear: { ...SURE_SPEAR, ...NO_LEADS, leadsPerProspector: sure(0) },
});

function rowOf({ rows }: Weighing, key: string): WeighedRow {
  const row = rows.find((each) => each.key === key);
  if (row === undefined) throw new Error(`no row ${key}`);
  return row;
}

describe('what matters', () => {
  const weighing = weighAssumptions(groundsOf(24), TINY);

  it('is the table worked by hand', () => {
    // 10 leads × 0.5 × 0.4 × 900 × 12 months.
    expect(weighing.base).toEqual({
      nextTwelve: expect.closeTo(21_600, 6) as number,
      year: expect.closeTo(21_600, 6) as number,
    });
    const swings = (key: string): number[] => {
      const { less, more } = rowOf(weighing, key);
      return [less.nextTwelve - 21_600, more.nextTwelve - 21_600];
    };
    const near = (values: number[]): number[] => values.map((value) => expect.closeTo(value, 6) as number);
    // In proportion: a tenth up and down.
    for (const key of ['seed.leadsPerMonth', 'seed.conversion.0', 'seed.conversion.1', 'seed.dealValue']) {
      expect(swings(key)).toEqual(near([-2_160, 2_160]));
    }
    // A discount of 11 or 9 % leaves 0.89 or 0.91 of 24,000.
    expect(swings('seed.discount')).toEqual(near([240, -240]));
    // One point a month: leads 1 + 1.01 + … + 1.01^11 = 12.682503 and, falling, 11.361513 of twelve.
    const up = Array.from({ length: 12 }, (_, month) => 1.01 ** month).reduce((sum, each) => sum + each);
    const down = Array.from({ length: 12 }, (_, month) => 0.99 ** month).reduce((sum, each) => sum + each);
    // Leads are rounded to six digits before they are forecast, as a link carries them.
    const [falling = 0, growing = 0] = swings('seed.growthPerMonth');
    expect(falling / (1_800 * (down - 12))).toBeCloseTo(1, 4);
    expect(growing / (1_800 * (up - 12))).toBeCloseTo(1, 4);
  });

  it('shows what the doubt does, by the ends of its interval', () => {
    const leads = rowOf(weighing, 'seed.leadsPerMonth');
    expect([leads.low?.at, leads.high?.at]).toEqual([8, 13]);
    expect(leads.doubtSwing).toBeCloseTo((13 - 8) * 0.2 * 900 * 12, 6);
    const first = TINY.kinds.seed.stages[0]?.conversion ?? sure(0);
    const { low, high } = doubtRange(first, 'share');
    expect(rowOf(weighing, 'seed.conversion.0').doubtSwing).toBeCloseTo(((high - low) / 0.5) * 21_600, 6);
    expect(rowOf(weighing, 'seed.dealValue')).toMatchObject({ low: null, high: null, doubtSwing: 0 });
  });

  it('puts the largest swing first and leaves out what does nothing', () => {
    const swings = weighing.rows.map(({ stepSwing, doubtSwing }) => Math.max(stepSwing, doubtSwing));
    expect(swings).toEqual([...swings].sort((one, other) => other - one));
    expect(Math.min(...swings)).toBeGreaterThan(0);
    const keys = weighing.rows.map(({ key }) => key);
    expect(keys[0]).toBe('seed.leadsPerMonth');
    expect(keys).not.toContain('seed.costPerLead');
    expect(keys).not.toContain('net.conversion.0');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('cuts steps to the limits of a figure', () => {
    const stages = [
      { conversion: sure(0.95), days: sure(0) },
      { conversion: sure(1), days: sure(0) },
    ];
    const { rows } = weighAssumptions(groundsOf(), planWith({ seed: { ...SURE_SEED, stages } }));
    const first = rows.find(({ key }) => key === 'seed.conversion.0');
    expect(first?.more.at).toBe(1);
    expect(first?.less.at).toBeCloseTo(0.855, 12);
    expect(rows.find(({ key }) => key === 'seed.conversion.1')?.more.at).toBe(1);
  });

  it('weighs the exact mean of the whole plan, doubtful as it is', () => {
    const months = exactMean(modelOfPlan(TINY, 24)).slice(0, 12);
    const total = months.flatMap(({ kinds }) => kinds).reduce((sum, kind) => sum + kind.valueFromNew, 0);
    expect(weighing.base.nextTwelve / total).toBeCloseTo(1, 5);
  });

  it('says where customers refer customers', () => {
    expect(weighing.hasReferrals).toBe(false);
    const referring = planWith({ seed: { ...SURE_SEED, referralsPerCustomer: sure(0.1) } });
    const { rows, hasReferrals } = weighAssumptions(groundsOf(), referring);
    expect(hasReferrals).toBe(true);
    expect(rows.map(({ key }) => key)).toContain('seed.referralsPerCustomer');
  });
});

describe('what matters in a history', () => {
  const { fitted, summary } = smallHistory();
  const weighing = weighAssumptions({ fitted, summary }, TINY);

  it('weighs the figures of its kinds, not the assumptions that it stands in for', () => {
    expect(weighing.rows.map(({ key }) => key).sort()).toEqual([
      'history.seed.days',
      'history.seed.dealValue',
      'history.seed.leads',
      'history.seed.winRate',
    ]);
  });

  it('moves leads to come only, by a tenth for a tenth, with what is already won aside', () => {
    const open = 10 * 0.2 * 1_500;
    const fromLeads = weighing.base.nextTwelve - open;
    const leads = rowOf(weighing, 'history.seed.leads');
    expect(leads.more.nextTwelve - weighing.base.nextTwelve).toBeCloseTo(fromLeads * 0.1, 6);
    expect(leads.stepSwing / fromLeads).toBeCloseTo(0.2, 5);
    expect([leads.low?.at, leads.high?.at]).toEqual([17, 23]);
    expect(leads.doubtSwing / fromLeads).toBeCloseTo(6 / 20, 5);
    const value = rowOf(weighing, 'history.seed.dealValue');
    expect(value.stepSwing / fromLeads).toBeCloseTo(0.2, 5);
    // In 2026 nothing is won yet; the win of December is in neither twelve months nor year.
    expect(weighing.base.year).toBe(weighing.base.nextTwelve);
  });

  it('shifts wins by their days: slower closing brings less of the year', () => {
    const days = rowOf(weighing, 'history.seed.days');
    expect(days.more.nextTwelve).toBeLessThan(days.less.nextTwelve);
  });
});

describe('any plan at all', () => {
  it('is weighed in numbers, on a history or alone', () => {
    const grounds = fc.constantFrom(groundsOf(24), smallHistory());
    fc.assert(
      fc.property(anyPlan, grounds, (plan, on) => {
        const { base, rows } = weighAssumptions(on, plan);
        const figures = rows.flatMap(({ less, more, low, high, stepSwing, doubtSwing }) => [
          ...[less, more, low, high].flatMap((point) =>
            point === null ? [] : [point.at, point.nextTwelve, point.year],
          ),
          stepSwing,
          doubtSwing,
        ]);
        expect([base.nextTwelve, base.year, ...figures].filter((figure) => !Number.isFinite(figure))).toEqual(
          [],
        );
      }),
      { numRuns: 8 },
    );
  });
});
