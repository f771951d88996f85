import type { Deal } from '../../../src/engine';

/** A deal with the given facts; the rest is as a bare export leaves it. */
export function dealOf(facts: Partial<Deal> & Pick<Deal, 'created'>): Deal {
  return {
    id: 'D1',
    name: 'Deal',
    company: null,
    owner: null,
    source: null,
    pipeline: null,
    outcome: 'open',
    closed: null,
    expectedClose: null,
    amount: null,
    currency: null,
    stage: null,
    stageEntries: [],
    lostReason: null,
    probability: null,
    category: null,
    kind: 'net',
    ...facts,
  };
}
