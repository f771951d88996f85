import type { HistorySummary, KindHistory } from '../../../src/engine';
import { FLAT_CALENDAR } from '../../engine/fit/flatCalendar';

/** A kind's history with figures that are easy to tell from a plan's. */
export function kindHistory(patch: Partial<KindHistory> = {}): KindHistory {
  return {
    kind: 'net',
    deals: 400,
    open: 50,
    won: 60,
    lost: 290,
    leadsPerMonth: { value: 31.456, low: 27, high: 36, n: 400 },
    conversion: { value: 0.1444, low: 0.12, high: 0.17, n: 350 },
    daysToWin: { value: 74.3, low: 60, high: 90, n: 60 },
    dealValue: { value: 118_234, low: 100_000, high: 140_000, n: 60 },
    valueVariation: 0.6543,
    ...patch,
  };
}

export function historyOf(...kinds: KindHistory[]): HistorySummary {
  return { dataDay: 20_780, firstCreated: 19_700, calendar: FLAT_CALENDAR, kinds, notes: [] };
}
