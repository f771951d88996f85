import { expect, test } from 'vitest';
import { dayFromDate, defaultPlan, type HistorySummary, type KindHistory } from '../../../src/engine';
import { groundsOf } from '../../../src/ui/forecast/grounds';
import { FLAT_CALENDAR } from '../../engine/fit/flatCalendar';

const plan = defaultPlan('SEK');

function history(won: number, firstYear: number): HistorySummary {
  return {
    firstCreated: dayFromDate(firstYear, 12, 5) ?? NaN,
    calendar: FLAT_CALENDAR,
    dataDay: dayFromDate(2026, 11, 23) ?? NaN,
    kinds: [{ kind: 'seed', won } as KindHistory],
    notes: [],
  };
}

test('a history is counted in wins and in months, the first and the last included', () => {
  expect(groundsOf(history(30, 2024), plan)).toEqual({
    on: 'history',
    wins: 30,
    months: 24,
    isFew: false,
    isShort: false,
  });
  expect(groundsOf(history(29, 2025), plan)).toMatchObject({ months: 12, isFew: true, isShort: true });
});

test('wins without a day and months before a left edge are not counted', () => {
  const edged: HistorySummary = {
    ...history(40, 2024),
    notes: [
      { code: 'wonWithoutDate', params: { count: 15 } },
      { code: 'leftEdge', params: { month: '2026-01' } },
    ],
  };
  expect(groundsOf(edged, plan)).toMatchObject({ wins: 25, months: 11, isFew: true });
});

test('without a win the assumptions are the ground', () => {
  expect(groundsOf(history(0, 2024), plan).on).toBe('plan');
  const { guesses, assumptions } = groundsOf(null, plan) as { guesses: number; assumptions: number };
  // Each kind's deal value and two assumptions for each stage; what makes the leads of seeds (2), nets (4) and spears (5).
  expect(assumptions).toBe(3 * (1 + 2 * plan.stageNames.length) + 2 + 4 + 5);
  // Prospectors and spend, today's and planned, are known.
  expect(guesses).toBe(assumptions - 3);
});
