import type { Day } from '../calendar/calendar';
import { asOf } from '../deals/asOf';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { Bridge, BridgeGrounds, BridgeNote, BridgePart, BridgeRequest } from './bridge';
import { fitBridge, type BridgeFit } from './bridgeFit';
import { partsOfKind, Z80, Z90 } from './bridgeParts';
import { monthsEarlier, spanBefore } from './bridgePeriods';
import { historySide, type BridgeSide } from './bridgeSides';
import { splitKind, type KindSplit } from './kindGame';
import type { DaySpan } from './leak';
import { hasSameStages, isPlanTyped, planSide } from './planSide';
import { stateChanges } from './stateChanges';
import { ticksOf } from './ticks';
import { totalOf, wonIn } from './wonIn';

/** A period that begins in the second half of a month is told from the next one on. */
const HALF_MONTH_DAYS = 15;
const FEW_WINS = 10;
const LEAST_SHARE_OF_CAUSE = 0.01;

/**
 * Where the difference between two times comes from, or that to a plan or a target: what was won in the period less what was won in the
 * base = Σ parts. The parts are Shapley's split of the exact mean of the won value (leads of the time before and of the period itself ×
 * chance to be won in the period, by kind and state, each as it was then × value of a win × season) between the base's figures and the
 * period's; what was won beyond either mean is chance. No order of the causes is privileged. See docs/methods.md, "Bridge".
 *
 * Several bridges on the same deals: make `createBridges` once.
 *
 * @returns null where there is nothing to compare with: no deals by the end of the base, or a plan in which nothing is typed
 */
export function bridgeOf(grounds: BridgeGrounds, request: BridgeRequest): Bridge | null {
  return createBridges(grounds)(request);
}

/** The same with what all bridges on the same deals rest on worked out once. */
export function createBridges(grounds: BridgeGrounds): (request: BridgeRequest) => Bridge | null {
  const known = asOf(grounds.deals, grounds.dataDay);
  const fits: { whole?: BridgeFit; staged?: BridgeFit } = {};
  const fitted = (isWhole: boolean): BridgeFit =>
    (fits[isWhole ? 'whole' : 'staged'] ??= fitBridge(grounds, known, isWhole));
  return (request) => (known.length === 0 ? null : buildBridge(grounds, known, fitted, request));
}

function buildBridge(
  grounds: BridgeGrounds,
  known: readonly Deal[],
  fitted: (isWhole: boolean) => BridgeFit,
  { period, against }: BridgeRequest,
): Bridge | null {
  const notes: BridgeNote[] = [];
  const plan = against.by === 'plan' ? against.plan : null;
  if (plan !== null && !isPlanTyped(plan)) return null;
  const staged = fitted(false);
  const isStaged = staged.stays.states.length > 1;
  const isDifferent = plan !== null && isStaged && !hasSameStages(plan, staged.stays.states);
  const fit = isDifferent ? fitted(true) : staged;
  if (isDifferent) notes.push({ code: 'stagesDiffer', params: {} });
  if (!isStaged) notes.push({ code: 'noStages', params: {} });

  const base = plan === null ? baseSpan(against, period, fit) : null;
  if (base !== null && base.to < fit.grid.firstDay) return null;
  if (base !== null && base.from < firstCreated(known))
    notes.push({ code: 'baseNotWhole', params: { from: firstCreated(known) } });

  const ticks = ticksOf(period, fit.stays.times, fit.winAges);
  const beginning = monthAt(fit, period.from + HALF_MONTH_DAYS);
  const changes = fit.evidence.map((ofKind) => ofKind.map((evidence) => stateChanges(evidence, beginning)));
  const now = historySide(fit, grounds, period, ticks, changes);
  const then: BridgeSide =
    plan !== null
      ? planSide(plan, now, fit.states)
      : historySide(fit, grounds, base ?? period, ticks, changes);
  const volume = commonVolume(then, now);
  const splits = KINDS.map((_, kind): KindSplit | null => {
    const [before, after] = [then.kinds[kind], now.kinds[kind]];
    if (!before || !after) return null;
    const states = fit.states[kind]!;
    const { entry, next } = fit.stays;
    return splitKind({
      ...{ ticks, states, volume, base: before, now: after },
      entry: entry.subarray(kind * states.length, (kind + 1) * states.length),
      next: next.subarray(
        kind * states.length * (states.length + 1),
        (kind + 1) * states.length * (states.length + 1),
      ),
    });
  });
  const parts = splits.flatMap((split, kind) =>
    split === null
      ? []
      : partsOfKind(kind, split, { fit, changes, ticks, base: then, now, isPlan: plan !== null }),
  );
  const wonNow = wonIn(known, period, grounds.currency);
  const wonThen = base === null ? null : wonIn(known, base, grounds.currency);
  const actual = totalOf(wonNow.value);
  const expectedThen = expected(splits, then, 'winsBase');
  const earlier = wonThen === null ? expectedThen : totalOf(wonThen.value);
  const compared = against.by === 'target' ? against.amount : earlier;
  const gap = actual - compared;

  const season = splits.reduce((sum, split) => sum + (split?.season ?? 0), 0);
  if (season !== 0) parts.push(seasonPart(season, grounds));
  if (against.by === 'target') parts.push(plainPart('ambition', earlier - compared));
  const chance = gap - parts.reduce((sum, { value }) => sum + value, 0);
  const luckWins = KINDS.reduce((sum, _, kind) => {
    const own = (wonNow.wins[kind]! - (splits[kind]?.winsNow ?? 0)) * (now.kinds[kind]?.value ?? 0);
    if (wonThen === null) return sum + own;
    return sum + own - (wonThen.wins[kind]! - (splits[kind]?.winsBase ?? 0)) * (then.kinds[kind]?.value ?? 0);
  }, 0);
  parts.push(chancePart(chance, parts, luckVariance(fit, splits, now, wonThen === null ? null : then)));
  const wins = totalOf(wonNow.wins) + (wonThen === null ? 0 : totalOf(wonThen.wins));
  if (wins < FEW_WINS) notes.push({ code: 'fewWins', params: { wins } });
  const sorted = parts.sort(
    (one, other) =>
      Number(one.isWithinNoise) - Number(other.isWithinNoise) || Math.abs(other.value) - Math.abs(one.value),
  );
  const least = LEAST_SHARE_OF_CAUSE * Math.max(Math.abs(actual), Math.abs(compared));
  return {
    ...{ against: against.by, period, base, actual, compared, gap, notes },
    parts: sorted,
    causes: sorted.filter(
      ({ value, isWithinNoise, kind }) => kind !== null && !isWithinNoise && Math.abs(value) >= least,
    ),
    volume: splits.reduce((sum, split) => sum + (split?.volume ?? 0), 0),
    mix: splits.reduce((sum, split) => sum + (split?.mix ?? 0), 0),
    luck: { wins: luckWins, sizes: chance - luckWins },
  };
}

