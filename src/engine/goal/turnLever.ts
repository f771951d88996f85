import type { Month } from '../calendar/calendar';
import type { PlannedKind } from '../deals/deal';
import type { Plan, PlannedStage } from '../plan/plan';
import { isPlanned } from './grounds';
import type { Lever, LeverName } from './lever';
import { moveAssumption } from './moveAssumption';
import { withFactor, type HistoryFactors, type Setting } from './setting';
import { oddsFactor, stagesForWinRate } from './winRate';

/** The setting with one lever at a value of its own terms, cut to its limits. */
export function turnLever(setting: Setting, lever: Lever, wished: number, start: Month): Setting {
  const { min, max } = lever.limits;
  const value = Math.min(max, Math.max(min, wished));
  if (lever.basis === 'history') return turnHistory(setting, lever, value);
  const { plan } = setting;
  return { ...setting, plan: turnPlan(plan, lever, value, start) };
}

function turnHistory(setting: Setting, { kind, of, value: before }: Lever, value: number): Setting {
  const factor = FACTOR_OF[of];
  if (kind === null || factor === undefined) return setting;
  const ratio = before > 0 ? value / before : 1;
  return withFactor(setting, kind, factor, factor === 'odds' ? oddsFactor(before, value) : ratio);
}

const FACTOR_OF: Readonly<Partial<Record<LeverName, keyof HistoryFactors>>> = {
  leads: 'leads',
  winRate: 'odds',
  days: 'days',
  dealValue: 'value',
};

/**
 * The plan with one of its levers turned, to take over what was found; assumptions that move count as typed.
 *
 * @param start first forecast month: that of `hires`
 */
export function turnPlan(plan: Plan, lever: Lever, value: number, start: Month): Plan {
  if (lever.place !== null) return moveAssumption(plan, lever.place, value);
  const { kind, of } = lever;
  if (lever.basis === 'history' || kind === null || !isPlanned(kind)) return plan;
  if (of === 'winRate') return withWinRate(plan, kind, value);
  if (of === 'days') return withDays(plan, kind, value);
  return of === 'hires' ? withHires(plan, value, start) : plan;
}

function withWinRate(plan: Plan, kind: PlannedKind, wished: number): Plan {
  const conversions = stagesForWinRate(conversionsOf(plan.kinds[kind].stages), wished);
  return conversions.reduce(
    (turned, share, index) => moveAssumption(turned, { kind, of: 'conversion', index }, share),
    plan,
  );
}

function withDays(plan: Plan, kind: PlannedKind, wished: number): Plan {
  const { stages } = plan.kinds[kind];
  const before = daysOf(stages);
  if (!(before > 0)) return plan;
  return stages.reduce(
    (turned, { days }, index) =>
      moveAssumption(turned, { kind, of: 'days', index }, (days.value * wished) / before),
    plan,
  );
}

function withHires(plan: Plan, heads: number, start: Month): Plan {
  const { spear } = plan.kinds;
  const others = spear.hires.filter(({ month }) => month !== start);
  const hires = heads > 0 ? [{ month: start, heads }, ...others] : others;
  return { ...plan, kinds: { ...plan.kinds, spear: { ...spear, hires } } };
}

export function conversionsOf(stages: readonly PlannedStage[]): number[] {
  return stages.map(({ conversion }) => Math.min(1, Math.max(0, conversion.value)));
}

export function daysOf(stages: readonly PlannedStage[]): number {
  return stages.reduce((sum, { days }) => sum + Math.max(0, days.value), 0);
}
