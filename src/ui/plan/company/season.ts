import type { HistorySummary, KindHistory, Plan, PlannedKind, SeasonPlan } from '../../../engine';
import { PLANNED_KINDS } from '../../../engine';
import { PLAN_LIMITS } from '../../../state/plan/limits';

/** What a part of the calendar reaches from, as drawn: leads over the year, or wins within a quarter. */
export type SeasonPart = 'leads' | 'quarter';

/** Highest factor that bars can be dragged to; typed ones may be higher, and the bars then reach up to them. */
const USUAL_TOP = 2;

export function factorsOf(season: SeasonPlan, part: SeasonPart): readonly number[] {
  return part === 'leads' ? season.leads : season.quarter;
}

export function barTop(factors: readonly number[]): number {
  return Math.max(USUAL_TOP, Math.ceil(Math.max(...factors)));
}

/** The season with one bar set by hand. */
export function withFactor(season: SeasonPlan, part: SeasonPart, index: number, factor: number): SeasonPlan {
  return withFactors(
    season,
    part,
    factorsOf(season, part).map((old, at) => (at === index ? factor : old)),
    'typed',
  );
}

/** Every month as good as the others. */
export function flat(season: SeasonPlan, part: SeasonPart): SeasonPlan {
  return withFactors(
    season,
    part,
    factorsOf(season, part).map(() => 1),
    'default',
  );
}

export function isFlat(season: SeasonPlan, part: SeasonPart): boolean {
  const factors = factorsOf(season, part);
  return factors.every((factor) => factor === factors[0]);
}

/** True where nothing is drawn at all, which counts as no season. */
export function isEmpty(season: SeasonPlan, part: SeasonPart): boolean {
  return factorsOf(season, part).every((factor) => factor === 0);
}

/** What the imported deals say of it; null where they are too few years to tell, or none. */
export function historyOfSeason(
  history: HistorySummary | null,
  part: SeasonPart,
): { factors: readonly number[]; weight: number } | null {
  if (history === null) return null;
  const { leads, wins } = history.calendar;
  if (part === 'quarter') return { factors: wins.quarter, weight: wins.weightOf.quarter };
  return leads.year === null ? null : { factors: leads.year, weight: leads.weightOf.year };
}

/** The season as the imported deals have it, to whole per cent: they know no more. */
export function takeSeason(season: SeasonPlan, part: SeasonPart, factors: readonly number[]): SeasonPlan {
  const { min, max } = PLAN_LIMITS.seasonFactor;
  return withFactors(
    season,
    part,
    factors.map((factor) => Math.min(max, Math.max(min, Math.round(factor * 100) / 100))),
    'history',
  );
}

/** Kinds whose own history says how they move within the year, or the quarter, so that what is drawn here is not used. */
export function kindsWithTheirOwn(
  plan: Plan,
  part: SeasonPart,
  historyOf: (kind: PlannedKind) => KindHistory | null,
): PlannedKind[] {
  const basis = part === 'leads' ? 'leads' : 'closing';
  return PLANNED_KINDS.filter(
    (kind) => historyOf(kind) !== null && plan.kinds[kind].basis[basis] === 'history',
  );
}

/** True where no kind that is forecast uses what is drawn: each follows its own history, others are left out. */
export function isOfHistory(
  plan: Plan,
  part: SeasonPart,
  historyOf: (kind: PlannedKind) => KindHistory | null,
): boolean {
  const basis = part === 'leads' ? 'leads' : 'closing';
  return (
    kindsWithTheirOwn(plan, part, historyOf).length > 0 &&
    PLANNED_KINDS.every((kind) => plan.kinds[kind].basis[basis] === 'history')
  );
}

function withFactors(
  season: SeasonPlan,
  part: SeasonPart,
  factors: readonly number[],
  from: SeasonPlan['leadsFrom'],
): SeasonPlan {
  if (part === 'leads') return { ...season, leads: factors, leadsFrom: from };
  const [first = 1, second = 1, third = 1] = factors;
  return { ...season, quarter: [first, second, third], quarterFrom: from };
}

/** Factors of a quarter's months once their mean is 1, as they count. */
export function closingAsCounted({ quarter }: SeasonPlan): readonly number[] {
  const mean = quarter.reduce((sum, factor) => sum + factor, 0) / quarter.length;
  return mean > 0 ? quarter.map((factor) => factor / mean) : [1, 1, 1];
}
