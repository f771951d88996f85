import type { EmphasisPart } from '../splitEmphasis';

/**
 * Breaks text into lines at its spaces; a word that is wider than a line stands on one of its own.
 *
 * @param measure the width of some words, in the unit of `width`
 */
export function wrapText(
  parts: readonly EmphasisPart[],
  width: number,
  measure: (part: EmphasisPart) => number,
): readonly (readonly EmphasisPart[])[] {
  const lines: EmphasisPart[][] = [[]];
  let used = 0;
  let endsInSpace = true;
  for (const { words, isStrong } of parts) {
    // Each word with the space before it. Amounts have unbroken spaces within, at which no line ends.
    for (const word of words.match(/ *[^ ]+| +$/g) ?? []) {
      const mayBreak = endsInSpace || word.startsWith(' ');
      endsInSpace = word.endsWith(' ');
      const space = measure({ words: word, isStrong });
      if (mayBreak && used > 0 && used + space > width) {
        const first = { words: word.trimStart(), isStrong };
        lines.push([first]);
        used = measure(first);
      } else {
        lines.at(-1)?.push({ words: word, isStrong });
        used += space;
      }
    }
  }
  return lines;
}
