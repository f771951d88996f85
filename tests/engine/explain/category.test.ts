import { describe, expect, it } from 'vitest';
import { categoryNamed, categoryOf } from '../../../src/engine/explain/category';
import { dealOf } from '../deals/dealOf';

describe('categoryNamed(words)', () => {
  it.each([
    ['Commit', 'commit'],
    ['BEST_CASE', 'bestCase'],
    ['Best case', 'bestCase'],
    ['Most Likely', 'bestCase'],
    ['Pipeline', 'pipeline'],
    ['Not forecasted', 'omitted'],
    ['Omitted', 'omitted'],
    ['Bästa fall', 'bestCase'],
    ['Åtagande', 'commit'],
    ['Meilleur cas', 'bestCase'],
    ['Verbindlich', 'commit'],
    ['Omitido', 'omitted'],
    ['High', 'commit'],
    ['Mittel', 'bestCase'],
    ['Låg', 'pipeline'],
  ])('reads %s as %s', (words, category) => expect(categoryNamed(words)).toBe(category));

  it.each([null, '', '—', 'constructor', 'Closed', 'Q4 hopes'])('knows nothing of %s', (words) =>
    expect(categoryNamed(words)).toBeNull(),
  );
});

describe('categoryOf(deal, chance)', () => {
  const deal = dealOf({ created: 20_000 });

  it('takes the export’s word whatever the chance', () => {
    expect(categoryOf({ ...deal, category: 'Pipeline' }, 0.9)).toEqual({
      category: 'pipeline',
      basis: 'export',
    });
  });

  it.each([
    [0.7, 'commit'],
    [0.69, 'bestCase'],
    [0.4, 'bestCase'],
    [0.39, 'pipeline'],
    [null, 'pipeline'],
  ])('sorts a chance of %s to %s', (chance, category) =>
    expect(categoryOf(deal, chance)).toEqual({ category, basis: 'chance' }),
  );
});
