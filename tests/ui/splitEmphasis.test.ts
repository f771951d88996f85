import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitEmphasis } from '../../src/ui/splitEmphasis';

test('every second part between the marks is strong', () => {
  expect(splitEmphasis('Close **412** now')).toEqual([
    { words: 'Close ', isStrong: false },
    { words: '412', isStrong: true },
    { words: ' now', isStrong: false },
  ]);
});

test('a mark without its partner is left as it stands', () => {
  expect(splitEmphasis('2 ** 3')).toEqual([{ words: '2 ** 3', isStrong: false }]);
});

test('no words are ever lost', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const kept = splitEmphasis(text)
        .map(({ words }) => words)
        .join('');
      expect([text, text.replaceAll('**', '')]).toContain(kept);
    }),
  );
});
