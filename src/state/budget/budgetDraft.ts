import {
  BUDGET_PARTS,
  nextAmount,
  type BudgetPart,
  type BudgetPeriod,
  type BudgetRequest,
  type PartLimits,
} from '../../engine';

/** What a director sets on the screen; null = as the app suggests. Lasts as long as the page. */
export interface BudgetDraft {
  period: BudgetPeriod | null;
  amount: number | null;
  costPerKept: number | null;
  budget: number | null;
  limits: Readonly<Record<BudgetPart, PartLimits>>;
}

const NO_LIMIT: PartLimits = { min: null, max: null };

export const FIRST_DRAFT: BudgetDraft = {
  period: null,
  amount: null,
  costPerKept: null,
  budget: null,
  limits: { net: NO_LIMIT, spear: NO_LIMIT, retention: NO_LIMIT },
};

type PeriodTargets = Readonly<Record<BudgetPeriod, number | null>>;

/** Where nobody has chosen: twelve months, unless it is only the fiscal year that has a target. */
export function periodWithTarget({ year, nextTwelve }: PeriodTargets): BudgetPeriod {
  return nextTwelve === null && year !== null ? 'year' : 'nextTwelve';
}

/** The draft as it is asked. */
export function budgetRequestOf(
  draft: BudgetDraft,
  known: Pick<BudgetRequest, 'paths' | 'seed' | 'paymentDelayDays'> & {
    currency: string;
    targets: PeriodTargets;
  },
): BudgetRequest {
  const { paths, seed, paymentDelayDays, targets, currency } = known;
  const period = draft.period ?? periodWithTarget(targets);
  return {
    period,
    amount: draft.amount ?? nextAmount(currency),
    paymentDelayDays,
    costPerKept: draft.costPerKept,
    split: { budget: draft.budget, limits: draft.limits },
    target: targets[period],
    paths,
    seed,
  };
}

export function withLimit(draft: BudgetDraft, part: BudgetPart, patch: Partial<PartLimits>): BudgetDraft {
  return { ...draft, limits: { ...draft.limits, [part]: { ...draft.limits[part], ...patch } } };
}

/** Whether any limit has been set. */
export function hasLimits({ limits }: BudgetDraft): boolean {
  return BUDGET_PARTS.some((part) => limits[part].min !== null || limits[part].max !== null);
}
