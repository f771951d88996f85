export interface EmphasisPart {
  words: string;
  isStrong: boolean;
}

/**
 * Cuts a message at its `**` marks: every second part is the emphasised one. A mark without its partner is left as it
 * stands, so that no words are ever lost.
 *
 * @example splitEmphasis('Close **412** now') // [{ words: 'Close ', isStrong: false }, { words: '412', isStrong: true }, …]
 */
export function splitEmphasis(text: string): readonly EmphasisPart[] {
  const pieces = text.split('**');
  if (pieces.length % 2 === 0) return [{ words: text, isStrong: false }];
  return pieces
    .map((words, index) => ({ words, isStrong: index % 2 === 1 }))
    .filter(({ words }) => words !== '');
}
