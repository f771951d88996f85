import { expect, test } from 'vitest';
import { readTarget } from '../../../src/ui/forecast/readTarget';
import { speak } from '../../i18n/speak';

test('reads by the language of the screen', () => {
  speak('en');
  expect(readTarget('2.5m')).toEqual({ ok: true, value: 2_500_000 });
  speak('sv');
  expect(readTarget('2,5 mn')).toEqual({ ok: true, value: 2_500_000 });
});

test('asks about a mark that could be either, with examples of how it is written here', () => {
  speak('en');
  expect(readTarget(' 2,5 ')).toEqual({
    ok: false,
    error:
      'The mark in “2,5” can mean decimals or thousands. Write decimals as in 2.5 and thousands as in 450,000.',
  });
  speak('sv');
  const swedish = readTarget('450.5');
  expect(!swedish.ok && swedish.error).toMatch(/2,5 .*450\s000/);
});

test('says apart what is no number, not positive and too large', () => {
  speak('en');
  const errors = ['much', '-5', '9e9', '9999999999999'].map((typed) => {
    const read = readTarget(typed);
    return read.ok ? null : read.error;
  });
  expect(errors).not.toContain(null);
  expect(new Set(errors).size).toBe(3);
});
