import type { KindHistory, KindPlan } from '../../engine';

/** What a kind brings from end to end, at today's pace and without chance. */
export interface KindYield {
  leadsPerMonth: number;
  /** Share of leads that become customers. */
  conversion: number;
  /** Mean days from lead to won. */
  daysToWin: number;
  winsPerMonth: number;
  dealValue: number;
  valuePerMonth: number;
}

/** The plan's figures, or the history's in the parts that rest on it. `history` is null where the kind has none. */
export function kindYield(plan: KindPlan, history: KindHistory | null): KindYield {
  const from = (part: keyof KindPlan['basis']): KindHistory | null =>
    plan.basis[part] === 'history' ? history : null;
  const leadsPerMonth = from('leads')?.leadsPerMonth.value ?? plan.leadsPerMonth.value;
  const closing = from('closing');
  const conversion =
    closing?.conversion.value ?? plan.stages.reduce((product, stage) => product * stage.conversion.value, 1);
  const daysToWin = closing?.daysToWin.value ?? plan.stages.reduce((sum, stage) => sum + stage.days.value, 0);
  const dealValue = from('value')?.dealValue.value ?? plan.dealValue.value;
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
