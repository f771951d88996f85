import type { FunnelModel } from '../funnel/model';
import { predictMonths, type Predicted, type PredictedTotal } from './predictiveVariance';

/** What one's own past forecasts were off by, as factors on the standard deviation the method expects; 1 says it was right. */
export interface Calibration {
  wins: number;
  revenue: number;
  quarter: number;
  /** Past forecasts that it rests on. */
  origins: number;
}

/** Squared errors ÷ expected variances of one past forecast, each at most 9; null where nothing was forecast. */
export interface Surprise {
  wins: number | null;
  revenue: number | null;
  quarter: number | null;
}

/** As if so many past forecasts had been just as far off as the method expects. */
const PRIOR_ORIGINS = 4;
/** One disaster must not widen all ranges for ever. */
const LARGEST_SURPRISE = 9;
const SMALLEST_FACTOR = 0.5;
const LARGEST_FACTOR = 3;

/** How surprising what happened was, by the forecast's own variance. */
export function surpriseOf(
  predicted: Predicted,
  actual: { wins: readonly number[]; revenue: readonly number[]; quarter: number },
): Surprise {
  return {
    wins: meanSurprise(predicted.wins, actual.wins),
    revenue: meanSurprise(predicted.revenue, actual.revenue),
    quarter: meanSurprise([predicted.quarter], [actual.quarter]),
  };
}

function meanSurprise(predicted: readonly PredictedTotal[], actual: readonly number[]): number | null {
  const surprises = predicted.flatMap(({ mean, natural, level }, index) => {
    const variance = mean * mean * (natural + level);
    if (!(variance > 0)) return [];
    return [Math.min(LARGEST_SURPRISE, (actual[index]! - mean) ** 2 / variance)];
  });
  if (surprises.length === 0) return null;
  return surprises.reduce((sum, surprise) => sum + surprise, 0) / surprises.length;
}

/** Factors from past forecasts whose outcome is known, shrunk to 1; each between 0.5 and 3. */
export function calibrationFrom(surprises: readonly Surprise[]): Calibration {
  const factorOf = (measure: keyof Surprise): number => {
    const known = surprises.flatMap((surprise) => surprise[measure] ?? []);
    const sum = known.reduce((total, surprise) => total + surprise, PRIOR_ORIGINS);
    const factor = Math.sqrt(sum / (PRIOR_ORIGINS + known.length));
    return Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, factor));
  };
  return {
    wins: factorOf('wins'),
    revenue: factorOf('revenue'),
    quarter: factorOf('quarter'),
    origins: surprises.length,
  };
}

/**
 * The model with a level error so large that its ranges have the learnt width: what wins, revenue and quarter ask for on
 * average is added to every month alike, since three months ahead is all that past forecasts have been held against. Chance
 * itself cannot be made smaller, so the level error is at least 0.
 *
 * @param model a fitted one, not calibrated before
 */
export function calibrate(model: FunnelModel, calibration: Calibration): FunnelModel {
  const predicted = predictMonths(model);
  const asked = [
    ...extraVariance(predicted.wins, calibration.wins),
    ...extraVariance(predicted.revenue, calibration.revenue),
    ...extraVariance([predicted.quarter], calibration.quarter),
  ];
  if (asked.length === 0) return model;
  const extra = asked.reduce((sum, each) => sum + each, 0) / asked.length;
  return { ...model, levelVariance: model.levelVariance.map((variance) => Math.max(0, variance + extra)) };
}

/** What the factor adds to the relative variance: the mean over the totals, so that three months weigh as much as a quarter. */
function extraVariance(totals: readonly PredictedTotal[], factor: number): number[] {
  const usable = totals.filter(({ mean }) => mean > 0);
  if (usable.length === 0) return [];
  const extra = usable.map(({ natural, level }) => (factor * factor - 1) * (natural + level));
  return [extra.reduce((sum, each) => sum + each, 0) / extra.length];
}
