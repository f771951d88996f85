/** Places in a list: from `first` up to, but not with, `end`. */
export interface Span {
  first: number;
  end: number;
}

/** What of a list of rows, each equally high, is in view. Pixels. */
export interface RowView {
  scrollTop: number;
  height: number;
  rowHeight: number;
  /** Rows of the whole list. */
  total: number;
}

/** The rows on screen and how far below the top of the list the first of them stands, in pixels. */
export interface PlacedRows<Row> {
  first: number;
  rows: readonly Row[];
  top: number;
}

/** Rows drawn beyond the view on either side, so that a wheel or a finger meets rows that are there already. */
const ROWS_BEYOND = 24;

/** The rows of which any part is in view. */
export function rowsInView({ scrollTop, height, rowHeight, total }: RowView): Span {
  const end = Math.min(total, Math.ceil((scrollTop + height) / rowHeight));
  return { first: Math.max(0, Math.min(Math.floor(scrollTop / rowHeight), end - 1)), end: Math.max(0, end) };
}

/**
 * Decides which rows stand where. Where the rows in view are not at hand yet, the newest that are stay in view instead
 * until they come: a jump over half the list shows no blank row.
 */
export class RowWindow<Row> {
  #shown: PlacedRows<Row> = { first: 0, rows: [], top: 0 };
  /** Where the list was scrolled to when these rows were placed. */
  #placedAt = 0;

  /**
   * @param view what is in view now
   * @param rowAt a row, where it is at hand
   * @param newest the rows that came last, wherever they belong
   */
  place(view: RowView, rowAt: (index: number) => Row | undefined, newest: Span): PlacedRows<Row> {
    const { scrollTop, rowHeight, total } = view;
    const rows = collect(rowsInView(view), total, rowAt);
    if (rows) {
      this.#shown = { ...rows, top: rows.first * rowHeight };
      this.#placedAt = scrollTop;
      return this.#shown;
    }
    if (!isWithin(newest, this.#shown)) {
      const came = collect(newest, total, rowAt);
      if (came) {
        // Where they would be if the list were scrolled to them.
        const offset = (newest.first - came.first) * rowHeight;
        this.#shown = { ...came, top: scrollTop - offset };
        this.#placedAt = scrollTop;
      }
    }
    const moved = this.#shown.top + scrollTop - this.#placedAt;
    const lowest = Math.max(0, (total - this.#shown.rows.length) * rowHeight);
    return { ...this.#shown, top: Math.max(0, Math.min(moved, lowest)) };
  }
}

function isWithin(inner: Span, { first, rows }: PlacedRows<unknown>): boolean {
  return inner.first >= first && inner.end <= first + rows.length;
}

/** The rows of the span and those beyond it that are at hand; null where one of the span is missing. */
function collect<Row>(
  { first, end }: Span,
  total: number,
  rowAt: (index: number) => Row | undefined,
): { first: number; rows: Row[] } | null {
  const rows: Row[] = [];
  for (let index = first; index < end; index++) {
    const row = rowAt(index);
    if (row === undefined) return null;
    rows.push(row);
  }
  const above: Row[] = [];
  for (let index = first - 1; index >= Math.max(0, first - ROWS_BEYOND); index--) {
    const row = rowAt(index);
    if (row === undefined) break;
    above.push(row);
  }
  for (let index = end; index < Math.min(total, end + ROWS_BEYOND); index++) {
    const row = rowAt(index);
    if (row === undefined) break;
    rows.push(row);
  }
  return { first: first - above.length, rows: [...above.reverse(), ...rows] };
}
