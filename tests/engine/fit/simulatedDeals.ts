import type { Deal, Kind } from '../../../src/engine';
import { dealOf } from '../deals/dealOf';

/** A kind of which the truth is known. Closing is exponential: hazards do not depend on age. */
export interface TrueKind {
  kind: Kind;
  leadsPerDay: number;
  wonPerDay: number;
  lostPerDay: number;
  value: number;
}

/** A linear congruential generator (Numerical Recipes' constants): tests need numbers that look random, no more. */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
}

/** Deals created in the `days` up to the last day, closed when their time comes, that later than the last day included. */
export function simulateDeals(
  kinds: readonly TrueKind[],
  lastDay: number,
  days: number,
  seed: number,
): Deal[] {
  const uniform = uniforms(seed);
  const deals: Deal[] = [];
  for (const truth of kinds) {
    let time = -Math.log(uniform()) / truth.leadsPerDay;
    while (time < days) {
      const created = lastDay - days + 1 + Math.floor(time);
      const leaving = truth.wonPerDay + truth.lostPerDay;
      const life = -Math.log(uniform()) / leaving;
      const isWon = uniform() < truth.wonPerDay / leaving;
      deals.push(
        dealOf({
          id: `${truth.kind}${deals.length}`,
          kind: truth.kind,
          created,
          outcome: isWon ? 'won' : 'lost',
          closed: created + Math.floor((time % 1) + life),
          amount: truth.value * (0.5 + uniform()),
        }),
      );
      time += -Math.log(uniform()) / truth.leadsPerDay;
    }
  }
  return deals;
}
