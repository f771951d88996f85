import { expect, test } from 'vitest';
import { pastedTable } from '../../../src/ui/pipeline/intake/pastedTable';

test.each(['a\tb\n1\t2', 'a;b\r\n1;2\r\n', '\n\na,b\n1,2'])('%j is a table', async (text) => {
  const file = pastedTable(text, 'pasted.csv');
  expect(file?.name).toBe('pasted.csv');
  expect(await file?.text()).toBe(text);
});

test.each(['', 'a sentence, with a comma', 'two\nlines', 'a\tb\n\n'])('%j is none', (text) => {
  expect(pastedTable(text, 'pasted.csv')).toBeNull();
});
