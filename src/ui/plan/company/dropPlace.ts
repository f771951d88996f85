/** What a row in a list takes up, from top to bottom of the screen. */
export interface RowSpan {
  top: number;
  bottom: number;
}

/** Where a row that is dragged would come to stand when let go at `y`: it changes places past the middle of another. */
export function dropPlace(rows: readonly RowSpan[], from: number, y: number): number {
  const isAbove = (index: number): boolean => {
    const row = rows[index];
    return row !== undefined && y < (row.top + row.bottom) / 2;
  };
  const above = rows.findIndex((_, index) => index < from && isAbove(index));
  if (above >= 0) return above;
  let to = from;
  while (to + 1 < rows.length && !isAbove(to + 1)) to += 1;
  return to;
}
