/**
 * The row that a key leads to from a row; null for a key that leads nowhere.
 *
 * @param perPage rows that are in view at once
 */
export function rowAfterKey(key: string, row: number, total: number, perPage: number): number | null {
  const to = target(key, row, total, perPage);
  return to === null ? null : Math.max(0, Math.min(to, total - 1));
}

function target(key: string, row: number, total: number, perPage: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return row + perPage;
    case 'PageUp':
      return row - perPage;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}

/** Where the list must be scrolled to so that this row is wholly in view. */
export function scrolledTo(
  row: number,
  { scrollTop, height, rowHeight }: { scrollTop: number; height: number; rowHeight: number },
): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - height);
}
