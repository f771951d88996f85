import type { Month } from '../../../src/engine';
import { describe, expect, it } from 'vitest';
import { dayFromDate, type Readiness } from '../../../src/engine';
import { monthTicks } from '../../../src/ui/chart/monthTicks';
import { coverageRows } from '../../../src/ui/track/coverageRows';
import { bestOf, methodRows } from '../../../src/ui/track/methodRows';
import { missingOf } from '../../../src/ui/track/missing';
import { replayFinding, replayRows } from '../../../src/ui/track/replayRows';
import { monthsCovered, verdictOf } from '../../../src/ui/track/verdict';
import { yearRows } from '../../../src/ui/track/yearRows';
import { outlook, replayOf, spread } from './replays';

const actual = outlook(10, 100);

describe('verdict', () => {
  it('is the quarter’s error beside the best simple method that speaks throughout', () => {
    const result = replayOf(12, (index) => ({
      actual,
      said: {
        seedcast: outlook(10, 110),
        last: outlook(10, 140),
        mean3: outlook(10, 130),
        // Without error, but on a quarter of the month ends only.
        sameMonthLastYear: index >= 9 ? outlook(10, 100) : null,
      },
    }));
    const verdict = verdictOf(result);
    expect(verdict).toMatchObject({ measure: 'wapeQuarter', months: 14, origins: 12, pipeline: null });
    expect(verdict?.own).toBeCloseTo(0.1, 9);
    expect(verdict?.best).toMatchObject({ method: 'mean3', origins: 12 });
    expect(verdict?.better).toBeNull();
  });

  it('compares only where both speak, and says which did better', () => {
    const result = replayOf(12, (index) => ({
      actual,
      said: {
        // Right in the first half, 20 % off in the second.
        seedcast: outlook(10, index < 6 ? 100 : 120),
        last: outlook(10, 150),
        sameMonthLastYear: index >= 6 ? outlook(10, 110) : null,
      },
    }));
    const verdict = verdictOf(result);
    expect(verdict?.better).toMatchObject({ method: 'sameMonthLastYear', origins: 6 });
    expect(verdict?.better?.own).toBeCloseTo(0.2, 9);
    expect(verdict?.best?.method).toBe('last');
  });

  it('names a better method as the best too, where it speaks throughout', () => {
    const result = replayOf(6, () => ({
      actual,
      said: { seedcast: outlook(10, 120), last: outlook(10, 105), mean3: outlook(10, 130) },
    }));
    const verdict = verdictOf(result);
    expect(verdict?.better).toBe(verdict?.best);
    expect(verdict?.best?.method).toBe('last');
  });

  it('has the weighted pipeline only from three month ends on', () => {
    const withPipeline = (count: number) =>
      verdictOf(
        replayOf(6, (index) => ({
          actual,
          said: {
            seedcast: outlook(10, 110),
            weightedPipeline: index < count ? outlook(10, 160) : null,
          },
        })),
      )?.pipeline;
    expect(withPipeline(2)).toBeNull();
    expect(withPipeline(3)).toMatchObject({ origins: 3 });
    expect(withPipeline(3)?.error).toBeCloseTo(0.6, 9);
  });

  it('is of wins where there are no amounts, and nothing where nothing was won', () => {
    const unpriced = replayOf(4, () => ({ actual: outlook(10, 0), said: { seedcast: outlook(12, 0) } }));
    expect(verdictOf(unpriced)).toMatchObject({ measure: 'wapeWins' });
    const empty = replayOf(4, () => ({ actual: outlook(0, 0), said: { seedcast: outlook(1, 0) } }));
    expect(verdictOf(empty)).toBeNull();
  });

  it('covers each calendar month once', () => {
    expect(monthsCovered([])).toBe(0);
    expect(monthsCovered(replayOf(1, () => ({ actual, said: {} })).origins)).toBe(3);
  });
});

describe('rows of the replay', () => {
  const result = replayOf(3, (index) => ({
    actual: { ...outlook(10, 100), revenue: [100 + 30 * index, 100, 100] },
    said: { seedcast: { ...outlook(10, 100), revenue: [101, 102, 103] } },
  }));

  it('are the month so far ahead of each month end', () => {
    const [one] = replayRows(result, 'revenue', 1);
    expect(one).toMatchObject({ from: '2025-02', to: '2025-02', forecast: 101, actual: 100, isInside: true });
    expect(replayRows(result, 'revenue', 3)[0]).toMatchObject({ from: '2025-04', forecast: 103 });
    expect(replayRows(result, 'revenue', 'quarter')[0]).toMatchObject({ from: '2025-02', to: '2025-04' });
    expect(replayRows(result, 'wins', 'quarter')).toEqual([]);
  });

  it('tell which side most misses lie on', () => {
    const rows = replayRows(result, 'revenue', 1);
    expect(replayFinding(rows)).toEqual({ code: 'above', inside: 1, total: 3 });
    expect(replayFinding(rows.slice(0, 2))).toEqual({ code: 'both', inside: 1, total: 2 });
    expect(replayFinding(rows.slice(0, 1)).code).toBe('all');
  });

  it('call misses one-sided only with two or more', () => {
    const rows = replayRows(
      replayOf(4, (index) => ({
        actual: { ...actual, revenue: [index < 2 ? 200 : 100, 100, 100] },
        said: { seedcast: outlook(10, 100) },
      })),
      'revenue',
      1,
    );
    expect(replayFinding(rows)).toEqual({ code: 'above', inside: 2, total: 4 });
  });
});

