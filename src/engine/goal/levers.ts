import type { Month } from '../calendar/calendar';
import type { Kind, PlannedKind } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { HistorySummary, KindHistory } from '../fit/summary';
import { assumptionAt, type PlanPlace } from '../plan/place';
import type { Basis, KindPlan, Plan } from '../plan/plan';
import { basisOf, isPlanned } from './grounds';
import type { Lever, LeverKey, LeverName } from './lever';
import { limitsOf } from './leverLimits';
import { LEVER_SHAPES } from './leverShapes';
import { conversionsOf, daysOf } from './turnLever';
import { productOf } from './winRate';

/**
 * All levers of a forecast as it stands: those of the plan where its assumptions are used, of the history where it speaks.
 * In the order of the funnel, kind by kind, the company's last.
 *
 * @param start first forecast month: that of `hires`
 */
export function leversOf(plan: Plan, summary: HistorySummary | null, start: Month): Lever[] {
  const ofKinds = KINDS.flatMap((kind) => {
    const basis = basisOf(plan, summary, kind);
    return basis === null ? [] : leversOfKind(plan, summary, kind, basis, start);
  });
  return [...ofKinds, ...leversOfCompany(plan, summary)];
}

function leversOfKind(
  plan: Plan,
  summary: HistorySummary | null,
  kind: Kind,
  basis: KindPlan['basis'],
  start: Month,
): Lever[] {
  const history = summary?.kinds.find((each) => each.kind === kind);
  const fromHistory = (part: Basis, of: HistoryLever): Lever[] =>
    part === 'history' && history ? leverOfHistory(kind, of, history) : [];
  const fromPlan = (part: Basis, list: (planned: PlannedKind) => Lever[]): Lever[] =>
    part === 'plan' && isPlanned(kind) ? list(kind) : [];
  return [
    ...fromHistory(basis.leads, 'leads'),
    ...fromPlan(basis.leads, (planned) => leversOfLeads(plan, planned, start)),
    ...fromHistory(basis.closing, 'winRate'),
    ...fromHistory(basis.closing, 'days'),
    ...fromPlan(basis.closing, (planned) => leversOfClosing(plan, planned)),
    ...fromHistory(basis.value, 'dealValue'),
    ...fromPlan(basis.value, (planned) => [
      ...leverAt(plan, 'dealValue', { kind: planned, of: 'dealValue' }),
      ...leverAt(plan, 'discount', { kind: planned, of: 'discount' }),
      ...leverAt(plan, 'valueGrowth', { kind: planned, of: 'valueGrowthPerYear' }),
    ]),
  ];
}

function leversOfLeads(plan: Plan, kind: PlannedKind, start: Month): Lever[] {
  switch (kind) {
    case 'seed':
      return [
        ...leverAt(plan, 'leads', { kind, of: 'leadsPerMonth' }),
        ...leverAt(plan, 'referrals', { kind, of: 'referralsPerCustomer' }),
        ...leverAt(plan, 'growth', { kind, of: 'growthPerMonth' }),
      ];
    case 'net':
      return [
        ...leverAt(plan, 'leads', { kind, of: 'leadsPerMonth' }),
        // A spend of nothing today says nothing about what more would bring.
        ...(plan.kinds.net.spendToday.value > 0 ? leverAt(plan, 'spend', { kind, of: 'spendPerMonth' }) : []),
        ...leverAt(plan, 'growth', { kind, of: 'growthPerMonth' }),
      ];
    case 'spear':
      return [
        ...leverAt(plan, 'prospectors', { kind, of: 'prospectors' }),
        leverOf(plan, 'hires', 'spear', null, null, hiredIn(plan, start)),
        ...leverAt(plan, 'leadsPerProspector', { kind, of: 'leadsPerProspector' }),
        ...leverAt(plan, 'growth', { kind, of: 'growthPerMonth' }),
        ...leverAt(plan, 'attrition', { kind, of: 'attritionPerMonth' }),
      ];
  }
}

