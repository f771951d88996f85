import type { Deal } from '../deals/deal';
import type { DealTimes } from './dealTimes';

/** Stages by name, and how each deal went through them, as known on the data day. */
export interface StageVisits {
  stages: readonly string[];
  /** Visits of deal i lie from `first[i]` to before `first[i + 1]`, by day. */
  first: Int32Array;
  /** Position in `stages`. */
  stage: Int16Array;
  day: Int32Array;
}

/**
 * The stage entries of deals as columns of numbers. Entries on the same day keep their order in the data; entries before
 * the creation count from the creation, those after the deal's end are left out.
 */
export function stageVisits(deals: readonly Deal[], times: DealTimes): StageVisits {
  const positions = new Map<string, number>();
  const first = new Int32Array(deals.length + 1);
  let total = 0;
  for (const { stageEntries } of deals) total += stageEntries.length;
  const stage = new Int16Array(total);
  const day = new Int32Array(total);
  let used = 0;
  deals.forEach(({ stageEntries }, index) => {
    const begin = used;
    for (const entry of stageEntries) {
      if (entry.day > times.last[index]!) continue;
      let position = positions.get(entry.stage);
      if (position === undefined) positions.set(entry.stage, (position = positions.size));
      const entered = Math.max(entry.day, times.created[index]!);
      let slot = used++;
      while (slot > begin && day[slot - 1]! > entered) {
        day[slot] = day[slot - 1]!;
        stage[slot] = stage[slot - 1]!;
        slot--;
      }
      day[slot] = entered;
      stage[slot] = position;
    }
    first[index + 1] = used;
  });
  return { stages: [...positions.keys()], first, stage, day };
}

/** Days from entering a visit to the next one or to the deal's end, half a day for the last. */
export function visitEnd(visits: StageVisits, times: DealTimes, deal: number, visit: number): number {
  return visit + 1 < visits.first[deal + 1]! ? visits.day[visit + 1]! : times.last[deal]! + 1;
}