describe('rows of methods', () => {
  const result = replayOf(6, (index) => ({
    actual,
    said: {
      seedcast: outlook(10, 110),
      last: outlook(10, 130),
      sameMonthLastYear: index === 0 ? outlook(10, 100) : null,
    },
  }));

  it('begin with the smallest error and leave out who said nothing', () => {
    expect(methodRows(result, 'revenue').map(({ method }) => method)).toEqual([
      'sameMonthLastYear',
      'seedcast',
      'last',
    ]);
    expect(methodRows(result, 'revenue')[1]?.bias).toBeCloseTo(0.1, 9);
  });

  it('have their best among those that speak throughout', () => {
    expect(bestOf(methodRows(result, 'revenue'), 'quarter')).toBeCloseTo(0.1, 9);
    expect(bestOf(methodRows(result, 'revenue'), 'year')).toBeNull();
  });

  it('of wins have no quarter and no bias of revenue', () => {
    expect(methodRows(result, 'wins')[0]).toMatchObject({ month: 0, quarter: null, year: null, bias: null });
  });
});

describe('rows of coverage', () => {
  it('count separate cases only: months once, quarters without a shared month', () => {
    const rows = coverageRows(replayOf(16, () => ({ actual, said: { seedcast: outlook(10, 100) } })));
    const quarter = rows.find(({ measure, promised }) => measure === 'quarter' && promised === 0.8);
    expect(quarter).toMatchObject({ held: 16, cases: 16, separate: 6, verdict: 'asPromised' });
    const months = rows.find(({ measure, promised }) => measure === 'revenue' && promised === 0.8);
    // 18 of 18 separate months inside: more than the 17 that chance gives nineteen times of twenty.
    expect(months).toMatchObject({ held: 48, cases: 48, separate: 18, verdict: 'tooWide' });
  });

  it('call a range too narrow where chance alone would rarely hold so seldom', () => {
    const rows = coverageRows(
      replayOf(16, () => ({ actual, said: { seedcast: outlook(10, 100) }, range: spread(101, 120) })),
    );
    expect(rows.filter(({ measure }) => measure === 'revenue').map(({ verdict }) => verdict)).toEqual([
      'tooNarrow',
      'tooNarrow',
    ]);
  });
});

describe('rows of years', () => {
  it('are there only where the year is, the latest first', () => {
    const result = replayOf(3, (index) => ({
      actual: outlook(10, 100, index < 2 ? 1_200 : null),
      said: { seedcast: outlook(10, 100, index < 2 ? 1_300 : null) },
    }));
    expect(yearRows(result)).toEqual([
      { from: '2025-03', to: '2026-02', forecast: 1_300, actual: 1_200 },
      { from: '2025-02', to: '2026-01', forecast: 1_300, actual: 1_200 },
    ]);
  });
});

describe('what is missing', () => {
  const on = (year: number, month: number, day: number) => dayFromDate(year, month, day) ?? 0;
  const readiness: Readiness = {
    firstCreated: on(2026, 1, 5),
    sixMonthsOn: on(2026, 7, 4),
    datedWins: 12,
    winsNeeded: 30,
    firstOrigin: null,
    readyOn: null,
  };

  it('is told one by one with how far it is', () => {
    const missing = missingOf(readiness, on(2026, 8, 1));
    expect(missing.map(({ code, isThere }) => [code, isThere])).toEqual([
      ['sixMonths', true],
      ['wins', false],
      ['threeMonths', false],
    ]);
  });

  it('is nothing to tell without deals', () => {
    expect(missingOf({ ...readiness, firstCreated: null, sixMonthsOn: null }, 0)).toEqual([]);
  });
});

describe('labels under months', () => {
  const months: Month[] = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'];
  const name = (month: string): string => month.slice(5);

  it('name every month where there is room, with the year under the first and under January', () => {
    expect(monthTicks(months, name, 40)).toEqual([['11', '2025'], '12', ['01', '2026'], '02', '03', '04']);
  });

  it('name firsts of quarters, half-years or years where there is less', () => {
    expect(monthTicks(months, name, 12)).toEqual(['', '', ['01', '2026'], '', '', '04']);
    expect(monthTicks(months, name, 2)).toEqual(['', '', ['01', '2026'], '', '', '']);
  });
});
