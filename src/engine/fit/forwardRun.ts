import type { Hazards } from '../funnel/model';
import { winsAheadFromAge, type RunStep, type WinsAhead } from '../funnel/hazards';

/** Leads of a month come all through it: as so many batches, each at the middle of its part. */
const BATCHES_PER_MONTH = 4;

/**
 * Wins, and their value in units of the kind's mean, that new leads bring in each forecast month, the hazards run forward from
 * their arrival.
 *
 * @param leads new leads of each month (of a begun one: those still to come)
 */
export function winsOfNewLeads(
  hazards: Hazards,
  valueFactors: readonly number[],
  leads: readonly number[],
  steps: readonly RunStep[],
): WinsAhead {
  const ahead: WinsAhead = { chance: steps.map(() => 0), worth: steps.map(() => 0) };
  leads.forEach((count, month) => {
    if (!(count > 0)) return;
    const [own, ...later] = steps.slice(month);
    if (own === undefined) return;
    for (let batch = 0; batch < BATCHES_PER_MONTH; batch++) {
      const days = own.days * (1 - (batch + 0.5) / BATCHES_PER_MONTH);
      const { chance, worth } = winsAheadFromAge(hazards, valueFactors, 0, [{ ...own, days }, ...later]);
      for (let after = 0; after < chance.length; after++) {
        ahead.chance[month + after]! += (count / BATCHES_PER_MONTH) * chance[after]!;
        ahead.worth[month + after]! += (count / BATCHES_PER_MONTH) * worth[after]!;
      }
    }
  });
  return ahead;
}
