/** What fits beside a chart at the size of its labels. */
const MOST_LETTERS = 12;

/** A name that somebody typed, cut to what fits beside a chart; the whole of it stands elsewhere. */
export function shortenName(name: string): string {
  const letters = [...name];
  return letters.length <= MOST_LETTERS
    ? name
    : `${letters
        .slice(0, MOST_LETTERS - 1)
        .join('')
        .trimEnd()}…`;
}
