import type { DealRecord } from '../../src/engine';

const PLAIN: DealRecord = {
  id: '',
  name: '',
  company: null,
  owner: null,
  source: 'Web',
  pipeline: null,
  created: 20_000,
  outcome: 'open',
  closed: null,
  expectedClose: null,
  amount: 100,
  currency: 'SEK',
  stage: null,
  stageEntries: [],
  lostReason: null,
  probability: null,
  category: null,
};

/** A deal that differs from a plain open one in what the test is about. */
export function dealWith(different: Partial<DealRecord>): DealRecord {
  return { ...PLAIN, ...different };
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
