import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { controlLimits, type MonthCase } from '../../../src/engine/diagnose/controlLimits';

interface Reference {
  center: number;
  low: number[];
  high: number[];
  offBy: number[];
}
const { counts, means, beyond } = JSON.parse(
  readFileSync(new URL('../../fixtures/engine-diagnose/controlLimits.json', import.meta.url), 'utf8'),
) as {
  counts: (Reference & { seen: number[]; exposure: number[] })[];
  means: (Reference & { mean: number[]; cases: number[]; squaredVariation: number })[];
  beyond: Record<string, number>;
};

/** Both sides work in double precision; roots and logs lose a few digits. */
const DIGITS = 9;

function expectAsReference(months: MonthCase[], squaredVariation: number, reference: Reference): void {
  const chart = controlLimits(
    months,
    months.map(() => true),
    squaredVariation,
  );
  expect(chart?.center).toBeCloseTo(reference.center, DIGITS);
  months.forEach((_, at) => {
    const limits = chart?.limits[at];
    expect((limits?.low ?? NaN) / (1 + reference.low[at]!)).toBeCloseTo(
      reference.low[at]! / (1 + reference.low[at]!),
      DIGITS,
    );
    expect((limits?.high ?? NaN) / reference.high[at]!).toBeCloseTo(1, DIGITS);
    expect(chart?.offBy[at]).toBeCloseTo(reference.offBy[at]!, DIGITS);
  });
}

describe('controlLimits', () => {
  it('agrees with NumPy for counts: more restless than chance, as chance makes them, hardly any', () => {
    for (const reference of counts) {
      const months = reference.seen.map((seen, at): MonthCase => ({
        sort: 'count',
        seen,
        exposure: reference.exposure[at]!,
      }));
      expectAsReference(months, 1, reference);
    }
  });

  it('agrees with SciPy’s log-normal quantiles for means of so many values', () => {
    for (const reference of means) {
      const months = reference.mean.map((mean, at): MonthCase => ({
        sort: 'mean',
        mean,
        cases: reference.cases[at]!,
      }));
      expectAsReference(months, reference.squaredVariation, reference);
    }
  });

  it('lets less than one unchanged month in a thousand pass its limits (by SciPy)', () => {
    for (const share of Object.values(beyond)) expect(share).toBeLessThan(0.001);
  });

  it('draws none from fewer than eight months, or where nothing ever came', () => {
    const month: MonthCase = { sort: 'count', seen: 5, exposure: 1 };
    const none: MonthCase = { sort: 'count', seen: 0, exposure: 1 };
    expect(
      controlLimits(
        Array.from({ length: 7 }, () => month),
        Array.from({ length: 7 }, () => true),
        1,
      ),
    ).toBeNull();
    expect(
      controlLimits(
        Array.from({ length: 9 }, () => none),
        Array.from({ length: 9 }, () => true),
        1,
      ),
    ).toBeNull();
  });

  it('is not widened by a level that has moved once', () => {
    const months = Array.from({ length: 24 }, (_, at): MonthCase => ({
      sort: 'count',
      seen: at < 18 ? 100 : 50,
      exposure: 1,
    }));
    const chart = controlLimits(
      months,
      months.map(() => true),
      1,
    );
    expect(chart?.offBy[23]).toBeLessThan(-3.7);
  });
});
