import { KINDS } from '../deals/deal';
import type { BridgePart } from './bridge';
import type { BridgeFit } from './bridgeFit';
import type { BridgeSide } from './bridgeSides';
import { contrast, type ChangingLevel, type Contrast } from './changePoints';
import type { KindSide, KindSplit } from './kindGame';
import { leadChange } from './leadChange';
import { normalTail } from './normalTail';
import { shiftedConversion } from './shiftedState';
import type { StateChanges } from './stateChanges';
import type { Ticks } from './ticks';

/** Standard normal quantiles: 80 % inside; 90 % inside. */
export const Z80 = 1.2816;
export const Z90 = 1.6449;
/** 98 % inside: of the leads of three kinds, chance gives none such in 19 of 20 cases. */
const Z98 = 2.3263;
/** Less of what a kind brings is no part but the rounding of one. */
const ROUNDING = 1e-12;
const PER_DAYS = 30;
const PER_MONTH = PER_DAYS / 30.4375;
/** A step of a level is told where it is likelier than not; a difference to a plan where it is surer than 9 in 10. */
const SURE_OF_STEP = 0.5;
const SURE_OF_DIFFERENCE = 0.9;

export interface PartsContext {
  fit: BridgeFit;
  /** By kind in the order of `KINDS`, then state. */
  changes: readonly (readonly StateChanges[])[];
  ticks: Ticks;
  base: BridgeSide;
  now: BridgeSide;
  /** The base is a plan: known, and of no time. */
  isPlan: boolean;
}

/** The parts of one kind, each with what it was, what it is and how sure that is. */
export function partsOfKind(kind: number, split: KindSplit, context: PartsContext): BridgePart[] {
  const base = context.base.kinds[kind];
  const now = context.now.kinds[kind];
  if (!base || !now) return [];
  const names = context.fit.stays.states;
  return [
    leadsPart(kind, split, base, now, context),
    ...names.flatMap((_, state) => [
      statePart(kind, state, 'odds', split, context),
      statePart(kind, state, 'speed', split, context),
    ]),
    sizePart(kind, split, base, now, context),
  ].filter(
    ({ value }) => Math.abs(value) > ROUNDING * (split.winsBase * base.value + split.winsNow * now.value),
  );
}

function leadsPart(
  kind: number,
  split: KindSplit,
  base: KindSide,
  now: KindSide,
  { fit, ticks, isPlan }: PartsContext,
): BridgePart {
  const weights = split.chanceBase.map((chance, tick) => (chance + split.chanceNow[tick]!) / 2);
  const days = weights.reduce((sum, weight) => sum + weight, 0) * ticks.days;
  const rate = (leads: Float64Array): number =>
    days > 0 ? (PER_DAYS * leads.reduce((sum, count, tick) => sum + count * weights[tick]!, 0)) / days : 0;
  const change = leadChange(...monthlyLeads(fit, kind));
  const variance = now.leads.reduce(
    (sum, count, tick) => sum + (count + (isPlan ? 0 : base.leads[tick]!)) * weights[tick]! ** 2,
    0,
  );
  const value = split.volume + split.mix;
  // Told as it is seen in the months, where the change in them is the one that the period shows.
  const since = !isPlan && (change.now - change.before) * value > 0 ? change.since : null;
  const sd = Math.sqrt(change.dispersion * variance) * ((now.value + base.value) / 2);
  return {
    cause: 'leads',
    kind: KINDS[kind]!,
    stage: null,
    ...spread(value, sd),
    isWithinNoise: Math.abs(value) < Z98 * sd,
    ...(since !== null
      ? beforeAndNow(change.before * PER_MONTH, change.now * PER_MONTH)
      : beforeAndNow(rate(base.leads), rate(now.leads))),
    since: since === null ? null : fit.grid.months[since]!,
    sureness: 1,
    n: now.leads.reduce((sum, count) => sum + count, 0),
  };
}

