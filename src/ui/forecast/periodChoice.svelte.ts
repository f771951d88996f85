import type { PeriodName } from './period';

let name = $state<PeriodName>('quarter');

/** The period chosen on Forecast; remembered while the page lives, so that a look at Plan does not lose it. */
export const periodChoice = {
  get name(): PeriodName {
    return name;
  },
  set name(next: PeriodName) {
    name = next;
  },
};
