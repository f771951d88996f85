import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOf, defaultPlan, fit, lastDayOfMonth, mix, monthOfDay, simulate } from '../../../src/engine';
import type { Deal } from '../../../src/engine';
import { compareDeals, compareForecasts } from '../../../src/engine/snapshots/compareForecasts';
import type { MonthRange } from '../../../src/engine/snapshots/expectedInMonths';
import { arbitraryDeals, MIDDLE_DAY } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';
import { simulateDeals } from '../fit/simulatedDeals';

const SEK = 'SEK';
const PLAN = defaultPlan(SEK);

/** The forecast that an export of this day makes. */
function forecastOf(exported: readonly Deal[], day: number, horizonMonths = 24) {
  const deals = asOf(exported, day);
  const fitted = fit(deals, { dataDay: day, horizonMonths, fiscalYearStart: 1, currency: SEK });
  return { day, deals, chances: fitted.chances, model: mix(fitted.model, PLAN) };
}

function compare(before: Made, after: Made, months: MonthRange, mostDeals: number) {
  return compareForecasts(compareDeals(before, after, months, mostDeals), before.model, after.model);
}
type Made = ReturnType<typeof forecastOf>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Two years of deals, as seen on two days a month apart. */
const LATER = lastDayOfMonth('2026-10') + 20;
const EARLIER = LATER - 30;
const HISTORY = simulateDeals(
  [{ kind: 'net', leadsPerDay: 1, wonPerDay: 0.006, lostPerDay: 0.012, value: 1_000 }],
  LATER,
  730,
  7,
);
const MONTHS = { from: '2026-10', to: '2026-12' } as const;
const at = (day: number, extra: readonly Deal[] = []) => forecastOf([...HISTORY, ...extra], day);
const BEFORE = at(EARLIER);
const AFTER = at(LATER);

describe('compareForecasts(before, after, months)', () => {
  it('explains the whole difference, part by part', () => {
    const changes = compare(BEFORE, AFTER, MONTHS, 5);
    const { rest, figure, deals } = changes;
    const parts = [
      ...deals.map(({ effect }) => effect),
      rest.otherDeals.effect,
      rest.sameDeals.effect,
      rest.newLeads,
    ];
    // Sums of some hundred numbers in two orders.
    expect(sum(parts)).toBeCloseTo(figure.after - figure.before, 6);
    expect(deals).toHaveLength(5);
    expect(changes.counts.added).toBeGreaterThan(20);
  });

  it('says what the forecast itself would: its mean by simulation', () => {
    const { figure } = compare(BEFORE, AFTER, MONTHS, 5);
    const simulated = simulate(AFTER.model, { paths: 2_000, seed: 1 });
    // Five standard errors of the simulated mean.
    const { mean, q10, q90 } = simulated.quarters[0]!.value;
    const standardError = (q90 - q10) / 2.56 / Math.sqrt(2_000);
    expect(Math.abs(figure.after - mean)).toBeLessThan(5 * standardError);
  });

  it('credits a win with its amount less what was expected of it, a loss with minus that', () => {
    const open = dealOf({ id: 'A', created: EARLIER - 40, amount: 90_000, name: 'Acme' });
    const before = at(EARLIER, [open]);
    const won = compare(before, at(LATER, [{ ...open, outcome: 'won', closed: LATER - 5 }]), MONTHS, 1);
    const [top] = won.deals;
    expect(top).toMatchObject({ id: 'A', changes: ['won'], after: { expected: 90_000 } });
    expect(top?.effect).toBeCloseTo(90_000 - (top?.before?.expected ?? NaN), 6);
    expect(top?.before?.expected).toBeGreaterThan(0);
    const lost = compare(before, at(LATER, [{ ...open, outcome: 'lost', closed: LATER - 5 }]), MONTHS, 500);
    const loss = lost.deals.find(({ id }) => id === 'A');
    expect(loss?.effect).toBeCloseTo(-(top?.before?.expected ?? NaN), 6);
  });

  it('gives a win of other months no part in these', () => {
    const open = dealOf({ id: 'A', created: EARLIER - 90, amount: 90_000, name: 'Acme' });
    const late = { ...open, outcome: 'won' as const, closed: lastDayOfMonth('2026-09') };
    const changes = compare(at(EARLIER, [open]), at(LATER, [late]), MONTHS, 500);
    expect(changes.deals.find(({ id }) => id === 'A')).toMatchObject({
      after: { expected: 0, outcome: 'won' },
    });
  });

  it('finds nothing between an export and itself', () => {
    const { figure, deals, rest, counts } = compare(AFTER, AFTER, MONTHS, 20);
    expect(figure.after).toBe(figure.before);
    expect(deals).toEqual([]);
    expect(rest.otherDeals).toEqual({ deals: 0, effect: 0 });
    expect(rest.sameDeals.effect).toBe(0);
    expect(rest.newLeads).toBeCloseTo(0, 9);
    expect(sum(Object.values(counts))).toBe(0);
  });

  it('adds up for any two exports', () => {
    fc.assert(
      fc.property(
        arbitraryDeals(12),
        arbitraryDeals(12),
        fc.integer({ min: 0, max: 400 }),
        (one, other, gap) => {
          const before = forecastOf(one, MIDDLE_DAY, 24 + Math.ceil(gap / 28));
          const after = forecastOf(other, MIDDLE_DAY + gap);
          const first = monthOfDay(MIDDLE_DAY + gap + 1);
          const changes = compare(before, after, { from: first, to: first }, 3);
          const { rest, figure, deals } = changes;
          const { slipped: _, earlier: __, ...counts } = changes.counts;
          const parts = [...deals.map(({ effect }) => effect), rest.otherDeals.effect, rest.sameDeals.effect];
          const scale = Math.max(1, ...[...parts, figure.before, figure.after].map(Math.abs));
          expect(
            Math.abs(sum([...parts, rest.newLeads]) - figure.after + figure.before) / scale,
          ).toBeLessThan(1e-9);
          expect(Number.isFinite(figure.after - figure.before)).toBe(true);
          const listed = deals.length + rest.otherDeals.deals;
          expect(listed).toBeGreaterThanOrEqual(Math.max(...Object.values(counts)));
        },
      ),
      // A fit each side, of up to three years.
      { numRuns: 8 },
    );
  });

  it('leaves leads to come with what they are expected to bring, and with nothing else', () => {
    const { rest } = compare(BEFORE, AFTER, MONTHS, 20);
    const fromNew = ({ model }: typeof BEFORE): number => {
      const { months } = simulate(model, { paths: 2_000, seed: 1 });
      const wanted = months.filter(({ from }) => MONTHS.from <= from && from <= MONTHS.to);
      return sum(wanted.flatMap(({ kinds }) => kinds.map((kind) => kind.fromNew)));
    };
    const scale = Math.max(Math.abs(fromNew(BEFORE)), Math.abs(fromNew(AFTER)));
    // Chance of 2,000 paths: well within 5 % of what new leads bring in the months.
    expect(Math.abs(rest.newLeads - (fromNew(AFTER) - fromNew(BEFORE))) / scale).toBeLessThan(0.05);
  });
});
