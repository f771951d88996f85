import {
  chanceOfReaching,
  type Forecast,
  type Kind,
  type Month,
  type PeriodForecast,
  type ScenarioComparison,
  type Spread,
  type VariantOutcome,
} from '../../engine';
import { periodOf, type PeriodName } from '../forecast/period';

/** What a variant comes to in a period, beside its base. */
export interface Beside {
  period: PeriodForecast;
  base: PeriodForecast;
  /** Of each path from itself, so that it has a range of its own; null where the forecast has no such period. */
  difference: Spread;
  /** Chances of reaching the target; null without one. */
  chances: { base: number; variant: number } | null;
}

/** Of the period that the forecast of this name answers for (`periodOf`). */
function differenceIn({ forecast, difference }: VariantOutcome, name: PeriodName): Spread {
  const period = periodOf(forecast, name);
  if (name === 'quarter' && period === forecast.quarters[0])
    return difference.quarters[0] ?? difference.nextTwelve;
  if (name === 'year' && period === forecast.years[0]) return difference.years[0] ?? difference.nextTwelve;
  return difference.nextTwelve;
}

export function besideBase(
  base: Forecast,
  outcome: VariantOutcome,
  name: PeriodName,
  target: number | null,
): Beside {
  const period = periodOf(outcome.forecast, name);
  const basePeriod = periodOf(base, name);
  return {
    period,
    base: basePeriod,
    difference: differenceIn(outcome, name),
    chances: target === null ? null : chancesOf(basePeriod, period, target),
  };
}

function chancesOf(base: PeriodForecast, variant: PeriodForecast, target: number): Beside['chances'] {
  return {
    base: chanceOfReaching(base.distribution, target),
    variant: chanceOfReaching(variant.distribution, target),
  };
}

/** The answer for one variant; null while it has none. */
export function outcomeOf(comparison: ScenarioComparison | null, id: string): VariantOutcome | null {
  return comparison?.variants.find((outcome) => outcome.id === id) ?? null;
}

/** Whether a difference shows at all beside what it is of: half of the last of three digits. */
export function isSeen(difference: number, whole: number): boolean {
  return Math.abs(difference) >= Math.max(Math.abs(whole) * 0.0005, 0.5);
}

export interface QuarterDifference {
  from: Month;
  to: Month;
  kinds: readonly { kind: Kind; value: number }[];
  total: Spread;
}

/** Variant less base by fiscal quarter and kind. Kinds that neither has are left out. */
export function quarterDifferences(base: Forecast, outcome: VariantOutcome): readonly QuarterDifference[] {
  const kinds = new Set<Kind>();
  for (const { kinds: parts } of [...base.quarters, ...outcome.forecast.quarters]) {
    for (const { kind } of parts) kinds.add(kind);
  }
  const valueOf = (period: PeriodForecast | undefined, kind: Kind): number =>
    period?.kinds.find((part) => part.kind === kind)?.value ?? 0;
  return outcome.forecast.quarters.flatMap((quarter, index): QuarterDifference[] => {
    const total = outcome.difference.quarters[index];
    if (!total) return [];
    return [
      {
        from: quarter.from,
        to: quarter.to,
        kinds: [...kinds].map((kind) => ({
          kind,
          value: valueOf(quarter, kind) - valueOf(base.quarters[index], kind),
        })),
        total,
      },
    ];
  });
}
