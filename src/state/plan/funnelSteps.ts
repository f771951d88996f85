/** What is left of the leads as they come into a stage, the last step being the won ones. */
export interface FunnelStep {
  /** Of 100 leads. */
  of100: number;
  perMonth: number;
}

/** One step for each stage and one for what is won in the end: as many of 100 leads, and of a month's. */
export function funnelSteps(conversions: readonly number[], leadsPerMonth: number): readonly FunnelStep[] {
  const steps = [{ of100: 100, perMonth: leadsPerMonth }];
  let share = 1;
  for (const conversion of conversions) {
    share *= conversion;
    steps.push({ of100: share * 100, perMonth: share * leadsPerMonth });
  }
  return steps;
}
