import type { QualityNote } from '../workspace/importTypes';

const ROWS_SHOWN = 5;

/** What a note keeps of a deal that it is about. */
interface NotedDeal {
  name: string;
  amount: number | null;
  currency: string | null;
}

interface Example extends NotedDeal {
  row: number;
  text?: string;
}

interface Noted {
  count: number;
  rows: number[];
  example?: string;
  /** Sums of amounts by currency. */
  sums: Map<string | null, number>;
  /** The largest deals first. */
  deals: Example[];
}

/** Counts what is odd, with a few rows of each, the largest deals and what they come to. */
export class NoteTaker {
  private readonly notes = new Map<QualityNote['code'], Noted>();

  /** `text`: what is odd about this one deal, in the file's own words; asked only of deals that are shown. */
  add<Deal extends NotedDeal>(
    code: QualityNote['code'],
    row: number | null,
    deal?: Deal,
    text?: string | ((deal: Deal) => string | null),
  ): void {
    let note = this.notes.get(code);
    if (!note) this.notes.set(code, (note = { count: 0, rows: [], sums: new Map(), deals: [] }));
    note.count += 1;
    if (row !== null && note.rows.length < ROWS_SHOWN) note.rows.push(row);
    if (!deal) return;
    const { name, amount, currency } = deal;
    if (amount !== null) note.sums.set(currency, (note.sums.get(currency) ?? 0) + amount);
    const last = note.deals[ROWS_SHOWN - 1];
    if (last && (amount ?? 0) <= (last.amount ?? 0)) return;
    const shown = typeof text === 'function' ? text(deal) : text;
    note.deals.push({ row: row ?? 0, name, amount, currency, ...(shown && { text: shown }) });
    note.deals.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
    note.deals.length = Math.min(note.deals.length, ROWS_SHOWN);
  }

  set(code: QualityNote['code'], count: number, rows: readonly number[] = [], example?: string): void {
    if (count === 0) return;
    const shown = rows.slice(0, ROWS_SHOWN);
    this.notes.set(code, {
      count,
      rows: shown,
      sums: new Map(),
      deals: [],
      ...(example === undefined ? {} : { example }),
    });
  }

  /** Money is summed in one currency: that of most of the file, and of rows that name none. */
  list(currency: string | null = null): QualityNote[] {
    return [...this.notes].map(([code, { count, rows, example, sums, deals }]): QualityNote => {
      const own = [sums.get(currency), currency === null ? undefined : sums.get(null)];
      const money = own
        .flatMap((sum) => sum ?? [])
        .reduce<number | undefined>((a, b) => (a ?? 0) + b, undefined);
      return {
        code,
        count,
        rows,
        ...(example !== undefined && { example }),
        ...(money !== undefined && { money, ...(currency !== null && { currency }) }),
        ...(deals.length > 0 && {
          deals: deals.map(({ row, name, text }) => ({ row, name, ...(text !== undefined && { text }) })),
        }),
      };
    });
  }
}
