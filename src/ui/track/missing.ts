import type { Day, Readiness } from '../../engine';

/** One thing a track record needs, how far it is, and the day it is there where that can be told. */
export type Missing =
  | { code: 'sixMonths'; isThere: boolean; since: Day; on: Day }
  | { code: 'wins'; isThere: boolean; wins: number; needed: number }
  | { code: 'threeMonths'; isThere: boolean; from: Day | null; on: Day | null };

/** What is there and what is missing for the first month end to be replayed; nothing where there are no deals. */
export function missingOf(readiness: Readiness, dataDay: Day): Missing[] {
  const { firstCreated, sixMonthsOn, datedWins, winsNeeded, firstOrigin, readyOn } = readiness;
  if (firstCreated === null || sixMonthsOn === null) return [];
  return [
    { code: 'sixMonths', isThere: sixMonthsOn <= dataDay, since: firstCreated, on: sixMonthsOn },
    { code: 'wins', isThere: datedWins >= winsNeeded, wins: datedWins, needed: winsNeeded },
    {
      code: 'threeMonths',
      isThere: readyOn !== null && readyOn <= dataDay,
      from: firstOrigin,
      on: readyOn,
    },
  ];
}
