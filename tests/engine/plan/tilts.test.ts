import { describe, expect, it } from 'vitest';
import { build, dayFromDate, type Arrivals, type Plan, type PlannedKind } from '../../../src/engine';
import { between, guessed, planWith, roughly, sure, SURE_NET, SURE_SEED, SURE_SPEAR } from './surePlan';

const OPTIONS = {
  startDay: dayFromDate(2026, 1, 1) ?? NaN,
  horizonMonths: 12,
  fiscalYearStart: 1,
  currency: 'EUR',
};
const ROUGHLY = Math.log(1.2 / 0.8) / 2.5632;
const GUESS = Math.log(1.5 / 0.5) / 2.5632;

function arrivalsOf(plan: Plan, kind: PlannedKind) {
  const model = build(plan, OPTIONS).kinds.find((each) => each.kind === kind);
  if (model === undefined) throw new Error(kind);
  return model.arrivals;
}

/** Those that any month is touched by: every assumption keeps its place among the tilts, empty where it has none. */
function takenTilts({ tilts }: Arrivals): readonly (readonly number[])[] {
  return (tilts ?? []).filter((tilt) => tilt.length > 0);
}

function expectClose(actual: readonly number[] | undefined, expected: readonly number[], digits = 9): void {
  expect(actual).toHaveLength(expected.length);
  actual?.forEach((number, index) => expect(number).toBeCloseTo(expected[index] ?? NaN, digits));
}

const months = <T>(of: (month: number) => T): T[] => Array.from({ length: 12 }, (_, month) => of(month));

describe('doubt that touches all months alike', () => {
  it('adds up as independent in `doubt`, and tilts nothing', () => {
    const spear = { ...SURE_SPEAR, prospectors: roughly(2), leadsPerProspector: guessed(10) };
    const arrivals = arrivalsOf(planWith({ spear }), 'spear');
    expect(arrivals.doubt).toBeCloseTo(Math.hypot(ROUGHLY, GUESS), 9);
    expect(arrivals.tilts).toBeUndefined();
  });

  it('is the elasticity’s and the spends’ too: sd · ln(ratio), elasticity · sd', () => {
    const net = { ...SURE_NET, spendPerMonth: sure(3_000), elasticity: guessed(0.7) };
    // Half the difference between 0.7 · e^sd and 0.7 · e^−sd, which is 0.7 · sd to first order.
    const sd = (0.7 * (Math.exp(GUESS) - Math.exp(-GUESS))) / 2;
    expect(arrivalsOf(planWith({ net }), 'net').doubt).toBeCloseTo(sd * Math.log(3), 9);
    const spent = { ...SURE_NET, spendToday: roughly(1_000), spendPerMonth: guessed(3_000) };
    const { doubt, tilts } = arrivalsOf(planWith({ net: spent }), 'net');
    expect(doubt).toBeCloseTo(0.7 * Math.hypot(ROUGHLY, GUESS), 9);
    expect(tilts).toBeUndefined();
  });

  it('is nothing of an elasticity while no more is spent than today', () => {
    const arrivals = arrivalsOf(planWith({ net: { ...SURE_NET, elasticity: guessed(0.7) } }), 'net');
    expect(arrivals.doubt).toBe(0);
    expect(arrivals.tilts).toBeUndefined();
  });

  it('of referrals is theirs alone', () => {
    const seed = { ...SURE_SEED, leadsPerMonth: roughly(31), referralsPerCustomer: guessed(0.05) };
    const arrivals = arrivalsOf(planWith({ seed }), 'seed');
    expect(arrivals.doubt).toBeCloseTo(ROUGHLY, 9);
    expect(arrivals.perCustomerDoubt).toBeCloseTo(GUESS, 9);
  });
});

