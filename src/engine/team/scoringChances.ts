import type { Deal } from '../deals/deal';
import { closingAges } from '../fit/ageBins';
import { cumulativeHazard, expectedBetween } from '../fit/cumulativeHazard';
import type { DealChances } from '../fit/dealChances';
import { dealTimes, LOST, ONGOING, WON, type DealTimes } from '../fit/dealTimes';
import { binOfAge, refineAges } from '../funnel/hazards';
import type { Hazards } from '../funnel/model';

/** Parts of the oldest closing ages that are told apart: the last 1/32, the last 1/64. */
const TAIL_SHARES = [1 / 32, 1 / 64];
/** So many closings make an age bin, as in the fit. */
const CLOSINGS_PER_BIN = 12;
/** With fewer, that nothing has closed beyond the oldest age seen says little. */
const ENOUGH_CLOSINGS = 200;
/** A part's prior, in events at the rate of the whole bin, as in the fit. */
const PRIOR_EVENTS = 1;

/**
 * The forecast's chances with the oldest ages told apart, for single deals. The hazards' last age bin has no end: on average over its
 * deals it is right, which is what totals need, but whoever is older than any deal that ever closed shares the chance of those who
 * have just entered it. Events seen ÷ expected by part of that bin, shrunk to 1; elsewhere nothing changes.
 *
 * @param deals the deals that were fitted, as known on the data day
 */
export function scoringChances(deals: readonly Deal[], chances: DealChances): DealChances {
  const dataDay = chances.start - 1;
  const times = dealTimes(deals, dataDay);
  const ages = closingAges(times);
  const starts = tailStarts(ages, lastClosingBin(chances.kinds[0]?.hazards ?? null, ages));
  if (starts.length < 2) return chances;
  const factors = tailFactors(times, chances, starts);
  return {
    ...chances,
    kinds: chances.kinds.map((kind) => {
      const hazards = refineAges(kind.hazards, starts);
      const factorAt = (age: number, of: readonly number[]): number =>
        age < starts[0]! ? 1 : of[binOfAge(starts, age)]!;
      return {
        ...kind,
        hazards: {
          ageFrom: hazards.ageFrom,
          won: hazards.won.map((rate, bin) => rate * factorAt(hazards.ageFrom[bin]!, factors.won)),
          lost: hazards.lost.map((rate, bin) => rate * factorAt(hazards.ageFrom[bin]!, factors.lost)),
        },
        valueFactors: hazards.ageFrom.map(
          (age) => kind.valueFactors[binOfAge(kind.hazards.ageFrom, age)] ?? 1,
        ),
      };
    }),
  };
}

/** Where the last age bin with closings of its own begins. */
function lastClosingBin(hazards: Hazards | null, ages: Int32Array): number | null {
  const oldest = ages.at(-1);
  if (hazards === null || oldest === undefined) return null;
  // Bins that only values know of have the rates of the bin before.
  let start = 0;
  hazards.ageFrom.forEach((age, bin) => {
    const isOwn =
      bin === 0 || hazards.won[bin] !== hazards.won[bin - 1] || hazards.lost[bin] !== hazards.lost[bin - 1];
    if (isOwn && age <= oldest) start = age;
  });
  return start;
}

function tailStarts(ages: Int32Array, first: number | null): number[] {
  if (first === null || ages.length < ENOUGH_CLOSINGS) return [];
  const starts = [first];
  const add = (age: number): void => {
    if (age > starts[starts.length - 1]!) starts.push(age);
  };
  for (const share of TAIL_SHARES) {
    if (ages.length * share >= CLOSINGS_PER_BIN) add(ages[Math.ceil((1 - share) * ages.length) - 1]! + 1);
  }
  add(ages[ages.length - 1]! + 1);
  return starts;
}

/** Events seen ÷ those the hazards expect, by part of the tail, in units of the tail's own mean. */
function tailFactors(
  times: DealTimes,
  { kinds }: DealChances,
  starts: readonly number[],
): { won: number[]; lost: number[] } {
  const cumulated = kinds.map(({ hazards }) => ({
    won: cumulativeHazard(hazards, hazards.won),
    lost: cumulativeHazard(hazards, hazards.lost),
  }));
  const seen = { won: starts.map(() => 0), lost: starts.map(() => 0) };
  const usual = { won: starts.map(() => 0), lost: starts.map(() => 0) };
  for (let deal = 0; deal < times.count; deal++) {
    const age = times.last[deal]! + 1 - times.created[deal]!;
    if (age <= starts[0]!) continue;
    const own = cumulated[times.kind[deal]!]!;
    starts.forEach((from, part) => {
      const to = Math.min(age, starts[part + 1] ?? age);
      if (to <= from) return;
      usual.won[part]! += expectedBetween(own.won, from, to);
      usual.lost[part]! += expectedBetween(own.lost, from, to);
    });
    if (times.end[deal] === ONGOING) continue;
    const part = binOfAge(starts, age - 1);
    if (age - 1 < starts[0]!) continue;
    if (times.end[deal] === WON) seen.won[part]!++;
    if (times.end[deal] === LOST) seen.lost[part]!++;
  }
  return { won: ratios(seen.won, usual.won), lost: ratios(seen.lost, usual.lost) };
}

function ratios(seen: readonly number[], usual: readonly number[]): number[] {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  // Hazards are at today's level: what matters here is how the parts differ.
  const level = sum(usual) > 0 ? sum(seen) / sum(usual) : 0;
  if (!(level > 0)) return usual.map(() => 1);
  return seen.map((events, part) => (events + PRIOR_EVENTS) / (usual[part]! * level + PRIOR_EVENTS));
}
