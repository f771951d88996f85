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

/** Where at least four paths in five are the same, a smaller share than this of the whole may be chance. */
const RARE_FROM = 0.005;

/** To what a difference is known: a tenth of the power of ten of its range, and the digit after the three that what it is of is told with; money is whole. */
export function knownStep({ q10, q90 }: Spread, whole: number): number {
  const power = (value: number): number => (value > 0 ? 10 ** Math.floor(Math.log10(value)) : 0);
  return Math.max(1, power(q90 - q10) / 10, power(Math.abs(whole)) / 1000);
}

export function roundTo(value: number, step: number): number {
  // Plus 0: no "-0".
  return Math.round(value / step) * step + 0;
}

/** The mean of a difference as it is told; 0 where it is none, or less than can be known. */
export function shownDifference(difference: Spread, whole: number): number {
  const { mean, q10, q90 } = difference;
  const isRare = q10 === 0 && q90 === 0;
  if (!isSeen(mean, whole) || (isRare && Math.abs(mean) < Math.abs(whole) * RARE_FROM)) return 0;
  return roundTo(mean, knownStep(difference, whole));
}

/** The same with its range; null where there is nothing to tell. */
export function shownSpread(difference: Spread, whole: number): Spread | null {
  const mean = shownDifference(difference, whole);
  if (mean === 0) return null;
  const step = knownStep(difference, whole);
  return {
    ...difference,
    mean,
    q10: roundTo(difference.q10, step),
    q90: roundTo(difference.q90, step),
  };
}

/** Whether a variant leaves value and cost as they are, whatever it says. */
export function changesNothing({ contributions }: VariantOutcome): boolean {
  const isNone = (values: readonly number[]): boolean => values.every((value) => Math.abs(value) < 0.5);
  return contributions.every(({ value, cost }) => isNone(value) && isNone(cost));
}

export interface QuarterDifference {
  from: Month;
  to: Month;
  kinds: readonly { kind: Kind; value: number }[];
  /** Rounded to what is known, like the kinds; null where there is no difference. */
  total: Spread | null;
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
    const exact = outcome.difference.quarters[index];
    if (!exact) return [];
    const whole = base.quarters[index]?.value.mean ?? 0;
    const total = shownSpread(exact, whole);
    const step = knownStep(exact, whole);
    return [
      {
        from: quarter.from,
        to: quarter.to,
        kinds: [...kinds].map((kind) => ({
          kind,
          value:
            total === null ? 0 : roundTo(valueOf(quarter, kind) - valueOf(base.quarters[index], kind), step),
        })),
        total,
      },
    ];
  });
}
