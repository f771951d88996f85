import { describe, expect, it } from 'vitest';
import { KINDS, addMonths, daysInMonth, monthRange } from '../../../src/engine';
import type { Month } from '../../../src/engine';
import {
  fitCalendarHazards,
  hazardFactorsAhead,
  type CalendarHazards,
} from '../../../src/engine/fit/calendarHazards';
import { cellOf, type ExposureTable } from '../../../src/engine/fit/exposure';
import { currentLevel, rhythmOfQuarter } from '../../../src/engine/series/calendarSeries';
import { quarterPositions } from '../../../src/engine/series/monthlyCounts';

const FIRST: Month = '2021-02';
const MONTHS = monthRange(FIRST, 48);
const AGE_FROM = [0, 30, 90];
const FISCAL_YEAR_START = 2;

/** Hazards by age of kinds whose multipliers are 1 for the pool and differ by kind. */
const WON = [0.004, 0.008, 0.002];
const LOST = [0.02, 0.006, 0.004];
const KIND_FACTOR = [1.5, 1, 0.5, 0];
const RHYTHM = [0.8, 0.9, 1.3];

type Factor = (month: number) => number;

/** A table with as many closings in each cell as the hazards lead to expect: what is not found again is the method's doing. */
function expectedTable(wonFactor: Factor, lostFactor: Factor): ExposureTable {
  const size = KINDS.length * AGE_FROM.length * MONTHS.length;
  const table: ExposureTable = {
    ageFrom: AGE_FROM,
    monthCount: MONTHS.length,
    days: new Float64Array(size),
    won: new Float64Array(size),
    lost: new Float64Array(size),
  };
  KIND_FACTOR.forEach((factor, kind) =>
    AGE_FROM.forEach((_, bin) =>
      MONTHS.forEach((month, index) => {
        const cell = cellOf(table, kind, bin, index);
        // A growing company, few old deals at first.
        const deals = factor > 0 ? 40 + index * (bin + 1) : 0;
        table.days[cell] = deals * daysInMonth(month);
        table.won[cell] = table.days[cell]! * factor * WON[bin]! * wonFactor(index);
        table.lost[cell] = table.days[cell]! * factor * LOST[bin]! * lostFactor(index);
      }),
    ),
  );
  return table;
}

const positions = quarterPositions(MONTHS, FISCAL_YEAR_START);

function rhythmAt(month: number): number {
  return RHYTHM[positions[month]!]!;
}

function fitTable(table: ExposureTable, firstMonth = 0): CalendarHazards {
  const when = { months: MONTHS, fiscalYearStart: FISCAL_YEAR_START, firstMonth };
  return fitCalendarHazards(table, when, 200);
}

/** Largest relative error of one cause's hazards of the three kinds there are, at a factor on the planted ones. */
function hazardError({ byKind }: CalendarHazards, cause: 'won' | 'lost', factor: number): number {
  const planted = cause === 'won' ? WON : LOST;
  return Math.max(
    ...[0, 1, 2].flatMap((kind) =>
      planted.map((rate, bin) =>
        Math.abs(byKind[kind]![cause][bin]! / (rate * KIND_FACTOR[kind]! * factor) - 1),
      ),
    ),
  );
}

describe('fitCalendarHazards(table, when, oldestClosingAge)', () => {
  const lostFactor: Factor = () => 1;

  it('finds hazards by kind and age where nothing changes', () => {
    const fitted = fitTable(expectedTable(() => 1, lostFactor));
    // Priors: one event a bin and eight a kind, against 970 wins in the smallest bin and 857 of the smallest kind: 1 %.
    expect(hazardError(fitted, 'won', 1)).toBeLessThan(0.02);
    expect(hazardError(fitted, 'lost', 1)).toBeLessThan(0.02);
    expect(currentLevel(fitted.won)).toBeCloseTo(1, 2);
  });

  it('gives hazards at today’s level, the rhythm apart', () => {
    // Closing became half as fast again 18 months ago; the end of a quarter is a rush.
    const level: Factor = (month) => (month < 30 ? 1 : 1.5);
    const fitted = fitTable(expectedTable((month) => level(month) * rhythmAt(month), lostFactor));
    // As above, and the level's last step is not quite believed.
    expect(hazardError(fitted, 'won', 1.5)).toBeLessThan(0.04);
    expect(hazardError(fitted, 'lost', 1)).toBeLessThan(0.02);
    rhythmOfQuarter(fitted.won).forEach((factor, position) =>
      expect(Math.abs(factor - RHYTHM[position]!)).toBeLessThan(0.02),
    );
    rhythmOfQuarter(fitted.lost).forEach((factor) => expect(Math.abs(factor - 1)).toBeLessThan(0.01));
  });

  it('the factors ahead times the hazards are the hazards to come', () => {
    const fitted = fitTable(expectedTable((month) => rhythmAt(month), lostFactor));
    const ahead = monthRange(addMonths(FIRST, MONTHS.length), 6);
    const factors = hazardFactorsAhead(fitted.won, ahead);
    quarterPositions(ahead, FISCAL_YEAR_START).forEach((position, month) => {
      KIND_FACTOR.slice(0, 3).forEach((factor, kind) => {
        const hazard = fitted.byKind[kind]!.won[0]! * factors[month]!;
        expect(Math.abs(hazard / (WON[0]! * factor * RHYTHM[position]!) - 1)).toBeLessThan(0.03);
      });
    });
    hazardFactorsAhead(fitted.lost, ahead).forEach((factor) =>
      expect(Math.abs(factor - 1)).toBeLessThan(0.01),
    );
  });

  it('leaves out the months before the first one that counts', () => {
    const whole = expectedTable(rhythmAt, lostFactor);
    const filtered = expectedTable(
      (month) => (month < 12 ? 0 : rhythmAt(month)),
      (month) => (month < 12 ? 0 : 1),
    );
    const fitted = fitTable(filtered, 12);
    expect(fitted.won.monthsBefore).toBe(12);
    expect(hazardError(fitted, 'won', 1)).toBeLessThan(0.03);
    expect(hazardError(fitted, 'lost', 1)).toBeLessThan(0.03);
    // What happened in those months changes nothing.
    expect(fitTable(whole, 12)).toEqual(fitted);
  });

  it('takes a deal as lost once it is twice as old as the oldest that closed, and at least two years', () => {
    const { byKind } = fitTable(expectedTable(() => 1, lostFactor));
    byKind.forEach(({ ageFrom, won, lost }) => {
      expect(ageFrom).toEqual([...AGE_FROM, 730]);
      expect([won.at(-1), lost.at(-1)]).toEqual([0, 1 / 30]);
    });
    const when = { months: MONTHS, fiscalYearStart: 1, firstMonth: 0 };
    const old = fitCalendarHazards(
      expectedTable(() => 1, lostFactor),
      when,
      600,
    );
    expect(old.byKind[0]?.ageFrom.at(-1)).toBe(1200);
  });

  it('is finite without a single closing', () => {
    const fitted = fitTable(
      expectedTable(
        () => 0,
        () => 0,
      ),
    );
    fitted.byKind.forEach(({ won, lost }) =>
      [...won.slice(0, -1), ...lost].forEach((rate) => {
        expect(Number.isFinite(rate)).toBe(true);
        expect(rate).toBeGreaterThan(0);
      }),
    );
  });
});
