import { KINDS, type Kind } from '../deals/deal';

/** What to believe of a kind before any of its deals has closed. Shares of opportunities, as CRMs hold those. */
export interface KindPrior {
  conversion: number;
  daysToClose: number;
  /** Deal value in multiples of the company's ordinary deal. */
  relativeValue: number;
}

/**
 * Opportunity to won, and cycle, by kind (Ross & Tyler, Predictable Revenue, p. 130; practitioners' figures: weak
 * evidence, so it counts half an event). Unsorted: between the kinds.
 */
export const KIND_PRIORS: Readonly<Record<Kind, KindPrior>> = {
  seed: { conversion: 0.35, daysToClose: 30, relativeValue: 1 },
  net: { conversion: 0.2, daysToClose: 75, relativeValue: 1 },
  spear: { conversion: 0.2, daysToClose: 150, relativeValue: 3 },
  unsorted: { conversion: 0.25, daysToClose: 75, relativeValue: 1 },
};

/** Wins per deal and day that are usual for a kind, by its position in `KINDS`. */
export function wonPriorRate(kind: number): number {
  const prior = KIND_PRIORS[KINDS[kind]!];
  return prior.conversion / prior.daysToClose;
}

/** Losses likewise. */
export function lostPriorRate(kind: number): number {
  const prior = KIND_PRIORS[KINDS[kind]!];
  return (1 - prior.conversion) / prior.daysToClose;
}
