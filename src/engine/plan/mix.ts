import type { Kind, PlannedKind } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { FunnelModel, KindLevel, KindModel } from '../funnel/model';
import { buildCustomers, buildKind, buildRecurring } from './build';
import { buildKnownCosts } from './buildCosts';
import type { Plan } from './plan';
import { closingRhythm } from './season';

/**
 * A model whose parts come from history or from the plan, as `basis` says for each kind. Open deals, what has happened and
 * level variance are always those of the fit: an open deal keeps its chances whatever is assumed of new leads. Customers
 * and recurring revenue are the plan's, as deals don't tell them; so are costs, those that somebody has said. A kind that
 * closes as planned keeps the history's rhythm of the quarter until the plan has one that is not a default.
 *
 * A kind without any deals in the history comes wholly from the plan where its leads are set to 'plan', and is left out
 * otherwise: nobody without outbound should get a default's outbound. Unsorted deals have no plan and stay fitted. Leads
 * of before the start are listed as open deals, so no kind brings any of its own.
 *
 * @param fitted the model of the history; the start and the months of the mix are its own
 */
export function mix(fitted: FunnelModel, plan: Plan): FunnelModel {
  const kinds = KINDS.flatMap((kind) => {
    const fromHistory = fitted.kinds.find((model) => model.kind === kind);
    if (!isPlanned(kind)) return fromHistory === undefined ? [] : [fromHistory];
    const mixed = mixKind(fitted, fromHistory, plan, kind);
    return mixed === null ? [] : [mixed];
  });
  const planned = kinds.map(({ kind }) => kind).filter(isPlanned);
  const haveReferrals = kinds.some(({ arrivals }) => arrivals.perCustomer > 0);
  return {
    ...fitted,
    kinds,
    customers: plan.recurring.isOn || haveReferrals ? buildCustomers(plan) : null,
    recurring: buildRecurring(plan),
    costs: buildKnownCosts(plan, planned, fitted.start, fitted.months.length),
  };
}

function mixKind(
  fitted: FunnelModel,
  fromHistory: KindModel | undefined,
  plan: Plan,
  kind: PlannedKind,
): KindModel | null {
  const { basis } = plan.kinds[kind];
  if (fromHistory === undefined && basis.leads === 'history') return null;
  const isAllHistory = basis.leads === 'history' && basis.closing === 'history' && basis.value === 'history';
  if (fromHistory !== undefined && isAllHistory) return fromHistory;

  const planned = buildKind({ ...plan, isRunning: false }, kind, fitted.start, fitted.months.length);
  const hasRhythm = plan.season.quarterFrom !== 'default';
  const fromPlan = hasRhythm ? { ...planned, quarterRhythm: closingRhythm(plan) } : planned;
  if (fromHistory === undefined) return fromPlan;
  const closing = basis.closing === 'plan' ? fromPlan : fromHistory;
  const level = mixLevel(fromHistory, fromPlan, basis);
  return {
    kind,
    arrivals: basis.leads === 'plan' ? fromPlan.arrivals : fromHistory.arrivals,
    closing: closing.closing,
    value: basis.value === 'plan' ? fromPlan.value : fromHistory.value,
    ...(closing.quarterRhythm === undefined ? {} : { quarterRhythm: closing.quarterRhythm }),
    ...(level === null ? {} : { level }),
  };
}

/** The factors correct what history makes of leads and closing together: no part of them fits an assumption. */
function mixLevel(
  fromHistory: KindModel,
  fromPlan: KindModel,
  basis: Plan['kinds'][PlannedKind]['basis'],
): KindLevel | null {
  const isFitted = basis.leads === 'history' && basis.closing === 'history';
  const fitted = isFitted ? fromHistory.level : undefined;
  const value = basis.value === 'plan' ? fromPlan.level?.value : fitted?.value;
  if (fitted === undefined && value === undefined) return null;
  return { wins: fitted?.wins ?? [], value: value ?? [] };
}

function isPlanned(kind: Kind): kind is PlannedKind {
  return kind !== 'unsorted';
}
