import type { Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import { exactMean } from '../simulate/exactMean';
import { firstMonthOf, nextTwelveOf, yearsOf, type Period } from '../simulate/periods';
import type { FunnelModel } from '../funnel/model';
import { withMergedOpen } from '../goal/meanTotals';
import type { ScenarioStart } from '../scenario/baseModel';
import type { BudgetPeriod, CohortFigures, CostReturns, KindReturns } from './budget';
import { cohortReturns, type Cohort } from './cohortReturns';
import { isCostKnown } from './lackingCosts';
import { paybackOf, payingOf, type Paying } from './payback';
import { ratio } from './ratio';

/** Forecast months of what is looked at. */
export function budgetPeriodOf(model: FunnelModel, period: BudgetPeriod): Period {
  const [year] = yearsOf(model);
  return period === 'year' && year !== undefined ? year : nextTwelveOf(model);
}

/**
 * What selling costs and brings, kind by kind. Wins come later than what they cost: the cost of a month is set against the leads that
 * came in that month and all that they will ever bring (followed for three years), not against the month's wins. The company's row adds
 * what its sellers cost in the same months.
 */
export function kindReturns(
  { model, plan }: ScenarioStart,
  name: BudgetPeriod,
  delayDays: number,
): CostReturns {
  const { firstIndex, endIndex } = budgetPeriodOf(model, name);
  const months = model.months.slice(firstIndex, endIndex);
  const paying = payingOf(model, delayDays);
  const followed = cohortReturns(model).map(({ kind, cohorts }) => ({
    kind,
    cohorts: cohorts.slice(firstIndex, endIndex),
  }));
  const present = followed.filter(({ cohorts }) => cohorts.some(({ leads, cost }) => leads > 0 || cost > 0));
  const kinds = present.map(({ kind, cohorts }) =>
    returnsOf(kind, months, cohorts, isCostKnown(model, plan, kind), paying),
  );
  const costs = exactMean(withMergedOpen(model)).slice(firstIndex, endIndex);
  const together = months.map((_, month): Cohort => {
    const own = present.flatMap(({ cohorts }) => cohorts[month] ?? []);
    const ages = Math.max(0, ...own.map(({ wins }) => wins.length));
    const sumAt = (of: (cohort: Cohort) => readonly number[]): number[] =>
      Array.from({ length: ages }, (_unused, age) => own.reduce((sum, one) => sum + (of(one)[age] ?? 0), 0));
    return {
      leads: own.reduce((sum, { leads }) => sum + leads, 0),
      cost: costs[month]?.cost ?? 0,
      wins: sumAt(({ wins }) => wins),
      value: sumAt(({ value }) => value),
    };
  });
  const isAnyKnown = model.costs.length > 0;
  const first = firstMonthOf(model);
  return {
    span: { from: months[0] ?? first, to: months.at(-1) ?? first },
    kinds,
    all: returnsOf(null, months, together, isAnyKnown, paying),
  };
}

function returnsOf(
  kind: Kind | null,
  months: readonly Month[],
  cohorts: readonly Cohort[],
  isKnown: boolean,
  paying: Paying,
): KindReturns {
  const byMonth = months.map((month, at) => ({ month, ...figuresOf(cohorts[at], isKnown) }));
  const sum = (of: 'leads' | 'wins' | 'value'): number =>
    byMonth.reduce((total, figures) => total + figures[of], 0);
  const cost = isKnown ? byMonth.reduce((total, figures) => total + (figures.cost ?? 0), 0) : null;
  const [leads, wins, value] = [sum('leads'), sum('wins'), sum('value')];
  return {
    kind,
    leads,
    cost,
    wins,
    value,
    costPerLead: ratio(cost, leads),
    costPerWin: ratio(cost, wins),
    perUnit: ratio(value, cost),
    payback: cost === null ? null : paybackOf(cohorts, paying),
    months: byMonth,
  };
}

function figuresOf(cohort: Cohort | undefined, isKnown: boolean): CohortFigures {
  const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
  if (cohort === undefined) return { leads: 0, cost: isKnown ? 0 : null, wins: 0, value: 0 };
  const { leads, cost, wins, value } = cohort;
  return { leads, cost: isKnown ? cost : null, wins: total(wins), value: total(value) };
}
