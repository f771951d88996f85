import { leadsToday, type KindHistory, type Plan, type PlannedKind } from '../../engine';

/** What a kind brings from end to end, without chance. */
export interface KindYield {
  /** New leads a month over the coming year. */
  leadsPerMonth: number;
  /** Share of leads that become customers. */
  conversion: number;
  /** Mean days from lead to won. */
  daysToWin: number;
  winsPerMonth: number;
  dealValue: number;
  valuePerMonth: number;
}

/**
 * The plan's figures, or the history's in the parts that rest on it.
 *
 * @param history null where the kind has none
 * @param leadsAhead leads a month as they are forecast; today's where there is no forecast of the kind yet
 */
export function kindYield(
  plan: Plan,
  kind: PlannedKind,
  history: KindHistory | null,
  leadsAhead: number | null = null,
): KindYield {
  const assumed = plan.kinds[kind];
  const from = (part: keyof typeof assumed.basis): KindHistory | null =>
    assumed.basis[part] === 'history' ? history : null;
  const leadsPerMonth = leadsAhead ?? from('leads')?.leadsPerMonth.value ?? leadsToday(plan, kind);
  const closing = from('closing');
  const conversion =
    closing?.conversion.value ??
    assumed.stages.reduce((product, stage) => product * stage.conversion.value, 1);
  const daysToWin =
    closing?.daysToWin.value ?? assumed.stages.reduce((sum, stage) => sum + stage.days.value, 0);
  const dealValue = from('value')?.dealValue.value ?? assumed.dealValue.value * (1 - assumed.discount.value);
  const winsPerMonth = leadsPerMonth * conversion;
  return {
    leadsPerMonth,
    conversion,
    daysToWin,
    winsPerMonth,
    dealValue,
    valuePerMonth: winsPerMonth * dealValue,
  };
}
