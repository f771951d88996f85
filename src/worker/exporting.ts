import { tableOfDeals, writeTable } from '../csv/writing';
import type { ExportFormat, ExportTable, ExtraColumn } from '../csv/writing';
import type { DealRecord, Kind, LeftOutAs } from '../engine';
import type { DealDesk } from './dealDesk';
import type { DealExportRequest, DealQuery, DealRow, ExportProgress, TableExportRequest } from './protocol';
import type { Session } from './session';
import { Turnstile } from './turns';
import type { Ticket } from './turns';

/** A deal as it is written, in the currency it was typed or imported in, beside what its row shows. */
type ExportedDeal = DealRecord & Pick<DealRow, 'kind' | 'isExcluded' | 'leftOutAs' | 'chance' | 'expected'>;

const EVERYTHING: DealQuery = {
  search: '',
  outcome: 'all',
  kind: 'all',
  owner: null,
  stage: null,
  only: 'all',
  sort: 'created',
  descending: false,
  offset: 0,
  limit: 0,
};
// English in every language, like the headers that are read back: see `tableOfDeals`.
const KINDS: Readonly<Record<Kind, string>> = {
  seed: 'Seed',
  net: 'Net',
  spear: 'Spear',
  unsorted: 'Not sorted',
};
const LEFT_OUT: Readonly<Record<LeftOutAs, string>> = {
  notRealLosses: 'Not a real loss',
  sameDayWins: 'Won on the day it was created',
  closedBeforeCreated: 'Closed before it was created',
  wonWithoutDate: 'Won without a date',
  staleOpens: 'Open for too long',
  source: 'Its source is left out',
  pipeline: 'Its pipeline is left out',
};

function leftOutText({ isExcluded, leftOutAs }: ExportedDeal): string | null {
  if (isExcluded) return 'By hand';
  return leftOutAs && LEFT_OUT[leftOutAs];
}

/** What is calculated has no more digits than mean something: chances to a hundredth of a per cent, money to a cent. */
function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}

/** What the importer does not read back; `currency` is that of all sums. */
function extraColumns(currency: string): readonly ExtraColumn<ExportedDeal>[] {
  return [
    ['Seedcast Kind', ({ kind }) => KINDS[kind]],
    ['Seedcast Left Out', leftOutText],
    ['Seedcast Chance', ({ chance }) => rounded(chance, 4)],
    [`Seedcast Expected ${currency}`, ({ expected }) => rounded(expected, 2)],
  ];
}

/** Writes what the screens show to files; loaded when first asked. One at a time: a newer one ends the one before. */
export class Exporter {
  readonly #desk: Pick<DealDesk, 'page'>;
  readonly #turns = new Turnstile();

  constructor(desk: Pick<DealDesk, 'page'>) {
    this.#desk = desk;
  }

  /** Null where it was cancelled. */
  async deals(
    session: Session,
    { format, language, query }: DealExportRequest,
    onProgress?: ExportProgress,
  ): Promise<Blob | null> {
    const ticket = this.#turns.enter();
    const known = session.settings && (await session.knownDeals(session.settings));
    const page = await this.#desk.page(session, { ...(query ?? EVERYTHING), offset: 0, limit: Infinity });
    const written = new Map(known?.written.map((deal) => [deal.id, deal]));
    const deals = page.rows.map((row): ExportedDeal => ({ ...row, ...written.get(row.id) }));
    const table = tableOfDeals(deals, extraColumns(session.settings?.currency ?? ''));
    return await write(table, format, language, ticket, onProgress);
  }

  /** Null where it was cancelled. */
  async table({ format, language, table }: TableExportRequest): Promise<Blob | null> {
    const ticket = this.#turns.enter();
    return await write({ ...table, count: table.rows.length }, format, language, ticket);
  }

  cancel(): void {
    this.#turns.cancel();
  }
}

/** Null once the ticket has ended. Browsers say in ways of their own that a workbook could not be packed, and hide what ended it. */
async function write(
  table: ExportTable,
  format: ExportFormat,
  language: string,
  ticket: Ticket,
  onProgress?: ExportProgress,
): Promise<Blob | null> {
  try {
    const isCancelled = (): boolean => ticket.ended !== null;
    return await writeTable(table, format, language, { onProgress, isCancelled });
  } catch (error) {
    if (ticket.ended !== null) return null;
    throw error;
  }
}