function monthlyLeads({ grid, stays }: BridgeFit, kind: number): [leads: Float64Array, share: Float64Array] {
  const leads = new Float64Array(grid.months.length);
  const { times } = stays;
  for (let deal = 0; deal < times.count; deal++) {
    if (times.kind[deal] !== kind || times.created[deal]! < grid.firstDay) continue;
    leads[grid.monthOfOffset[times.created[deal]! - grid.firstDay]!]!++;
  }
  const share = new Float64Array(grid.months.length).fill(1);
  const last = share.length - 1;
  // Only the last month can have begun: 28 days are near enough to a whole one.
  share[last] = Math.min(1, (grid.lastDay + 1 - grid.starts[last]!) / 28);
  return [leads, share];
}

function statePart(
  kind: number,
  state: number,
  of: 'odds' | 'speed',
  split: KindSplit,
  context: PartsContext,
): BridgePart {
  const { fit, base, now } = context;
  const own = fit.states[kind]![state]!;
  const evidence = fit.evidence[kind]![state]!;
  const levelsBase = base.kinds[kind]![of][state]!;
  const levelsNow = now.kinds[kind]![of][state]!;
  let tick = 0;
  for (let at = 1; at < levelsNow.length; at++) {
    if (distance(levelsNow, levelsBase, at) > distance(levelsNow, levelsBase, tick)) tick = at;
  }
  const variance = of === 'odds' ? evidence.varOdds : evidence.varSpeed;
  const found = contrastAt(
    context.changes[kind]![state]![of],
    tick,
    levelsNow[tick]! - levelsBase[tick]!,
    variance,
    context,
  );
  const told = (level: number): number =>
    of === 'odds' ? shiftedConversion(own.conversion, level) : own.meanDays * Math.exp(-level);
  return {
    cause: of === 'odds' ? 'conversion' : 'time',
    kind: KINDS[kind]!,
    stage: fit.stays.states[state] ?? null,
    ...drawn(split[of][state]!, found, context),
    ...beforeAndNow(told(levelsBase[tick]!), told(levelsNow[tick]!)),
    n: evidence.leavers,
  };
}

function sizePart(
  kind: number,
  split: KindSplit,
  base: KindSide,
  now: KindSide,
  context: PartsContext,
): BridgePart {
  const { level, variation, wins } = context.fit.values[kind]!;
  const ratio = now.value > 0 && base.value > 0 ? Math.log(now.value / base.value) : 0;
  const last = context.ticks.count - 1;
  const found = contrastAt(level, last, ratio, (variation * variation) / Math.max(1, wins), context);
  return {
    cause: 'dealSize',
    kind: KINDS[kind]!,
    stage: null,
    ...drawn(split.size, found, context),
    ...beforeAndNow(base.value, now.value),
    n: wins,
  };
}

function distance(one: Float64Array, other: Float64Array, at: number): number {
  return Math.abs(one[at]! - other[at]!);
}

function contrastAt(
  level: ChangingLevel,
  tick: number,
  difference: number,
  variance: number,
  { now, base, isPlan }: PartsContext,
): Contrast {
  if (!isPlan) return contrast(level, now.months[tick]!, base.months[tick]!);
  const sd = Math.sqrt(variance);
  return {
    mean: difference,
    sd,
    sureness: sd > 0 ? 1 - 2 * normalTail(Math.abs(difference) / sd) : 0,
    month: null,
  };
}

/** Value, interval and sureness of a part that rests on an estimated difference of a level. */
function drawn(
  value: number,
  { mean, sd, sureness, month }: Contrast,
  { fit, isPlan }: PartsContext,
): Pick<BridgePart, 'value' | 'low' | 'high' | 'isWithinNoise' | 'since' | 'sureness'> {
  // In proportion to the difference, as long as it is small.
  const spreadOfValue = mean === 0 ? 0 : Math.abs((value * sd) / mean);
  return {
    ...spread(value, spreadOfValue),
    isWithinNoise: !(sureness >= (isPlan ? SURE_OF_DIFFERENCE : SURE_OF_STEP)),
    since: month === null ? null : fit.grid.months[month]!,
    sureness,
  };
}

function spread(value: number, sd: number): Pick<BridgePart, 'value' | 'low' | 'high'> {
  return { value, low: value - Z80 * sd, high: value + Z80 * sd };
}

function beforeAndNow(before: number, now: number): Pick<BridgePart, 'before' | 'now' | 'change'> {
  return { before, now, change: before > 0 ? now / before - 1 : null };
}
