import type { Plan, PlannedKind } from '../../engine';
import { money } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import type { DriverRow } from './drivers/driverRows';

/** What decides the value of a kind's deals. */
export function valueRows(plan: Plan, kind: PlannedKind, currency: string): readonly DriverRow[] {
  const { dealValue, discount } = plan.kinds[kind];
  const left = money(dealValue.value * (1 - discount.value), currency);
  return [
    { place: { kind, of: 'dealValue' }, label: m.plan_value() },
    {
      place: { kind, of: 'discount' },
      label: m.planDrivers_discount(),
      note: m.planDrivers_discount_meaning({ left }),
    },
    { place: { kind, of: 'valueGrowthPerYear' }, label: m.planDrivers_value_growth() },
    { place: { kind, of: 'variation' }, label: m.plan_variation(), note: m.plan_variation_meaning() },
  ];
}
