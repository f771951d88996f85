import { build, calibrate, fit, mix, planStartDay, portableModel, portablePlan } from '../engine';
import type { Calibration, Deal, DealChances, FunnelModel, HistorySummary, ModelNote } from '../engine';
import type { Settings } from '../workspace/types';
import type { ForecastRequest } from './protocol';
import type { KnownDeals } from './knownDeals';

/** From any month on, two whole years: the current fiscal year and the next one are then always in it. */
export const HORIZON_MONTHS = 24;

/** What the deals say, before the plan has its say. */
export interface FittedDeals {
  model: FunnelModel;
  history: HistorySummary;
  /** The deals that were fitted, and what the chance of each open one follows from. */
  deals: readonly Deal[];
  chances: DealChances;
}

/** Fits the deals that count; null where none is left. The forecast starts the day after the data day. */
export function fitKnownDeals(
  known: KnownDeals,
  { fiscalYearStart, currency }: Settings,
  horizonMonths = HORIZON_MONTHS,
): FittedDeals | null {
  const deals = known.counted;
  if (deals.length === 0) return null;
  const { model, summary, chances } = fit(deals, {
    dataDay: known.dataDay,
    horizonMonths,
    fiscalYearStart,
    currency,
    stages: known.stages,
  });
  const excluded = known.deals.length - deals.length;
  if (excluded === 0) return { model, history: summary, deals, chances };
  const note: ModelNote = { code: 'excluded', params: { count: excluded } };
  return {
    model: { ...model, notes: [...model.notes, note] },
    history: { ...summary, notes: [...summary.notes, note] },
    deals,
    chances,
  };
}

const calibrated = new WeakMap<FunnelModel, { calibration: Calibration; model: FunnelModel }>();

/**
 * The fitted model with ranges as wide as past forecasts were off, as a link carries it: whoever opens one sees these numbers. Worked
 * out once, as a plan is changed far more often.
 */
export function calibratedModel(fitted: FunnelModel, calibration: Calibration | null): FunnelModel {
  return portableModel(calibration ? widened(fitted, calibration) : fitted);
}

function widened(fitted: FunnelModel, calibration: Calibration): FunnelModel {
  const kept = calibrated.get(fitted);
  if (kept?.calibration === calibration) return kept.model;
  const model = calibrate(fitted, calibration);
  calibrated.set(fitted, { calibration, model });
  return model;
}

/** History, its ranges as wide as past forecasts were off, mixed with the plan as the plan says; or the plan alone. */
export function assembleModel(
  fitted: Pick<FittedDeals, 'model' | 'history'> | null,
  calibration: Calibration | null,
  request: Pick<ForecastRequest, 'plan' | 'settings' | 'today'>,
): { model: FunnelModel; history: HistorySummary | null } {
  const plan = portablePlan(request.plan);
  if (fitted) {
    return { model: mix(calibratedModel(fitted.model, calibration), plan), history: fitted.history };
  }
  return { model: build(plan, planOptions(request)), history: null };
}

/** The calendar of a plan without deals. */
export function planOptions({ plan, settings, today }: Pick<ForecastRequest, 'plan' | 'settings' | 'today'>) {
  const { fiscalYearStart, currency } = settings;
  return {
    startDay: planStartDay(plan, today, fiscalYearStart),
    horizonMonths: HORIZON_MONTHS,
    fiscalYearStart,
    currency,
  };
}
