import { BUDGET_PARTS, nextAmount, type BudgetPart, type BudgetRequest, type PartLimits } from '../../engine';

/** What a director sets on the screen; null = as the app suggests. Lasts as long as the page. */
export interface BudgetDraft {
  period: BudgetRequest['period'];
  amount: number | null;
  costPerKept: number | null;
  budget: number | null;
  limits: Readonly<Record<BudgetPart, PartLimits>>;
}

const NO_LIMIT: PartLimits = { min: null, max: null };

export const FIRST_DRAFT: BudgetDraft = {
  period: 'nextTwelve',
  amount: null,
  costPerKept: null,
  budget: null,
  limits: { net: NO_LIMIT, spear: NO_LIMIT, retention: NO_LIMIT },
};

/** The draft as it is asked. */
export function budgetRequestOf(
  draft: BudgetDraft,
  known: Pick<BudgetRequest, 'paths' | 'seed' | 'paymentDelayDays' | 'target'> & { currency: string },
): BudgetRequest {
  const { paths, seed, paymentDelayDays, target, currency } = known;
  return {
    period: draft.period,
    amount: draft.amount ?? nextAmount(currency),
    paymentDelayDays,
    costPerKept: draft.costPerKept,
    split: { budget: draft.budget, limits: draft.limits },
    target,
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
