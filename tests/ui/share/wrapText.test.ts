import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../src/ui/share/wrapText';
import type { EmphasisPart } from '../../../src/ui/splitEmphasis';

/** Every letter is one wide. */
const letters = ({ words }: EmphasisPart): number => words.length;
const linesOf = (parts: readonly EmphasisPart[], width: number): string[] =>
  wrapText(parts, width, letters).map((line) => line.map(({ words }) => words).join(''));
const plain = (words: string): EmphasisPart[] => [{ words, isStrong: false }];

describe('wrapText', () => {
  it('ends lines at spaces, and leaves no space at the start of the next', () => {
    expect(linesOf(plain('expect to close this quarter'), 12)).toEqual([
      'expect to',
      'close this',
      'quarter',
    ]);
  });

  it('keeps an unbroken amount and the full stop after it together', () => {
    const parts = [...plain('Expect '), { words: 'kr\u00a0412\u00a0000', isStrong: true }, ...plain('.')];
    expect(linesOf(parts, 12)).toEqual(['Expect ', 'kr\u00a0412\u00a0000.']);
  });

  it('loses no word, and makes no line wider than it may be but for single words', () => {
    const word = fc.stringMatching(/^[a-zå]{1,9}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 4, max: 40 }),
        (words, width) => {
          const lines = linesOf(plain(words.join(' ')), width);
          expect(lines.join(' ').split(/ +/)).toEqual(words);
          for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
        },
      ),
    );
  });
});
