import { isoDay } from '../engine';
import type { Day, DealRecord } from '../engine';
import { OWN_STATUS, stageEntryHeader } from './ownExport';
import { writeCsv } from './writeCsv';
import type { CsvStyle, ExportCell } from './writeCsv';

const OUTCOMES = { open: 'Open', won: 'Won', lost: 'Lost' } as const;

/** Deals beside what the app makes of them: the chance to win, and the value expected by it. */
export interface ExportExtras {
  headers: readonly string[];
  cellsOf: (deal: DealRecord) => readonly ExportCell[];
}

const dayText = (day: Day | null): string | null => (day === null ? null : isoDay(day));

/** What is read back in first place; the stage of an entry stands in its header, as in HubSpot's exports. */
const COLUMNS: readonly (readonly [header: string, cellOf: (deal: DealRecord) => ExportCell])[] = [
  ['Deal ID', ({ id }) => id],
  ['Deal Name', ({ name }) => name],
  ['Company', ({ company }) => company],
  ['Owner', ({ owner }) => owner],
  ['Lead Source', ({ source }) => source],
  ['Pipeline', ({ pipeline }) => pipeline],
  ['Created Date', ({ created }) => dayText(created)],
  [OWN_STATUS, ({ outcome }) => OUTCOMES[outcome]],
  ['Closed Date', ({ closed }) => dayText(closed)],
  ['Expected Close Date', ({ expectedClose }) => dayText(expectedClose)],
  ['Amount', ({ amount }) => amount],
  ['Currency', ({ currency }) => currency],
  ['Stage', ({ stage }) => stage],
  ['Lost Reason', ({ lostReason }) => lostReason],
  ['Probability', ({ probability }) => probability],
  ['Forecast Category', ({ category }) => category],
];

/**
 * Deals as a CSV that the importer reads back without loss: a row for each, a column for each entry of a stage (the
 * second and later time a deal came back to it have columns of their own). Headers are English in every language, so
 * that a file exported in one can be read in another, and by other programs.
 */
export function exportDeals(
  deals: readonly DealRecord[],
  style: CsvStyle,
  extras: ExportExtras = { headers: [], cellsOf: () => [] },
): string {
  const visits = stageVisits(deals);
  const headers = [...COLUMNS.map(([header]) => header), ...visits.map(stageEntryHeader), ...extras.headers];
  function* rows(): Generator<readonly ExportCell[]> {
    for (const deal of deals) {
      yield [
        ...COLUMNS.map(([, cellOf]) => cellOf(deal)),
        ...entryCells(deal, visits),
        ...extras.cellsOf(deal),
      ];
    }
  }
  return writeCsv(headers, rows(), style);
}

/** Every stage as often as any deal entered it, in the order they are first met. */
function stageVisits(deals: readonly DealRecord[]): string[] {
  const most = new Map<string, number>();
  for (const { stageEntries } of deals) {
    const counts = new Map<string, number>();
    for (const { stage } of stageEntries) counts.set(stage, (counts.get(stage) ?? 0) + 1);
    for (const [stage, count] of counts) most.set(stage, Math.max(count, most.get(stage) ?? 0));
  }
  return [...most].flatMap(([stage, count]) => Array.from({ length: count }, () => stage));
}

/** Days of entry, with a time that keeps the order of those on the same day. */
function entryCells({ stageEntries }: DealRecord, visits: readonly string[]): ExportCell[] {
  const textsOf = new Map<string, string[]>();
  let minutes = 0;
  stageEntries.forEach(({ stage, day }, index) => {
    minutes = stageEntries[index - 1]?.day === day ? minutes + 1 : 0;
    const time = minutes === 0 ? '' : ` ${clockTime(minutes)}`;
    textsOf.set(stage, [...(textsOf.get(stage) ?? []), isoDay(day) + time]);
  });
  return visits.map((stage) => textsOf.get(stage)?.shift() ?? null);
}

function clockTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
