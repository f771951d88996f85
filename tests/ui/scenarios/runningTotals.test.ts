import { describe, expect, it } from 'vitest';
import { timelinePlace } from '../../../src/ui/scenarios/editor/timelinePlace';
import { gapAtEnd, MOST_LINES, runningTotals } from '../../../src/ui/scenarios/runningTotals';
import { comparisonOf, outcome, variantOf } from './sampleComparison';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const variants = names.map((name) => variantOf(name));
const comparison = comparisonOf(...names.map((name, index) => outcome(name, 10 * (index + 1))));
const idsOf = (current: string) =>
  runningTotals(comparison, variants, current, 'nextTwelve', 'Base').map(({ id }) => id);

describe('runningTotals', () => {
  it('begins with the base and has the same months for all', () => {
    const lines = runningTotals(comparison, variants, 'a', 'nextTwelve', 'Base');
    expect(lines[0]).toMatchObject({ id: null, name: 'Base' });
    const months = lines.map(({ rows }) => rows.map(({ month }) => month).join());
    expect(new Set(months).size).toBe(1);
    expect(gapAtEnd(lines[1], lines[0])).toEqual({ month: '2027-10', gap: 120, of: 3600 });
  });

  it('shows no more than can be told apart, the one that is looked at among them', () => {
    expect(idsOf('b')).toEqual([null, ...names.slice(0, MOST_LINES)]);
    expect(idsOf('h')).toEqual([null, ...names.slice(0, MOST_LINES - 1), 'h']);
  });

  it('leaves out what has no answer yet', () => {
    const lines = runningTotals(comparisonOf(outcome('a', 1)), variants, 'b', 'quarter', 'Base');
    expect(lines.map(({ id }) => id)).toEqual([null, 'a']);
  });
});

describe('timelinePlace', () => {
  const horizon = (['2027-01', '2027-02', '2027-03', '2027-04'] as const).map((from) => ({ from }));

  it('lies where its months are, cut to the forecast', () => {
    expect(timelinePlace({ from: '2027-02', months: 2 }, horizon)).toEqual({ start: 0.25, width: 0.5 });
    expect(timelinePlace({ from: '2027-03', months: null }, horizon)).toEqual({ start: 0.5, width: 0.5 });
    expect(timelinePlace({ from: '2026-12', months: 2 }, horizon)).toEqual({ start: 0, width: 0.25 });
  });

  it('is nowhere where none of its months is forecast', () => {
    expect(timelinePlace({ from: '2027-05', months: null }, horizon)).toBeNull();
    expect(timelinePlace({ from: '2026-10', months: 2 }, horizon)).toBeNull();
    expect(timelinePlace({ from: '2026-10', months: 2 }, [])).toBeNull();
  });
});
