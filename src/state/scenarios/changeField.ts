import type { ChangedKinds, Month, PlannedKind, ScenarioChange } from '../../engine';
import { AMOUNT, SCENARIO_LIMITS } from '../../workspace/limits';
import { fieldOf, type FigureField } from '../plan/figureField';
import { evenStops, roundOff } from '../plan/sliderStops';
import type { NewChange } from './variants';

export type ChangeName = ScenarioChange['what'];

/** What can be changed, in the order it is offered. */
export const CHANGE_NAMES: readonly ChangeName[] = [
  'leads',
  'winRate',
  'value',
  'days',
  'spend',
  'churn',
  'prospectors',
  'hiringFreeze',
  'cost',
  'loseBiggestDeals',
];

const { factor, heads, deals } = SCENARIO_LIMITS;

/** A factor is typed as what it adds: 1.3 is +30 %. */
const ADDED: FigureField = {
  unit: 'percent',
  min: roundOff((factor.min - 1) * 100),
  max: roundOff((factor.max - 1) * 100),
  decimals: 1,
  stops: evenStops(-100, 100, 5),
};
const HEADS: FigureField = {
  ...{ unit: 'people', decimals: 0, isWhole: true, ...heads },
  stops: evenStops(-10, 10, 1),
};
const DEALS: FigureField = {
  ...{ unit: 'power', decimals: 0, isWhole: true, ...deals },
  stops: evenStops(1, 10, 1),
};

/** How the strength of a change is typed and slid; null where it has none. */
export function strengthField({ what }: Pick<ScenarioChange, 'what'>, currency: string): FigureField | null {
  switch (what) {
    case 'hiringFreeze':
      return null;
    case 'prospectors':
      return HEADS;
    case 'loseBiggestDeals':
      return DEALS;
    case 'cost': {
      const { stops } = fieldOf('spendToday', currency);
      const less = stops.filter((stop) => stop > 0).map((stop) => -stop);
      return {
        ...{ unit: 'moneyPerMonth', decimals: 0, min: -AMOUNT, max: AMOUNT },
        stops: [...less.reverse(), ...stops],
      };
    }
    case 'leads':
    case 'winRate':
    case 'value':
    case 'days':
    case 'spend':
    case 'churn':
      return ADDED;
  }
}

/** The strength as its field stores it: a factor of 1.3 is 0.3 more. */
export function strengthOf(change: ScenarioChange): number {
  switch (change.what) {
    case 'hiringFreeze':
      return 0;
    case 'prospectors':
      return change.heads;
    case 'loseBiggestDeals':
      return change.deals;
    case 'cost':
      return change.perMonth;
    case 'leads':
    case 'winRate':
    case 'value':
    case 'days':
    case 'spend':
    case 'churn':
      return roundOff(change.factor - 1);
  }
}

export function withStrength(change: ScenarioChange, strength: number): ScenarioChange {
  switch (change.what) {
    case 'hiringFreeze':
      return change;
    case 'prospectors':
      return { ...change, heads: strength };
    case 'loseBiggestDeals':
      return { ...change, deals: strength };
    case 'cost':
      return { ...change, perMonth: strength };
    case 'leads':
    case 'winRate':
    case 'value':
    case 'days':
    case 'spend':
    case 'churn':
      return { ...change, factor: roundOff(1 + strength) };
  }
}

/** Which kinds a change can be about; empty where that goes without saying. Null is the whole company. */
export function kindsToChoose({ what }: Pick<ScenarioChange, 'what'>): readonly (ChangedKinds | null)[] {
  if (what === 'cost') return [null, 'seed', 'net', 'spear'];
  return ['leads', 'winRate', 'value', 'days'].includes(what) ? ['all', 'seed', 'net', 'spear'] : [];
}

export function kindOf(change: ScenarioChange): ChangedKinds | null {
  return 'kind' in change ? change.kind : null;
}

export function withKind(change: ScenarioChange, kind: ChangedKinds | null): ScenarioChange {
  if (change.what === 'cost') return { ...change, kind: kind === 'all' ? null : kind };
  return 'kind' in change && kind !== null ? { ...change, kind } : change;
}

/** A lost deal stays lost, so there is nothing to say of how long. */
export function hasDuration({ what }: Pick<ScenarioChange, 'what'>): boolean {
  return what !== 'loseBiggestDeals';
}

/** What a change begins with: enough to be seen, small enough to be thought of. @param perMonth an ordinary cost */
export function firstDraft(what: ChangeName, from: Month, perMonth: number): NewChange {
  const timed = { isOn: true, from, months: null, shock: null };
  const all: PlannedKind | 'all' = 'all';
  switch (what) {
    case 'leads':
    case 'value':
      return { what, kind: all, factor: 1.1, ...timed };
    case 'winRate':
      return { what, kind: all, factor: 0.9, ...timed };
    case 'days':
      return { what, kind: all, factor: 1.2, ...timed };
    case 'spend':
      return { what, factor: 1.3, ...timed };
    case 'churn':
      return { what, factor: 0.5, ...timed };
    case 'prospectors':
      return { what, heads: 1, ...timed };
    case 'hiringFreeze':
      return { what, ...timed, months: 6 };
    case 'cost':
      return { what, kind: null, perMonth, ...timed };
    case 'loseBiggestDeals':
      return { what, deals: 1, ...timed };
  }
}

const USUAL_MONTHS = [1, 2, 3, 4, 5, 6, 9, 12, 18, 24, 36];

/** How long a change may last, the length it has among them; null = to the end. */
export function durationsToChoose(months: number | null, horizon: number): readonly (number | null)[] {
  const some = USUAL_MONTHS.filter((each) => each < horizon);
  const all = months === null || some.includes(months) ? some : [...some, months].sort((a, b) => a - b);
  return [null, ...all];
}

/** When a change may begin, when it does among them. */
export function startsToChoose(from: Month, months: readonly Month[]): readonly Month[] {
  return months.includes(from) ? months : [...months, from].sort();
}
