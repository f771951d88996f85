import { ASSUMPTION_RULES, doubtRange, type AssumptionName } from '../../../engine';

/** True where a doubt in per cent is none, as it is a part of nothing: at 0, and at a share of all. */
export function makesNoDoubt(value: number, name: AssumptionName): boolean {
  const { low, high } = doubtRange({ value, doubt: 'guess', from: 'typed' }, ASSUMPTION_RULES[name].nature);
  return low === high;
}
