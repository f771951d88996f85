import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, type Deal } from '../../../src/engine';
import { PERIODS, RECENT_PERIODS, periodsUpTo } from '../../../src/engine/diagnose/periods';
import { DROPPED, PASSED, STAYS, staysInFunnel, staysInStages } from '../../../src/engine/diagnose/stays';
import { stayCell, stayTable } from '../../../src/engine/diagnose/stayTable';
import { dealTimes } from '../../../src/engine/fit/dealTimes';
import { stageVisits } from '../../../src/engine/fit/stageVisits';
import { dealOf } from '../deals/dealOf';

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
/** 31 December 2025. */
const LAST_DAY = dayOf('2025-12-31');

describe('periodsUpTo(dataDay, edge)', () => {
  it('goes back in steps of three months: lately is the last six, before the two years ahead of them', () => {
    const { recent, before } = periodsUpTo(LAST_DAY, 0);
    expect(recent).toEqual({ from: dayOf('2025-07-01'), to: LAST_DAY });
    expect(before).toEqual({ from: dayOf('2023-07-01'), to: dayOf('2025-06-30') });
  });

  it('keeps every month of a quarter twice lately and eight times before, whatever the data day', () => {
    fc.assert(
      fc.property(fc.integer({ min: LAST_DAY - 400, max: LAST_DAY }), (dataDay) => {
        const { first, ofOffset } = periodsUpTo(dataDay, 0);
        const days = [0, 1].map((late) => {
          const byMonth = [0, 0, 0];
          ofOffset.forEach((period, offset) => {
            const month = new Date((first + offset) * 86_400_000).getUTCMonth() % 3;
            if (period < RECENT_PERIODS === (late === 1)) byMonth[month]!++;
          });
          return byMonth;
        });
        // Months have 28 to 31 days; a data day at a month's end may move a few over the border.
        days[0]!.forEach((count) => expect(Math.abs(count / 8 - 30.4)).toBeLessThan(1.5));
        days[1]!.forEach((count) => expect(Math.abs(count / 2 - 30.4)).toBeLessThan(3));
      }),
    );
  });

  it('looks at nothing before the closings are in the data', () => {
    const edge = dayOf('2024-11-15');
    const { before, first, share } = periodsUpTo(LAST_DAY, edge);
    expect(before.from).toBe(edge);
    expect(first).toBe(edge);
    // October to December 2024 has 92 days, 47 of them from the edge on.
    expect(share[4]).toBeCloseTo(47 / 92, 12);
    expect(share[5]).toBe(0);
  });
});

describe('staysInStages(visits, times, order)', () => {
  it('counts each stage once, a fall back not again, and not a stage that was skipped', () => {
    const deal = dealOf({
      created: LAST_DAY - 50,
      outcome: 'lost',
      closed: LAST_DAY - 5,
      stageEntries: [
        { stage: 'Lead', day: LAST_DAY - 50 },
        { stage: 'Offer', day: LAST_DAY - 30 },
        { stage: 'Lead', day: LAST_DAY - 20 },
        { stage: 'Offer', day: LAST_DAY - 10 },
      ],
    });
    const times = dealTimes([deal], LAST_DAY);
    const stays = staysInStages(stageVisits([deal], times), times, ['Lead', 'Demo', 'Offer']);
    const rows = stays.map((own) =>
      Array.from({ length: own.count }, (_, row) => [own.entered[row], own.last[row], own.end[row]]),
    );
    expect(rows).toEqual([
      [[LAST_DAY - 50, LAST_DAY - 30, PASSED]],
      [],
      [[LAST_DAY - 30, LAST_DAY - 5, DROPPED]],
    ]);
  });
});

describe('stayTable(stays, periods)', () => {
  it('is what counting day by day gives', () => {
    const deals = fc.array(
      fc.record({
        age: fc.integer({ min: 0, max: 1200 }),
        life: fc.integer({ min: 0, max: 300 }),
        end: fc.integer({ min: 0, max: 2 }),
        kind: fc.constantFrom(...KINDS),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(deals, (facts) => {
        const all = facts.map(({ age, life, end, kind }): Deal => {
          const created = LAST_DAY - age;
          const isClosed = end > 0 && created + life <= LAST_DAY;
          return dealOf({
            created,
            kind,
            outcome: isClosed ? (end === 1 ? 'won' : 'lost') : 'open',
            closed: isClosed ? created + life : null,
          });
        });
        const stays = staysInFunnel(dealTimes(all, LAST_DAY));
        const periods = periodsUpTo(LAST_DAY, LAST_DAY - 800);
        const table = stayTable(stays, periods);
        const slow = countDayByDay(stays, periods, table.ageFrom);
        expect([...table.days]).toEqual(slow.days);
        expect([...table.passed]).toEqual(slow.passed);
        expect([...table.dropped]).toEqual(slow.dropped);
      }),
      { numRuns: 60 },
    );
  });
});

/** By definition: each deal, each day it was there, one by one; quick stages leave out old deals lately and long stays. */
function countDayByDay(
  stays: ReturnType<typeof staysInFunnel>,
  { first, ofOffset, recent }: ReturnType<typeof periodsUpTo>,
  ageFrom: readonly number[],
): { days: number[]; passed: number[]; dropped: number[] } {
  const size = KINDS.length * ageFrom.length * PERIODS;
  const counts = {
    days: new Array<number>(size).fill(0),
    passed: new Array<number>(size).fill(0),
    dropped: new Array<number>(size).fill(0),
  };
  const left = Array.from({ length: stays.count }, (_, row) => row)
    .filter((row) => stays.end[row] !== STAYS && stays.last[row]! >= first && stays.last[row]! < recent.from)
    .map((row) => stays.last[row]! - stays.entered[row]!)
    .sort((a, b) => a - b);
  const isQuick = (left[Math.floor(left.length / 2)] ?? 0) <= 45;
  for (let row = 0; row < stays.count; row++) {
    const entered = stays.entered[row]!;
    for (let day = Math.max(first, entered); day <= stays.last[row]!; day++) {
      const age = day - entered;
      if (isQuick && (age >= 184 || (entered < recent.from && day >= recent.from))) break;
      const bin = ageFrom.filter((from) => from <= age).length - 1;
      const cell = stayCell(
        { ageFrom } as ReturnType<typeof stayTable>,
        stays.kind[row]!,
        bin,
        ofOffset[day - first]!,
      );
      const leaves = day === stays.last[row] && stays.end[row] !== STAYS;
      counts.days[cell]! += leaves ? 0.5 : 1;
      if (leaves) (stays.end[row] === PASSED ? counts.passed : counts.dropped)[cell]!++;
    }
  }
  return counts;
}
