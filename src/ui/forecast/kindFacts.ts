import {
  leadsToday,
  PLANNED_KINDS,
  type HistorySummary,
  type Kind,
  type KindHistory,
  type Plan,
  type PlannedKind,
} from '../../engine';

/** A number beside a kind, and whether it comes from the imported deals or was assumed. */
export interface Fact {
  value: number;
  basis: 'history' | 'plan';
}

export interface KindFacts {
  /** Wins, deals still open and all deals of the history; null where there is none. */
  wonSoFar: { won: number; open: number; deals: number } | null;
  leadsPerMonth: Fact | null;
  /** Lead to won, 0 to 1. */
  conversion: Fact | null;
  daysToWin: Fact | null;
}

export function isPlanned(kind: Kind): kind is PlannedKind {
  return PLANNED_KINDS.some((planned) => planned === kind);
}

/** What is said of a kind beside its amount: the numbers that the forecast uses, be they fitted or assumed. */
export function kindFacts(kind: Kind, history: HistorySummary | null, plan: Plan): KindFacts {
  const own: KindHistory | undefined = history?.kinds.find((each) => each.kind === kind);
  const hasHistory = own !== undefined && own.deals > 0;
  const assumed = isPlanned(kind) ? plan.kinds[kind] : null;
  const choose = (
    part: 'leads' | 'closing',
    fitted: (history: KindHistory) => number | undefined,
    typed: () => number | undefined,
  ) => {
    const isFitted = hasHistory && assumed?.basis[part] !== 'plan';
    const value = isFitted ? fitted(own) : typed();
    return value === undefined ? null : ({ value, basis: isFitted ? 'history' : 'plan' } satisfies Fact);
  };
  return {
    wonSoFar: hasHistory ? { won: own.won, open: own.open, deals: own.deals } : null,
    leadsPerMonth: choose(
      'leads',
      (fitted) => fitted.leadsPerMonth.value,
      () => (isPlanned(kind) ? leadsToday(plan, kind) : undefined),
    ),
    conversion: choose(
      'closing',
      // Without a loss in the data it can't be known, and near 100 % it would look as if it were.
      ({ conversion }) => (conversion.low === 0 && conversion.high === 1 ? undefined : conversion.value),
      () => assumed?.stages.reduce((share, stage) => share * stage.conversion.value, 1),
    ),
    daysToWin: choose(
      'closing',
      (fitted) => fitted.daysToWin.value,
      () => assumed?.stages.reduce((days, stage) => days + stage.days.value, 0),
    ),
  };
}
