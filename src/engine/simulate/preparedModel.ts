import { KINDS, type Kind } from '../deals/deal';
import type { FunnelModel, OpenGroup } from '../funnel/model';
import { prepareCosts, type PreparedCost } from './costs';
import { horizonOf, type Horizon } from './horizon';
import { emptyKind, factorsOf, prepareKind, type PreparedKind } from './preparedKind';
import { roundModel } from './roundParameters';
import { ValueSum } from './wonValue';

export interface PreparedGroup {
  /** Slot of its kind in `kinds`; all kinds that appear anywhere have one. */
  slot: number;
  /** Number among the groups of its kind: names its substream. */
  streamIndex: number;
  count: number;
  /** Chance to be won in each forecast month, and its running sum. */
  chance: Float64Array;
  cumulated: Float64Array;
  /** Mean value of a win in each month. */
  valueMean: Float64Array;
  valueSum: ValueSum;
}

export interface PreparedModel {
  model: FunnelModel;
  horizon: Horizon;
  /** Every kind that the model, its open deals, its history or its costs name, in the order of `KINDS`. */
  kindNames: readonly Kind[];
  kinds: readonly PreparedKind[];
  groups: readonly PreparedGroup[];
  costs: readonly PreparedCost[];
  hasReferrals: boolean;
  /** Sd of the log level error at each forecast month, or null where there is none. */
  levelLogSd: Float64Array | null;
}

/**
 * Rounds the parameters and works out once what every path needs.
 *
 * @param atMeanSpeed true: one kernel at the mean stage times, whatever their doubt
 */
export function prepareModel(unrounded: FunnelModel, atMeanSpeed = false): PreparedModel {
  const model = roundModel(unrounded);
  const horizon = horizonOf(model);
  const named = new Set<Kind | null>(
    [...model.kinds, ...model.open, ...model.history, ...model.costs].map((entry) => entry.kind),
  );
  const kindNames = KINDS.filter((kind) => named.has(kind));
  const kinds = kindNames.map((name, slot) => {
    const kind = model.kinds.find((candidate) => candidate.kind === name) ?? emptyKind(name);
    const isAlike = kind.quarterRhythm === undefined && kind.pace === undefined;
    const own = isAlike ? horizon : horizonOf(model, kind.quarterRhythm, kind.pace);
    return prepareKind(kind, slot, own, atMeanSpeed);
  });
  const groupsOfKind = kindNames.map(() => 0);
  const groups = model.open.map((group) => {
    const slot = kindNames.indexOf(group.kind);
    const streamIndex = groupsOfKind[slot]!++;
    return prepareGroup(group, slot, streamIndex, horizon.months);
  });
  const hasLevelError = model.levelVariance.some((variance) => variance > 0);
  return {
    model,
    horizon,
    kindNames,
    kinds,
    groups,
    costs: prepareCosts(model.costs, kindNames, horizon.months),
    hasReferrals: model.customers !== null && kinds.some((kind) => kind.referrals !== null),
    levelLogSd: hasLevelError
      ? Float64Array.from({ length: horizon.months }, (_, month) =>
          Math.sqrt(Math.max(0, model.levelVariance[month] ?? 0)),
        )
      : null,
  };
}

type LaidOutGroup = Omit<PreparedGroup, 'slot' | 'streamIndex'>;

const laidOut = new WeakMap<OpenGroup, { months: number; group: LaidOutGroup }>();

/** A group stays the same from one change of a plan to the next: it is laid out once. */
function prepareGroup(group: OpenGroup, slot: number, streamIndex: number, months: number): PreparedGroup {
  let kept = laidOut.get(group);
  if (kept?.months !== months) {
    kept = { months, group: layOutGroup(group, months) };
    laidOut.set(group, kept);
  }
  return { slot, streamIndex, ...kept.group };
}

function layOutGroup(group: OpenGroup, months: number): LaidOutGroup {
  const chance = Float64Array.from({ length: months }, (_, month) =>
    Math.max(0, group.winChance[month] ?? 0),
  );
  const cumulated = new Float64Array(months);
  let sum = 0;
  for (let month = 0; month < months; month++) cumulated[month] = sum += chance[month]!;
  return {
    count: Math.max(0, Math.round(group.count)),
    chance,
    cumulated,
    valueMean: factorsOf(group.valueByMonth, months).map((factor) => factor * group.value.mean),
    valueSum: new ValueSum(group.value.variation),
  };
}
