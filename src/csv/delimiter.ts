import { RowSplitter } from './splitRows';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Records a delimiter is judged by. */
const SAMPLE_RECORDS = 200;

/**
 * The delimiter under which most records have as many cells as the commonest record; null where no delimiter makes
 * two columns. `sample` should end at a line end.
 */
export function detectDelimiter(sample: string): string | null {
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { rows } = new RowSplitter(delimiter).push(sample, true);
    const records = rows.filter((row) => row.length > 1 || row[0] !== '').slice(0, SAMPLE_RECORDS);
    const widths = new Map<number, number>();
    for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width, usual] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
    if (width < 2) continue;
    // Regularity decides; more columns break ties ("a;b;1,5" splits as regularly at the decimal commas).
    const score = usual / records.length + Math.min(width, 50) / 1000;
    if (best === null || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}
