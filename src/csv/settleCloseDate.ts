import type { ColumnMapping, Meaning, Vendor } from '../workspace/importTypes';
import { guessOutcome } from './outcomes';
import type { Table } from './table';

/** A few closing dates on open deals are leftovers of deals that were opened again. */
const LEFTOVER_SHARE = 0.01;

/**
 * A close date is a plan while a deal is open and a fact once it is closed. Where open deals have none, the column
 * holds facts alone: `closed`. HubSpot and Salesforce are known to mix.
 */
export function settleCloseDate(
  table: Table,
  given: readonly ColumnMapping[],
  vendor: Vendor,
): ColumnMapping[] {
  const columns = askWhetherExpected(table, given);
  const indexOf = (meaning: Meaning): number | undefined =>
    columns.find((column) => column.meaning === meaning)?.index;
  const closeDate = indexOf('closeDate');
  const outcome = indexOf('status') ?? indexOf('stage');
  if (vendor !== 'generic' || closeDate === undefined || outcome === undefined) return [...columns];
  const open = { rows: 0, dated: 0 };
  let closedDated = 0;
  const labels = table.columns[outcome]?.map((text) => text.trim());
  const dates = table.columns[closeDate]?.map((text) => text.trim());
  const isOpenLabel = new Map<string, boolean>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const label = labels?.read(row) ?? '';
    const cell = dates?.read(row) ?? '';
    if (label === '' || cell === table.headers[closeDate]) continue;
    const isOpen = isOpenLabel.get(label) ?? (guessOutcome(label) ?? 'open') === 'open';
    isOpenLabel.set(label, isOpen);
    if (isOpen) open.rows += 1;
    if (isOpen && cell !== '') open.dated += 1;
    if (!isOpen && cell !== '') closedDated += 1;
  }
  const holdsFacts = open.rows > 0 && closedDated > 0 && open.dated <= open.rows * LEFTOVER_SHARE;
  if (!holdsFacts) return [...columns];
  return columns.map((column) => (column.index === closeDate ? { ...column, meaning: 'closed' } : column));
}

/**
 * Where the expected close date is the only one of closing and most closed deals have it, it may be the day they closed: a
 * guess, which the user is asked to look at.
 */
function askWhetherExpected(table: Table, columns: readonly ColumnMapping[]): ColumnMapping[] {
  const find = (meaning: Meaning): ColumnMapping | undefined =>
    columns.find((column) => column.meaning === meaning);
  const expected = find('expectedClose');
  const outcome = find('status') ?? find('stage');
  const hasClosing = (['closed', 'closeDate', 'wonOn', 'lostOn', 'stageEntry'] as const).some(find);
  if (!expected || !outcome || hasClosing) return [...columns];
  const labels = table.columns[outcome.index];
  const dates = table.columns[expected.index];
  const closed = { rows: 0, dated: 0 };
  for (let row = 0; row < table.rowCount; row += 1) {
    const state = guessOutcome(labels?.read(row) ?? '');
    if (state !== 'won' && state !== 'lost') continue;
    closed.rows += 1;
    if ((dates?.read(row) ?? '').trim() !== '') closed.dated += 1;
  }
  if (closed.rows === 0 || closed.dated < closed.rows / 2) return [...columns];
  return columns.map((column) =>
    column === expected ? { ...column, meaning: 'closeDate', confidence: 'guess' } : column,
  );
}
