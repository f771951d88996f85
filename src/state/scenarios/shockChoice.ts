import {
  daysInMonth,
  SHOCK_RULES,
  shockChanges,
  type Forecast,
  type Month,
  type Plan,
  type ShockName,
} from '../../engine';
import type { FigureField } from '../plan/figureField';
import { evenStops, roundOff } from '../plan/sliderStops';
import type { NewChange } from './variants';

/** A ready-made change as it is set before it is added. */
export interface ShockChoice {
  strength: number;
  from: Month;
  months: number | null;
}

/** What to start from: the rule's figures, and one's own where these tell more. */
export function firstChoice(shock: ShockName, { months }: Forecast, plan: Plan): ShockChoice | null {
  const first = months[0]?.from;
  if (first === undefined) return null;
  const rule = SHOCK_RULES[shock];
  const { min, max, usual } = rule.strength;
  const sellers = plan.company.sellers.value;
  const strength = shock === 'sellerLeaves' && sellers >= 1 ? roundOff(1 / sellers) : usual;
  return {
    strength: Math.min(max, Math.max(min, Number(strength.toFixed(2)))),
    from: rule.begins === 'bestMonth' ? bestMonth(months, first) : first,
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

/** Its changes, to be put into a variant. */
export function changesOf(shock: ShockName, { strength, from, months }: ShockChoice): readonly NewChange[] {
  return shockChanges(shock, strength, from, months);
}