describe('doubt that touches months differently', () => {
  it('of growth is h · sd ÷ (1 + g) to first order', () => {
    const seed = { ...SURE_SEED, growthPerMonth: between(0.02, 0.01, 0.03) };
    const [tilt] = takenTilts(arrivalsOf(planWith({ seed }), 'seed'));
    const sd = 0.02 / 2.5632;
    // The third-order term is (sd ÷ 1.02)² ÷ 3 of it: below 1e-4 in every month.
    expectClose(
      tilt,
      months((month) => (month * sd) / 1.02),
      4,
    );
  });

  it('of attrition takes from month to month: −h · sd ÷ (1 − a) to first order', () => {
    const spear = { ...SURE_SPEAR, growthPerMonth: sure(0), attritionPerMonth: between(0.03, 0.02, 0.04) };
    const [tilt] = takenTilts(arrivalsOf(planWith({ spear }), 'spear'));
    const sd = 0.02 / 2.5632;
    expectClose(
      tilt,
      months((month) => (-month * sd) / 0.97),
      4,
    );
  });

  it('of the ramp is felt only in the month it is about, by the share of the leads that are new there', () => {
    const spear = {
      ...SURE_SPEAR,
      growthPerMonth: sure(0),
      ramp: [sure(0.1), roughly(0.4)],
      hires: [{ month: '2026-03' as const, heads: 3 }],
    };
    const [tilt] = takenTilts(arrivalsOf(planWith({ spear }), 'spear'));
    // April: 2 at full output and 3 × 0.4.
    const april = (Math.log(2 + 1.2 * Math.exp(ROUGHLY)) - Math.log(2 + 1.2 * Math.exp(-ROUGHLY))) / 2;
    expectClose(
      tilt,
      months((month) => (month === 3 ? april : 0)),
    );
  });

  it('of today’s prospectors counts for less once others have joined', () => {
    const spear = {
      ...SURE_SPEAR,
      prospectors: roughly(2),
      hires: [{ month: '2026-03' as const, heads: 2 }],
    };
    const arrivals = arrivalsOf(planWith({ spear }), 'spear');
    const half = (Math.log(2 * Math.exp(ROUGHLY) + 2) - Math.log(2 * Math.exp(-ROUGHLY) + 2)) / 2;
    expect(arrivals.doubt).toBe(0);
    expectClose(
      takenTilts(arrivals)[0],
      months((month) => (month < 2 ? ROUGHLY : half)),
    );
  });

  it('keeps its place when another is given up, so that it draws as before', () => {
    const doubted = { ...SURE_SPEAR, growthPerMonth: roughly(0.1), attritionPerMonth: roughly(0.03) };
    const both = arrivalsOf(planWith({ spear: doubted }), 'spear').tilts ?? [];
    const one =
      arrivalsOf(planWith({ spear: { ...doubted, growthPerMonth: sure(0.1) } }), 'spear').tilts ?? [];
    const placesTaken = (tilts: typeof both): number[] =>
      tilts.flatMap(({ length }, place) => (length > 0 ? [place] : []));
    expect(placesTaken(both)).toHaveLength(2);
    expect(placesTaken(one)).toEqual(placesTaken(both).slice(1));
  });

  it('of the season’s strength pulls good and bad months apart', () => {
    const plan = planWith({});
    const leads = months((month) => (month % 2 === 0 ? 1.5 : 0.5));
    const company = { ...plan.company, seasonStrength: roughly(1) };
    const [tilt] = takenTilts(arrivalsOf({ ...plan, company, season: { ...plan.season, leads } }, 'net'));
    const factor = (strength: number, own: number): number =>
      own ** strength / ((1.5 ** strength + 0.5 ** strength) / 2);
    const effect = (own: number): number =>
      Math.log(factor(Math.exp(ROUGHLY), own) / factor(Math.exp(-ROUGHLY), own)) / 2;
    expectClose(
      tilt,
      months((month) => effect(month % 2 === 0 ? 1.5 : 0.5)),
    );
    expect(effect(1.5)).toBeGreaterThan(0);
    expect(effect(0.5)).toBeLessThan(0);
  });
});
