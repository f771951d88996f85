import { expect, test } from 'vitest';
import { countSources } from '../../src/worker/countSources';

test('labels come commonest first, deals without a source under the blank one', () => {
  const deals = [
    { source: 'Web' },
    { source: null },
    { source: 'Web' },
    { source: 'constructor' },
    { source: '' },
  ];
  expect(countSources(deals)).toEqual([
    { value: 'Web', count: 2 },
    { value: '', count: 2 },
    { value: 'constructor', count: 1 },
  ]);
});
