import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { outputOn } from './ramp';

/** Who gets leads changes with the people: what a quarter ago brought counts half. */
const HALF_LIFE_DAYS = 91;
const DAY_FACTOR = Math.pow(2, 1 / HALF_LIFE_DAYS);
/** Nothing is looked at that counts less than a hundredth. */
const REACH_DAYS = 600;
/** A seller's share of one kind's leads counts as much as that of all kinds from so many leads on. */
const POOLED_LEADS = 4;

/** A seller who still sells. */
export interface LeadTaker {
  name: string;
  startedOn: Day;
}

export interface LeadShares {
  /** By seller in the order given, then by kind in the order of `KINDS`: shares at full output, adding up to 1 with nobody's. */
  bySeller: readonly (readonly number[])[];
  /** Leads that nobody is named on, by kind. */
  nobody: readonly number[];
  /** New deals of late that each seller's share rests on, older ones counting less. */
  rests: readonly number[];
}

/**
 * How leads to come are shared out: as new deals of late were, each counting half as much for every 91 days. Of a seller who was not
 * there for all that time, or is on ramp, what is missing is filled at the usual pace of the team, so that a newcomer with three
 * lucky days does not get all leads, nor one without any none.
 *
 * @param deals as known on the data day
 */
export function leadShares(
  deals: readonly Deal[],
  sellers: readonly LeadTaker[],
  dataDay: Day,
  ramp: readonly number[],
): LeadShares {
  const position = new Map(sellers.map(({ name }, index) => [name, index]));
  const counts = sellers.map(() => KINDS.map(() => 0));
  const unnamed = KINDS.map(() => 0);
  const squares = sellers.map(() => 0);
  let firstDay = dataDay;
  for (const { created, owner, kind } of deals) {
    if (created <= dataDay - REACH_DAYS || created > dataDay) continue;
    firstDay = Math.min(firstDay, created);
    const weight = weightOf(dataDay - created);
    const index = owner === null ? undefined : position.get(owner);
    if (index !== undefined) {
      // What a newcomer has taken over came to somebody else.
      if (created < sellers[index]!.startedOn) continue;
      counts[index]![KINDS.indexOf(kind)]! += weight;
      squares[index]! += weight * weight;
    } else if (owner === null) unnamed[KINDS.indexOf(kind)]! += weight;
  }
  const presence = sellers.map(({ startedOn }) => presenceSince(startedOn, firstDay, dataDay, ramp));
  const whole = presenceSince(-Infinity, firstDay, dataDay, []);
  const present = presence.reduce((sum, each) => sum + each, 0);
  const filled = counts.map((own, index) =>
    own.map((count, kind) => {
      const usual = present > 0 ? counts.reduce((sum, each) => sum + each[kind]!, 0) / present : 0;
      return count + usual * Math.max(0, whole - presence[index]!);
    }),
  );
  const ofAll = filled.map((own) => sum(own));
  const allTaken = sum(ofAll);
  const nobodyTaken = sum(unnamed);
  const total = allTaken + nobodyTaken;
  const pooled = (taken: number): number =>
    total > 0 ? taken / total : sellers.length > 0 ? 1 / sellers.length : 0;
  const shareOf = (count: number, taken: number, kind: number): number => {
    const ofKind = sum(filled.map((own) => own[kind]!)) + unnamed[kind]!;
    return (count + POOLED_LEADS * pooled(taken)) / (ofKind + POOLED_LEADS);
  };
  return {
    bySeller: filled.map((own, index) => own.map((count, kind) => shareOf(count, ofAll[index]!, kind))),
    nobody: unnamed.map((count, kind) =>
      total > 0 ? shareOf(count, nobodyTaken, kind) : sellers.length > 0 ? 0 : 1,
    ),
    rests: counts.map((own, index) => (squares[index]! > 0 ? sum(own) ** 2 / squares[index]! : 0)),
  };
}

function weightOf(daysAgo: number): number {
  return Math.pow(2, -daysAgo / HALF_LIFE_DAYS);
}

/** Days at full output, each weighted by how long ago it is. */
function presenceSince(startedOn: Day, firstDay: Day, dataDay: Day, ramp: readonly number[]): number {
  const from = Math.max(firstDay, startedOn);
  let sum = 0;
  let weight = weightOf(dataDay - from);
  for (let day = from; day <= dataDay; day++) {
    sum += weight * outputOn(day, startedOn, ramp);
    weight *= DAY_FACTOR;
  }
  return sum;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
