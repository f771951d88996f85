/**
 * The cells of one column, top to bottom. Where a column repeats itself each text is kept once, so that it is cleaned,
 * read and counted once and not for each row; where nearly all cells differ (ids, names) texts may be kept twice.
 */
export class Column {
  /**
   * @param texts the first is `''`, and nothing else is
   * @param codes position in `texts` for each row
   */
  constructor(
    readonly texts: readonly string[],
    readonly codes: Uint32Array,
  ) {}

  /** `''` beyond the last row and where a row ends before this column. */
  read(row: number): string {
    return this.texts[this.codes[row] ?? 0] ?? '';
  }

  /** The same rows with other texts; texts may become alike or blank. */
  map(change: (text: string) => string): Column {
    const { texts } = this;
    // Most columns stay as they are, and then nothing is made.
    if (texts.every((text) => change(text) === text)) return this;
    return new Column(texts.map(change), this.codes);
  }
}

/** A text and how many cells hold it. */
export type Counted = readonly [text: string, count: number];

/** What these rows of a column hold, in the order in which it is first met. A text may come in parts. */
export function* countCells({ texts, codes }: Column, rows: readonly number[]): Generator<Counted> {
  const counts = new Uint32Array(texts.length);
  const met: number[] = [];
  for (const row of rows) {
    const code = codes[row] ?? 0;
    if (counts[code]! === 0) met.push(code);
    counts[code]! += 1;
  }
  for (const code of met) yield [texts[code] ?? '', counts[code] ?? 0];
}

/** One column below the other. */
export function concatColumns(first: Column, second: Column): Column {
  const codes = new Uint32Array(first.codes.length + second.codes.length);
  codes.set(first.codes);
  const shift = first.texts.length - 1;
  for (let row = 0; row < second.codes.length; row += 1) {
    const code = second.codes[row] ?? 0;
    codes[first.codes.length + row] = code === 0 ? 0 : code + shift;
  }
  return new Column([...first.texts, ...second.texts.slice(1)], codes);
}
