import { expect, test } from 'vitest';
import { dayFromDate, isoDay, type Pace, type PacePoint } from '../../../src/engine';
import { axisNames, paceRows } from '../../../src/ui/diagnose/pace/paceRows';

const START = dayFromDate(2026, 9, 30) ?? 0;
const line: PacePoint[] = Array.from({ length: 93 }, (_, index) => ({
  day: START + index,
  onPace: index,
  won: index <= 55 ? index : null,
  expected: index >= 55 ? index : null,
}));

test('the table tells ends of months and where it stands', () => {
  const rows = paceRows({ line, period: 'quarter' } as unknown as Pace);
  expect(rows.map(({ day }) => isoDay(day))).toEqual([
    '2026-10-31',
    '2026-11-24',
    '2026-11-30',
    '2026-12-31',
  ]);
});

test('the axis names each month once, and never the evening before', () => {
  const names = axisNames(line, false, isoDay);
  expect(names).toHaveLength(93);
  expect(names.filter(Boolean)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01']);
  expect(axisNames(line.slice(0, 32), true, isoDay).filter(Boolean)).toHaveLength(5);
});
