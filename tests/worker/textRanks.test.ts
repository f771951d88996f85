import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextRanks } from '../../src/worker/textRanks';

const collator = new Intl.Collator('sv', { numeric: true, sensitivity: 'base' });
const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('Åkeri 2', 'åkeri 2', 'Zon', 'Deal 10', 'Deal 9'),
);

it('ranks texts as the language compares them, however many come later', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300 }), fc.array(text, { maxLength: 20 }), (first, later) => {
      const ranks = new TextRanks('sv');
      ranks.rank(first);
      const places = ranks.rank([...first, null, ...later]);
      const all = [...new Set([...first, ...later])].slice(0, 60);
      for (const one of all)
        for (const other of all) {
          const wanted = Math.sign(collator.compare(one, other));
          expect(Math.sign(places.get(one)! - places.get(other)!), `${one} ${other}`).toBe(wanted);
        }
    }),
    { numRuns: 40 },
  );
});

it('finds room between two texts as often as it is asked to', () => {
  const ranks = new TextRanks('sv');
  ranks.rank(['a', 'b']);
  const texts = Array.from({ length: 100 }, (_, index) => `a${'z'.repeat(100 - index)}`);
  for (const one of texts) ranks.rank([one]);
  const places = ranks.rank([]);
  const sorted = [...texts].sort((one, other) => collator.compare(one, other));
  for (let index = 1; index < sorted.length; index++) {
    expect(places.get(sorted[index]!)!).toBeGreaterThan(places.get(sorted[index - 1]!)!);
  }
});
