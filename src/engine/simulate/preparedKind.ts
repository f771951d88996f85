import { KINDS, type Kind } from '../deals/deal';
import type { KindModel, Share } from '../funnel/model';
import { cohortCount } from './cohorts';
import type { Horizon } from './horizon';
import { kernelsOf } from './kernels';
import { prepareTilts, type PreparedTilts } from './tilts';
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
  /** Cohorts that came before the first forecast month's coming leads. */
  cohortsBefore: number;
  /** Speed × cohort × month: share of the wins of a cohort that fall in a month, the month's level included. */
  shares: Float64Array;
  /** Speed × month: leads times shares, summed over all cohorts, and over those from before the start. */
  wonLeads: Float64Array;
  wonLeadsBefore: Float64Array;
  speeds: number;
  arrivalsLogSd: number;
  tilts: PreparedTilts | null;
  overdispersion: number;
  /** Leads that a customer brings in each forecast month (the first: what is left of it); null where none does. */
  referrals: Float64Array | null;
  referralsLogSd: number;
  valueMean: number;
  /** Factor on the value of the wins of each month. */
  valueLevel: Float64Array;
  valueLogSd: number;
  valueSum: ValueSum;
}

/** A kind that has open deals, history or costs but no arrivals of its own. */
export function emptyKind(kind: Kind): KindModel {
  return {
    kind,
    arrivals: { monthly: [], before: [], doubt: 0, overdispersion: 0, perCustomer: 0 },
    closing: { by: 'stages', stages: [] },
    value: { mean: 0, variation: 0, doubt: 0 },
  };
}

/** @param horizon with the rhythm that the kind closes by */
export function prepareKind(
  kind: KindModel,
  slot: number,
  horizon: Horizon,
  atMeanSpeed: boolean,
): PreparedKind {
  const { arrivals, value, level } = kind;
  const { months } = horizon;
  const { conversions, chance, speeds, shares: plain } = kernelsOf(kind.closing, horizon, atMeanSpeed);
  const shares = atLevel(plain, level?.wins ?? [], months);
  const cohortsBefore = cohortCount(horizon) - months;
  const leads = cohortLeads(kind, horizon);
  return {
    streamIndex: KINDS.indexOf(kind.kind),
    slot,
    conversions,
    chance,
    leads,
    cohortsBefore,
    shares,
    wonLeads: sumCohorts(leads, shares, leads.length, months),
    wonLeadsBefore: sumCohorts(leads, shares, cohortsBefore, months),
    speeds,
    arrivalsLogSd: arrivals.doubt,
    tilts: prepareTilts(arrivals.tilts ?? [], months),
    overdispersion: arrivals.overdispersion,
    referrals: referralsByMonth(kind, horizon),
    referralsLogSd: arrivals.perCustomerDoubt ?? 0,
    valueMean: value.mean,
    valueLevel: factorsOf(level?.value, months),
    valueLogSd: value.doubt,
    valueSum: new ValueSum(value.variation),
  };
}

/** One factor a month, 1 where none is given. */
export function factorsOf(factors: readonly number[] | undefined, months: number): Float64Array {
  return Float64Array.from({ length: months }, (_, month) => factors?.[month] ?? 1);
}

/** The shares with each month's factor; the kernels themselves are others' too. */
function atLevel(shares: Float64Array, factors: readonly number[], months: number): Float64Array {
  if (factors.length === 0) return shares;
  const level = factorsOf(factors, months);
  return shares.map((share, cell) => share * level[cell % months]!);
}

/** Speed × month: leads of the first `cohorts` cohorts times their shares. */
function sumCohorts(
  leads: Float64Array,
  shares: Float64Array,
  cohorts: number,
  months: number,
): Float64Array {
  const perSpeed = leads.length * months;
  const speeds = perSpeed > 0 ? shares.length / perSpeed : 0;
  const sums = new Float64Array(speeds * months);
  for (let speed = 0; speed < speeds; speed++) {
    for (let cohort = 0; cohort < cohorts; cohort++) {
      const row = speed * perSpeed + cohort * months;
      for (let month = 0; month < months; month++) {
        sums[speed * months + month]! += leads[cohort]! * shares[row + month]!;
      }
    }
  }
  return sums;
}

function cohortLeads(kind: KindModel, horizon: Horizon): Float64Array {
  const leads = new Float64Array(cohortCount(horizon));
  const { before, monthly } = kind.arrivals;
  before.forEach((count, monthsAgo) => (leads[horizon.monthsBefore - monthsAgo] = count));
  for (let month = 0; month < horizon.months; month++)
    leads[horizon.monthsBefore + 1 + month] = monthly[month] ?? 0;
  return leads;
}

function referralsByMonth({ arrivals }: KindModel, { months, firstShare }: Horizon): Float64Array | null {
  if (!(arrivals.perCustomer > 0)) return null;
  return factorsOf(arrivals.perCustomerByMonth, months).map(
    (factor, month) => arrivals.perCustomer * factor * (month === 0 ? firstShare : 1),
  );
}
