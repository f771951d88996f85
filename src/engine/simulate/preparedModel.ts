import { KINDS, type Kind } from '../deals/deal';
import type { FunnelModel, KindModel, OpenGroup, Share } from '../funnel/model';
import { reduceClosing, speedDoubt } from './closing';
import { cohortCount, winShares } from './cohorts';
import { horizonOf, type Horizon } from './horizon';
import { roundModel } from './roundParameters';
import { speedGrid } from './speedGrid';
import { stretchTime } from './timeToWin';
import { ValueSum } from './wonValue';

/** Numbers of one kind, laid out for the walk over paths. */
export interface PreparedKind {
  /** Place in `KINDS`: names its substreams, whatever other kinds the model has. */
  streamIndex: number;
  /** Place in `PreparedModel.kinds`. */
  slot: number;
  conversions: readonly Share[];
  /** Chance to win at the mean conversions. */
  chance: number;
  /** Expected leads by cohort (see `cohorts`), referrals left out. */
  leads: Float64Array;
  /** Speed × cohort × month: share of the wins of a cohort that fall in a month. */
  shares: Float64Array;
  /** Speed × month: leads times shares, summed over cohorts. */
  wonLeads: Float64Array;
  speeds: number;
  arrivalsLogSd: number;
  overdispersion: number;
  perCustomer: number;
  valueMean: number;
  /** Factor on the value of the wins of each month. */
  valueLevel: Float64Array;
  valueLogSd: number;
  valueSum: ValueSum;
}

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
  /** Every kind that the model, its open deals or its history names, in the order of `KINDS`. */
  kindNames: readonly Kind[];
  kinds: readonly PreparedKind[];
  groups: readonly PreparedGroup[];
  hasReferrals: boolean;
  /** Sd of the log level error at each forecast month, or null where there is none. */
  levelLogSd: Float64Array | null;
}

/** A kind that has open deals or history but no arrivals of its own. */
function emptyKind(kind: Kind): KindModel {
  return {
    kind,
    arrivals: { monthly: [], before: [], doubt: 0, overdispersion: 0, perCustomer: 0 },
    closing: { by: 'stages', stages: [] },
    value: { mean: 0, variation: 0, doubt: 0 },
  };
}

/**
 * Rounds the parameters and works out once what every path needs.
 *
 * @param atMeanSpeed true: one kernel at the mean stage times, whatever their doubt
 */
export function prepareModel(unrounded: FunnelModel, atMeanSpeed = false): PreparedModel {
  const model = roundModel(unrounded);
  const horizon = horizonOf(model);
  const named = new Set<Kind>([...model.kinds, ...model.open, ...model.history].map((entry) => entry.kind));
  const kindNames = KINDS.filter((kind) => named.has(kind));
  const kinds = kindNames.map((name, slot) =>
    prepareKind(model.kinds.find(({ kind }) => kind === name) ?? emptyKind(name), slot, horizon, atMeanSpeed),
  );
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
    hasReferrals: model.customers !== null && kinds.some((kind) => kind.perCustomer > 0),
    levelLogSd: hasLevelError
      ? Float64Array.from({ length: horizon.months }, (_, month) =>
          Math.sqrt(Math.max(0, model.levelVariance[month] ?? 0)),
        )
      : null,
  };
}

/** One factor a month, 1 where none is given. */
function factorsOf(factors: readonly number[] | undefined, months: number): Float64Array {
  return Float64Array.from({ length: months }, (_, month) => factors?.[month] ?? 1);
}

function prepareKind(kind: KindModel, slot: number, horizon: Horizon, atMeanSpeed: boolean): PreparedKind {
  const { months, edges } = horizon;
  const reach = edges[edges.length - 1]! - edges[0]!;
  // The slowest kernel is read within the reach, the fastest beyond it.
  const factors = speedGrid(atMeanSpeed ? 0 : speedDoubt(kind.closing));
  const closing = reduceClosing(kind.closing, reach / Math.min(...factors));
  const cohorts = cohortCount(horizon);
  const leads = cohortLeads(kind, horizon);
  const shares = new Float64Array(factors.length * cohorts * months);
  const wonLeads = new Float64Array(factors.length * months);
  const level = factorsOf(kind.level?.wins, months);
  factors.forEach((factor, speed) => {
    const kernel = winShares(stretchTime(closing.time, factor), horizon).map(
      (share, cell) => share * level[cell % months]!,
    );
    shares.set(kernel, speed * cohorts * months);
    for (let cohort = 0; cohort < cohorts; cohort++) {
      for (let month = 0; month < months; month++) {
        wonLeads[speed * months + month]! += leads[cohort]! * kernel[cohort * months + month]!;
      }
    }
  });
  return {
    streamIndex: KINDS.indexOf(kind.kind),
    slot,
    conversions: closing.conversions,
    chance: closing.chance,
    leads,
    shares,
    wonLeads,
    speeds: factors.length,
    arrivalsLogSd: kind.arrivals.doubt,
    overdispersion: kind.arrivals.overdispersion,
    perCustomer: kind.arrivals.perCustomer,
    valueMean: kind.value.mean,
    valueLevel: factorsOf(kind.level?.value, months),
    valueLogSd: kind.value.doubt,
    valueSum: new ValueSum(kind.value.variation),
  };
}

function cohortLeads(kind: KindModel, horizon: Horizon): Float64Array {
  const leads = new Float64Array(cohortCount(horizon));
  const { before, monthly } = kind.arrivals;
  before.forEach((count, monthsAgo) => (leads[horizon.monthsBefore - monthsAgo] = count));
  for (let month = 0; month < horizon.months; month++)
    leads[horizon.monthsBefore + 1 + month] = monthly[month] ?? 0;
  return leads;
}

function prepareGroup(group: OpenGroup, slot: number, streamIndex: number, months: number): PreparedGroup {
  const chance = Float64Array.from({ length: months }, (_, month) =>
    Math.max(0, group.winChance[month] ?? 0),
  );
  const cumulated = new Float64Array(months);
  let sum = 0;
  for (let month = 0; month < months; month++) cumulated[month] = sum += chance[month]!;
  return {
    slot,
    streamIndex,
    count: Math.max(0, Math.round(group.count)),
    chance,
    cumulated,
    valueMean: factorsOf(group.valueByMonth, months).map((factor) => factor * group.value.mean),
    valueSum: new ValueSum(group.value.variation),
  };
}