/** Position of the month of a day, within the history. */
function monthAt({ grid }: BridgeFit, day: Day): number {
  return grid.monthOfOffset[Math.max(0, Math.min(grid.lastDay, day) - grid.firstDay)]!;
}

function baseSpan(against: BridgeRequest['against'], period: DaySpan, fit: BridgeFit): DaySpan {
  if (against.by === 'before') return against.base ?? spanBefore(period);
  const lastYear = monthsEarlier(period, 12);
  // A target is bridged from the year before, so that the season is on both sides; young companies have only the days before.
  if (against.by === 'target' && lastYear.from < fit.grid.firstDay) return spanBefore(period);
  return lastYear;
}

function firstCreated(known: readonly Deal[]): number {
  return known.reduce((first, { created }) => Math.min(first, created), Infinity);
}

/** Leads of all kinds now ÷ then; 1 where there are none on a side: all of it is mix. */
function commonVolume(then: BridgeSide, now: BridgeSide): number {
  const leads = ({ kinds }: BridgeSide): number =>
    kinds.reduce((sum, kind) => sum + (kind === null ? 0 : totalOf(kind.leads)), 0);
  const [before, after] = [leads(then), leads(now)];
  return before > 0 && after > 0 ? after / before : 1;
}

function expected(
  splits: readonly (KindSplit | null)[],
  side: BridgeSide,
  of: 'winsBase' | 'winsNow',
): number {
  return splits.reduce((sum, split, kind) => sum + (split?.[of] ?? 0) * (side.kinds[kind]?.value ?? 0), 0);
}

/** Of the won value by chance alone: a Poisson count of wins of varying value. */
function luckVariance(
  { values }: BridgeFit,
  splits: readonly (KindSplit | null)[],
  now: BridgeSide,
  then: BridgeSide | null,
): number {
  return splits.reduce((sum, split, kind) => {
    const ofSquare = 1 + values[kind]!.variation ** 2;
    const after = (split?.winsNow ?? 0) * (now.kinds[kind]?.value ?? 0) ** 2;
    const before = then === null ? 0 : (split?.winsBase ?? 0) * (then.kinds[kind]?.value ?? 0) ** 2;
    return sum + ofSquare * (after + before);
  }, 0);
}

function plainPart(cause: BridgePart['cause'], value: number): BridgePart {
  return {
    ...{ cause, kind: null, stage: null, value, low: value, high: value, isWithinNoise: false },
    ...{ before: null, now: null, change: null, since: null, sureness: null, n: 0 },
  };
}

function seasonPart(value: number, { summary }: BridgeGrounds): BridgePart {
  const { quarter, year } = summary.calendar.wins.weightOf;
  const sureness = Math.max(quarter, year);
  return { ...plainPart('season', value), sureness, isWithinNoise: sureness < 0.5 };
}

function chancePart(value: number, others: readonly BridgePart[], variance: number): BridgePart {
  const ofOthers = others.reduce((sum, { low, high }) => sum + ((high - low) / (2 * Z80)) ** 2, 0);
  const half = Z80 * Math.sqrt(ofOthers);
  return {
    ...plainPart('chance', value),
    low: value - half,
    high: value + half,
    isWithinNoise: Math.abs(value) < Z90 * Math.sqrt(variance + ofOthers),
  };
}
