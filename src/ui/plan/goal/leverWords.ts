import type { Kind, Lever, LeverName, LeverTerms, Month, Plan } from '../../../engine';
import { money, month as monthName, number, percent } from '../../../i18n/format';
import { kindName } from '../../../i18n/kinds';
import { m } from '../../../i18n/paraglide/messages';
import { shownValue, type FigureField, type FigureUnit } from '../../../state/plan/figureField';
import { placeName } from './placeWords';

/** Levers that are several figures of the plan, or none: those of the history. */
const NAMES: Readonly<Partial<Record<LeverName, () => string>>> = {
  leads: m.plan_part_leads,
  winRate: m.planGoal_win_rate,
  days: m.planGoal_days,
  dealValue: m.plan_value,
};

/** What a lever is called, its kind not said. */
export function leverName(plan: Plan, lever: Lever, start: Month, currency: string): string {
  if (lever.place !== null) return placeName(plan, lever.place, start, currency);
  if (lever.of === 'hires') return m.planGoal_hires({ month: monthName(start, 'withYear') });
  return (NAMES[lever.of] ?? m.plan_part_leads)();
}

/** "Nets: leads today": where no icon and heading say the kind. */
export function withKind(kind: Kind | null, name: string): string {
  return kind === null ? name : m.planGoal_of_kind({ kind: kindName(kind), name });
}

const UNITS: Readonly<Record<LeverTerms, FigureUnit>> = {
  leadsPerMonth: 'perMonth',
  leadsPerCustomer: 'perMonth',
  leadsPerProspector: 'perMonth',
  share: 'percent',
  sharePerMonth: 'percentPerMonth',
  growthPerMonth: 'percentPerMonth',
  growthPerYear: 'percentPerYear',
  moneyPerMonth: 'moneyPerMonth',
  money: 'money',
  people: 'people',
  customers: 'customers',
  days: 'days',
};

/** How far a lever may be turned, as it is typed. */
export function leverField({ terms, limits, isWhole }: Lever): FigureField {
  const field = { unit: UNITS[terms], decimals: terms === 'leadsPerCustomer' ? 4 : 2, stops: [], isWhole };
  const shown = (value: number): number => shownValue(value, { ...field, min: 0, max: 0 });
  return { ...field, min: shown(limits.min), max: shown(limits.max) };
}

/** Three digits tell what is from what would be. */
function decimalsOf(shown: number): number {
  return shown === 0 ? 0 : Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(shown)))));
}

function bareText(value: number, field: Pick<FigureField, 'unit'>, currency: string): string {
  if (field.unit === 'money' || field.unit === 'moneyPerMonth') return money(value, currency);
  return field.unit.startsWith('percent')
    ? percent(value, decimalsOf(value * 100))
    : number(value, decimalsOf(value));
}

/** What stands behind the figure; per cent and money stand in it. */
const UNIT_NAMES: Readonly<Partial<Record<FigureUnit, () => string>>> = {
  perMonth: m.plan_unit_per_month,
  percentPerMonth: m.plan_unit_per_month,
  moneyPerMonth: m.plan_unit_per_month,
  percentPerYear: m.planGoal_a_year,
  days: m.plan_unit_days,
  people: m.plan_unit_people,
  customers: m.plan_unit_customers,
};

function withUnit(value: string, field: Pick<FigureField, 'unit'>): string {
  const unit = UNIT_NAMES[field.unit];
  return unit ? m.planDrivers_with_unit({ value, unit: unit() }) : value;
}

/** A figure with its unit: "4.1%", "31 a month", "SEK 20,000 a month". */
export function valueText(value: number, field: Pick<FigureField, 'unit'>, currency: string): string {
  return withUnit(bareText(value, field, currency), field);
}

/** From how it is to how it would have to be: "3% → **4.1%**", "31 → **38** a month". */
export function changeText(lever: Lever, to: number, currency: string): string {
  const field = { unit: UNITS[lever.terms] };
  const text = (value: number): string => bareText(value, field, currency);
  return withUnit(m.planGoal_from_to({ from: text(lever.value), to: text(to) }), field);
}

export function leverText(lever: Lever, value: number, currency: string): string {
  return valueText(value, { unit: UNITS[lever.terms] }, currency);
}
