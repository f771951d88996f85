import { expect, test } from 'vitest';
import { isoDay } from '../../../src/engine';
import { dayOfField } from '../../../src/ui/pipeline/dayOfField';

test('a date field holds a day, whatever the time zone', () => {
  expect(dayOfField('1970-01-02')).toBe(1);
  expect(isoDay(dayOfField('2026-11-23') ?? NaN)).toBe('2026-11-23');
});

test.each(['', '2026-02-30', '2026-11', 'soon'])('%j is no day', (value) => {
  expect(dayOfField(value)).toBeNull();
});
