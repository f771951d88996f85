import { fiscalYearOf } from '../calendar/fiscal';
import { addMonths } from '../calendar/month';
import type { FunnelModel, KindModel, MonthlyActual } from '../funnel/model';
import { firstMonthOf } from '../simulate/periods';
import { portableOpen } from './portableOpen';
import { roundedDeep } from '../simulate/rounding';

const DIGITS = 4;
/** Months before the forecast that are told where the fiscal year began later. */
const PAST_MONTHS = 24;
const CENTS = 2;

const portable = new WeakMap<FunnelModel, FunnelModel>();

/**
 * A fitted model as a link carries it, and as every forecast is made of: open deals in few groups, of the past what a forecast shows,
 * figures at four significant digits (whole numbers as they are), no remarks. Means stay what they were but for the rounding; what has
 * already been won stays to the cent. Idempotent.
 */
export function portableModel(fitted: FunnelModel): FunnelModel {
  let kept = portable.get(fitted);
  if (kept === undefined) {
    kept = {
      ...fitted,
      kinds: fitted.kinds.map(portableKind),
      open: portableOpen(fitted.open),
      customers: roundedDeep(fitted.customers, DIGITS),
      recurring: roundedDeep(fitted.recurring, DIGITS),
      costs: roundedDeep(fitted.costs, DIGITS),
      quarterRhythm: roundedDeep(fitted.quarterRhythm, DIGITS),
      levelVariance: roundedDeep(fitted.levelVariance, DIGITS),
      history: portableHistory(fitted),
      notes: [],
    };
    portable.set(fitted, kept);
    portable.set(kept, kept);
  }
  return kept;
}

/** Bins of ages keep their days: rounded, two of them could fall together. */
function portableKind(kind: KindModel): KindModel {
  const rounded = roundedDeep(kind, DIGITS);
  const { closing } = kind;
  if (closing.by === 'stages' || rounded.closing.by === 'stages') return rounded;
  const hazards = { ...rounded.closing.hazards, ageFrom: closing.hazards.ageFrom };
  return { ...rounded, closing: { ...rounded.closing, hazards } };
}

/** From two years before the forecast on, and all of the running fiscal year. */
function portableHistory(fitted: FunnelModel): MonthlyActual[] {
  const first = firstMonthOf(fitted);
  const year = fiscalYearOf(first, fitted.fiscalYearStart).from;
  const twoYearsBefore = addMonths(first, -PAST_MONTHS);
  const from = year < twoYearsBefore ? year : twoYearsBefore;
  return fitted.history
    .filter(({ month }) => month >= from)
    .map(({ month, kind, leads, wins, value }) => ({
      ...{ month, kind, leads, wins },
      value: Number.isFinite(value) ? Number(value.toFixed(CENTS)) : value,
    }));
}
