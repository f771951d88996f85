import type { Deal, StageEntry } from '../../../src/engine';
import { dealOf } from '../deals/dealOf';
import { uniforms } from './simulatedDeals';

/** A stage of which the truth is known: exponential time, then on to the next stage (after the last: won) or lost. */
export interface TrueStage {
  name: string;
  passPerDay: number;
  losePerDay: number;
}

/** Deals that walk through stages; `closed` may lie after the last day. Leads come evenly over the `days` up to the last day. */
export function simulateStagedDeals(
  stages: readonly TrueStage[],
  leadsPerDay: number,
  lastDay: number,
  days: number,
  seed: number,
): Deal[] {
  const uniform = uniforms(seed);
  const deals: Deal[] = [];
  for (let lead = 0; lead < leadsPerDay * days; lead++) {
    const came = lastDay - days + 1 + uniform() * days;
    let time = came;
    const stageEntries: StageEntry[] = [];
    let outcome: 'won' | 'lost' = 'won';
    for (const { name, passPerDay, losePerDay } of stages) {
      stageEntries.push({ stage: name, day: Math.floor(time) });
      time += -Math.log(uniform()) / (passPerDay + losePerDay);
      if (uniform() * (passPerDay + losePerDay) < losePerDay) {
        outcome = 'lost';
        break;
      }
    }
    deals.push(
      dealOf({
        id: `S${lead}`,
        created: Math.floor(came),
        outcome,
        closed: Math.floor(time),
        stage: stageEntries.at(-1)?.stage ?? null,
        stageEntries,
        amount: 100,
      }),
    );
  }
  return deals;
}

/** Chance to be won from each stage on. */
export function trueChances(stages: readonly TrueStage[]): number[] {
  return stages.map((_, from) =>
    stages
      .slice(from)
      .reduce((chance, { passPerDay, losePerDay }) => (chance * passPerDay) / (passPerDay + losePerDay), 1),
  );
}
