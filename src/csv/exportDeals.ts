import type { Day, DealRecord, StageEntry } from '../engine';
import type { DayCell, ExportCell, ExportTable } from './exportTable';
import { OWN_STATUS, stageEntryHeader } from './ownExport';

const OUTCOMES = { open: 'Open', won: 'Won', lost: 'Lost' } as const;

/** What the app makes of a deal, such as the chance to win: columns that the importer does not read. */
export type ExtraColumn<D extends DealRecord> = readonly [header: string, cellOf: (deal: D) => ExportCell];

const dayCell = (day: Day | null): DayCell | null => (day === null ? null : { day });

/** What is read back in first place; the stage of an entry stands in its header, as in HubSpot's exports. */
const COLUMNS: readonly (readonly [header: string, cellOf: (deal: DealRecord) => ExportCell])[] = [
  ['Deal ID', ({ id }) => id],
  ['Deal Name', ({ name }) => name],
  ['Company', ({ company }) => company],
  ['Owner', ({ owner }) => owner],
  ['Lead Source', ({ source }) => source],
  ['Pipeline', ({ pipeline }) => pipeline],
  ['Created Date', ({ created }) => dayCell(created)],
  [OWN_STATUS, ({ outcome }) => OUTCOMES[outcome]],
  ['Closed Date', ({ closed }) => dayCell(closed)],
  ['Expected Close Date', ({ expectedClose }) => dayCell(expectedClose)],
  ['Amount', ({ amount }) => amount],
  ['Currency', ({ currency }) => currency],
  ['Stage', ({ stage }) => stage],
  ['Lost Reason', ({ lostReason }) => lostReason],
  ['Probability', ({ probability }) => probability],
  ['Forecast Category', ({ category }) => category],
];

/**
 * Deals as a table that the importer reads back without loss: a row for each, a column for each entry of a stage (the
 * second and later time a deal came back to it have columns of their own). Headers are English in every language, so
 * that a file exported in one can be read in another, and by other programs.
 */
export function tableOfDeals<D extends DealRecord>(
  deals: readonly D[],
  extras: readonly ExtraColumn<D>[] = [],
): ExportTable {
  const visits = stageVisits(deals);
  const columns: readonly ExtraColumn<D>[] = [...COLUMNS, ...extras];
  const own = COLUMNS.length;
  function* rows(): Generator<readonly ExportCell[]> {
    for (const deal of deals) {
      const cells = columns.map(([, cellOf]) => cellOf(deal));
      yield [...cells.slice(0, own), ...entryCells(deal, visits), ...cells.slice(own)];
    }
  }
  const headers = columns.map(([header]) => header);
  return {
    name: 'Deals',
    headers: [...headers.slice(0, own), ...visits.map(stageEntryHeader), ...headers.slice(own)],
    rows: rows(),
    count: deals.length,
  };
}

/** Every stage as often as any deal entered it, in the order they are first met. */
function stageVisits(deals: readonly DealRecord[]): string[] {
  const most = new Map<string, number>();
  for (const deal of deals) {
    const counts = new Map<string, number>();
    for (const { stage } of notedEntries(deal)) counts.set(stage, (counts.get(stage) ?? 0) + 1);
    for (const [stage, count] of counts) most.set(stage, Math.max(count, most.get(stage) ?? 0));
  }
  return [...most].flatMap(([stage, count]) => Array.from({ length: count }, () => stage));
}

/** Entries that imports have merely seen are no dates of the CRM, and must not come back as if they were. */
function notedEntries({ stageEntries }: DealRecord): readonly StageEntry[] {
  return stageEntries.filter(({ isSeen }) => !isSeen);
}

/** Days of entry, with a time that keeps the order of those on the same day. */
function entryCells(deal: DealRecord, visits: readonly string[]): ExportCell[] {
  const stageEntries = notedEntries(deal);
  const cellsOf = new Map<string, DayCell[]>();
  let minutes = 0;
  stageEntries.forEach(({ stage, day }, index) => {
    minutes = stageEntries[index - 1]?.day === day ? minutes + 1 : 0;
    const cells = cellsOf.get(stage) ?? [];
    cells.push({ day, minutes });
    cellsOf.set(stage, cells);
  });
  return visits.map((stage) => cellsOf.get(stage)?.shift() ?? null);
}
