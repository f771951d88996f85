import {
  daysInMonth,
  SHOCK_RULES,
  shockChanges,
  type Assumption,
  type Day,
  type Forecast,
  type Month,
  type Plan,
  type ShockName,
} from '../../engine';
import type { FigureField } from '../plan/figureField';
import { evenStops, roundOff } from '../plan/sliderStops';
import { firstMonthToCome } from './firstMonthToCome';
import type { NewChange } from './variants';

/** A ready-made change as it is set before it is added. */
export interface ShockChoice {
  strength: number;
  from: Month;
  months: number | null;
}

/** Who sells, and who says so. */
export interface Sellers {
  count: number;
  from: 'deals' | 'plan';
}

/** Those of the deals, else of the plan where it tells; null where nobody knows. @param inDeals null without deals, or where they don't count */
export function sellersOf(inDeals: number | null, { company }: Plan, isPlanAlone: boolean): Sellers | null {
  if (inDeals !== null && inDeals >= 1) return { count: inDeals, from: 'deals' };
  const { value } = company.sellers;
  return value >= 1 && isSaid(company.sellers, isPlanAlone)
    ? { count: Math.round(value), from: 'plan' }
    : null;
}

/** Defaults count where the plan is all there is: the forecast is then made of them. */
function isSaid({ from }: Assumption, isPlanAlone: boolean): boolean {
  return isPlanAlone || from !== 'default';
}

/** What a seller is paid a month; null where nobody has said it. */
export function payOfSeller({ company }: Plan, isPlanAlone: boolean): number | null {
  const { costPerSeller } = company;
  return costPerSeller.value > 0 && isSaid(costPerSeller, isPlanAlone) ? costPerSeller.value : null;
}

/** What to start from: the rule's figures, and one's own where these tell more. */
export function firstChoice(
  shock: ShockName,
  forecast: Forecast,
  today: Day,
  sellers: Sellers | null,
): ShockChoice | null {
  const { months } = forecast;
  const first = firstMonthToCome(forecast, today);
  if (first === undefined) return null;
  const rule = SHOCK_RULES[shock];
  const { min, max, usual } = rule.strength;
  const strength = shock === 'sellerLeaves' && sellers ? roundOff(1 / sellers.count) : usual;
  return {
    strength: Math.min(max, Math.max(min, Number(strength.toFixed(2)))),
    from:
      rule.begins === 'bestMonth'
        ? bestMonth(
            months.filter(({ from }) => from >= first),
            first,
          )
        : first,
    months: rule.months,
  };
}

/** The month of the coming year with most leads a day. */
function bestMonth(months: Forecast['months'], first: Month): Month {
  let best = first;
  let most = 0;
  for (const { from, kinds } of months.slice(0, 12)) {
    const aDay = kinds.reduce((sum, { leads }) => sum + leads, 0) / daysInMonth(from);
    // What differs by arithmetic alone is no season.
    if (aDay > most * (1 + 1e-6)) [best, most] = [from, aDay];
  }
  return best;
}

/** Wider shares than this are typed, not slid. */
const SLID_TO = 100;

/** How its strength is typed and slid; null where there is none to set. */
export function shockField(shock: ShockName): FigureField | null {
  const { strengthIs, strength } = SHOCK_RULES[shock];
  const { min, max } = strength;
  if (strengthIs === 'none') return null;
  if (strengthIs === 'deals') {
    return {
      unit: 'power',
      decimals: 0,
      isWhole: true,
      min,
      max,
      stops: evenStops(min, Math.min(10, max), 1),
    };
  }
  const shown = { min: roundOff(min * 100), max: roundOff(max * 100) };
  const to = Math.min(SLID_TO, shown.max);
  return { unit: 'percent', decimals: 1, ...shown, stops: [shown.min, ...evenStops(5, to, 5)] };
}

/** Its changes, to be put into a variant. @param pay of a seller a month, who is paid no more; null where nobody knows it */
export function changesOf(
  shock: ShockName,
  { strength, from, months }: ShockChoice,
  pay: number | null,
): readonly NewChange[] {
  const changes = shockChanges(shock, strength, from, months);
  if (shock !== 'sellerLeaves' || pay === null) return changes;
  const saved: NewChange = { what: 'cost', kind: null, perMonth: -pay, isOn: true, from, months, shock };
  return [...changes, saved];
}