function leversOfClosing(plan: Plan, kind: PlannedKind): Lever[] {
  const { stages } = plan.kinds[kind];
  // Without the stray digits of a product.
  const winRate = Number(productOf(conversionsOf(stages)).toPrecision(12));
  const days = daysOf(stages);
  return [
    ...(winRate > 0 && winRate < 1 ? [leverOf(plan, 'winRate', kind, null, null, winRate)] : []),
    // Of a single stage the win rate is all there is.
    ...(stages.length > 1
      ? stages.flatMap((_, index) => leverAt(plan, 'stage', { kind, of: 'conversion', index }))
      : []),
    ...(days > 0 ? [leverOf(plan, 'days', kind, null, null, days)] : []),
  ];
}

/** Customers matter where they refer others or go on paying. */
function leversOfCompany(plan: Plan, summary: HistorySummary | null): Lever[] {
  const { isOn } = plan.recurring;
  const refers =
    basisOf(plan, summary, 'seed')?.leads === 'plan' && plan.kinds.seed.referralsPerCustomer.value > 0;
  return [
    ...(refers ? leverAt(plan, 'customers', { kind: null, of: 'activeCustomers' }) : []),
    ...(refers || isOn ? leverAt(plan, 'churn', { kind: null, of: 'churnPerMonth' }) : []),
    ...(isOn ? leverAt(plan, 'expansion', { kind: null, of: 'expansionPerMonth' }) : []),
  ];
}

type HistoryLever = 'leads' | 'winRate' | 'days' | 'dealValue';

function leverOfHistory(kind: Kind, of: HistoryLever, history: KindHistory): Lever[] {
  const { value } = estimateOf(history, of);
  if (!(value > 0) || (of === 'winRate' && value >= 1)) return [];
  const { terms, better } = LEVER_SHAPES[of];
  return [
    {
      key: `${kind}.${of}`,
      kind,
      of,
      stage: null,
      basis: 'history',
      place: null,
      value,
      terms,
      better,
      isWhole: false,
      ...limitsOf(of, value, value),
      hasCost: false,
      isDetail: false,
    },
  ];
}

/** What the imported deals say in the terms of a lever. */
export function estimateOf(history: KindHistory, of: HistoryLever) {
  switch (of) {
    case 'leads':
      return history.leadsPerMonth;
    case 'winRate':
      return history.conversion;
    case 'days':
      return history.daysToWin;
    case 'dealValue':
      return history.dealValue;
  }
}

function leverAt(plan: Plan, of: LeverName, place: PlanPlace): Lever[] {
  const assumption = assumptionAt(plan, place);
  if (assumption === null) return [];
  return [leverOf(plan, of, place.kind, 'index' in place ? place.index : null, place, assumption.value)];
}

function leverOf(
  plan: Plan,
  of: LeverName,
  kind: PlannedKind | null,
  stage: number | null,
  place: PlanPlace | null,
  value: number,
): Lever {
  const { terms, better, isWhole = false, hasCost = false, isDetail = false } = LEVER_SHAPES[of];
  return {
    key: keyOf(of, kind, stage),
    kind,
    of,
    stage,
    basis: 'plan',
    place,
    value,
    terms,
    better,
    isWhole,
    ...limitsOf(of, value, ordinaryOf(plan, of, value)),
    hasCost,
    isDetail,
  };
}

/** What "twice as much" is counted from where there is nothing yet. */
function ordinaryOf({ kinds }: Plan, of: LeverName, value: number): number {
  if (of === 'hires') return value + Math.max(1, kinds.spear.prospectors.value);
  if (of === 'spend') return Math.max(value, kinds.net.spendToday.value);
  return value;
}

function keyOf(of: LeverName, kind: PlannedKind | null, stage: number | null): LeverKey {
  if (of === 'customers' || of === 'churn' || of === 'expansion' || kind === null) {
    return of === 'churn' || of === 'expansion' ? `company.${of}` : 'company.customers';
  }
  return of === 'stage' ? `${kind}.stage.${stage ?? 0}` : `${kind}.${of}`;
}

function hiredIn(plan: Plan, month: Month): number {
  return plan.kinds.spear.hires.reduce((sum, hire) => (hire.month === month ? sum + hire.heads : sum), 0);
}
