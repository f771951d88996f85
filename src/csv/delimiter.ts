import Papa from 'papaparse';

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
    const parsed = Papa.parse<string[]>(sample, {
      delimiter,
      newline: '\n',
      preview: SAMPLE_RECORDS,
      skipEmptyLines: true,
    });
    const widths = new Map<number, number>();
    for (const { length } of parsed.data) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width, records] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
    if (width < 2) continue;
    // Regularity decides; more columns break ties ("a;b;1,5" splits as regularly at the decimal commas).
    const score = records / parsed.data.length + Math.min(width, 50) / 1000;
    if (best === null || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}
