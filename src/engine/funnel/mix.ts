import type { Kind, PlannedKind } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { buildKind } from './build';
import type { FunnelModel, KindModel } from './model';
import type { Plan } from './plan';

/**
 * A model whose parts come from history or from the plan, as `basis` says for each kind. Open deals, what has happened,
 * level variance and rhythm are always those of the fit: an open deal keeps its chances whatever is assumed of new leads.
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
    const basis = plan.kinds[kind].basis;
    const fromPlan = buildKind({ ...plan, isRunning: false }, kind, fitted.start, fitted.months.length);
    if (fromHistory === undefined) return basis.leads === 'plan' ? [fromPlan] : [];
    const mixed: KindModel = {
      kind,
      arrivals: basis.leads === 'plan' ? fromPlan.arrivals : fromHistory.arrivals,
      closing: basis.closing === 'plan' ? fromPlan.closing : fromHistory.closing,
      value: basis.value === 'plan' ? fromPlan.value : fromHistory.value,
    };
    // The factors correct what history makes of leads and closing together: no part of them fits an assumption.
    const isFitted = basis.leads === 'history' && basis.closing === 'history';
    if (fromHistory.level === undefined || !isFitted) return [mixed];
    const value = basis.value === 'plan' ? [] : fromHistory.level.value;
    return [{ ...mixed, level: { wins: fromHistory.level.wins, value } }];
  });
  return { ...fitted, kinds };
}

function isPlanned(kind: Kind): kind is PlannedKind {
  return kind !== 'unsorted';
}
