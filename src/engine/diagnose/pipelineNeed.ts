import { firstDayOfMonth, lastDayOfMonth, monthsBetween } from '../calendar/month';
import type { FunnelModel, KindModel } from '../funnel/model';
import { lastDayToStart } from '../goal/lastDays';
import { reduceClosing } from '../simulate/closing';
import type { PeriodForecast } from '../simulate/forecast';
import type { KindNeeded, PipelineNeed } from './pace';

/** Of the leads that will be won, so many are to be won in time. */
const HALF = 0.5;
/** Where fewer are, no number of leads is an answer. */
const TOO_FEW = 0.05;
/** More leads at once than usually come in so many months is no plan. */
const MOST_MONTHS_OF_LEADS = 3;

/**
 * What the open deals would have to bring for the target, beside what they bring, at their own conversion by the end of the period; and
 * what it takes in new deals to make up for what is missing.
 */
export function pipelineNeed(model: FunnelModel, forecast: PeriodForecast, target: number): PipelineNeed {
  const { alreadyWon, value, kinds } = forecast;
  const fromOpen = kinds.reduce((sum, kind) => sum + kind.fromOpen, 0);
  const fromNew = kinds.reduce((sum, kind) => sum + kind.fromNew, 0);
  const openDeals = model.open.reduce((sum, { count }) => sum + count, 0);
  const openValue = model.open.reduce((sum, group) => sum + group.count * group.value.mean, 0);
  const fromOpenNeeded = Math.max(0, target - alreadyWon - fromNew);
  const conversion = openValue > 0 ? fromOpen / openValue : 0;
  const valueNeeded = conversion > 0 ? fromOpenNeeded / conversion : null;
  const missing = Math.max(0, target - value.mean);
  const meanValue = meanValueToCome(model, forecast);
  const needed = missing > 0 ? model.kinds.map((kind) => kindNeeded(model, kind, forecast, missing)) : [];
  return {
    ...{ fromOpenNeeded, fromOpen, fromNew, openDeals, openValue, conversion, valueNeeded, missing },
    coverage: valueNeeded !== null && valueNeeded > 0 ? openValue / valueNeeded : null,
    missingWins: missing > 0 && meanValue > 0 ? missing / meanValue : 0,
    missingDeals: fromOpen > 0 ? (missing / fromOpen) * openDeals : null,
    byDay: needed.reduce<number | null>(
      (latest, { lastDay }) => (lastDay === null || (latest !== null && latest > lastDay) ? latest : lastDay),
      null,
    ),
    kinds: needed.sort((one, other) => (one.leads ?? Infinity) - (other.leads ?? Infinity) || 0),
  };
}

/** Mean value of a win that is still expected; where none is, of the kinds' wins. */
function meanValueToCome(
  model: FunnelModel,
  { from, to, kinds, value, alreadyWon, wins }: PeriodForecast,
): number {
  const before = model.history.reduce(
    (sum, row) => sum + (row.month >= from && row.month <= to ? row.wins : 0),
    0,
  );
  const toCome = wins.mean - before;
  if (toCome > 0 && value.mean > alreadyWon) return (value.mean - alreadyWon) / toCome;
  const present = model.kinds.filter(({ kind }) => kinds.some((part) => part.kind === kind));
  return present.reduce((sum, kind) => sum + kind.value.mean, 0) / Math.max(1, present.length);
}

function kindNeeded(
  model: FunnelModel,
  ofKind: KindModel,
  { from, to }: PeriodForecast,
  missing: number,
): KindNeeded {
  const { kind, closing, value, level } = ofKind;
  const { chance, timeWithin } = reduceClosing(closing);
  const days = lastDayOfMonth(to) + 1 - Math.max(model.start, firstDayOfMonth(from));
  const time = timeWithin(Math.max(1, days));
  // Leads that come over the first forecast day.
  const inTime = time.integrated(days) - time.integrated(days - 1);
  const last = model.months[0] === undefined ? 0 : monthsBetween(model.months[0], to);
  // What other forecasters make of wins so far ahead.
  const winsInTime = Math.min(1, Math.max(0, chance * inTime * (level?.wins[last] ?? 1)));
  const worth = winsInTime * value.mean * (level?.value[last] ?? 1);
  const leads = worth > 0 && inTime >= TOO_FEW ? missing / worth : null;
  const lastDay = winsInTime > 0 ? lastDayToStart(closing, to, HALF) : null;
  const isLate = lastDay !== null && lastDay < model.start;
  const isUsual = leads !== null && leads <= MOST_MONTHS_OF_LEADS * leadsPerMonth(model, ofKind);
  return { kind, winsInTime, leads, lastDay, isPossible: isUsual && !isLate };
}

/** New leads of a kind in a month to come, referred ones included: of whole months, as far as there are any. */
function leadsPerMonth({ customers }: FunnelModel, { arrivals }: KindModel): number {
  const { monthly, perCustomer } = arrivals;
  const whole = monthly.length > 1 ? monthly.slice(1, 1 + MOST_MONTHS_OF_LEADS) : monthly;
  const own = whole.reduce((sum, leads) => sum + leads, 0) / Math.max(1, whole.length);
  return own + perCustomer * (customers?.active ?? 0);
}
