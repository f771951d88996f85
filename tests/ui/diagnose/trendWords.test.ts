import { beforeEach, expect, test } from 'vitest';
import type { Leak, Month, Trend, TrendFlag } from '../../../src/engine';
import { earlierFinding, trendFinding } from '../../../src/ui/diagnose/trends/trendWords';
import { speak } from '../../i18n/speak';

const MONTHS: readonly Month[] = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const points = MONTHS.map((month) => ({
  ...{ month, value: 1, n: 9, low: 0, high: 2, lastYear: null, isWhole: month !== '2026-11' },
}));
const TREND: Trend = { measure: 'conversion', kind: 'net', points, center: 1, months: 5, flags: [] };
const flagIn = (month: Month): TrendFlag => ({
  ...{ code: 'outside', direction: 'down', from: month, to: month, change: -0.5 },
});
const LEAK = { measure: 'conversion', kind: 'net' } as Leak;

beforeEach(() => speak('en'));

test('what stood out lately is told, what did so months ago is no heading', () => {
  expect(trendFinding({ ...TREND, flags: [flagIn('2026-08')] }, [])).toContain('unusually low in August');
  const old = { ...TREND, flags: [flagIn('2026-06')] };
  expect(trendFinding(old, [])).toBe('Share won, nets: within its limits');
  expect(earlierFinding(old)).toContain('unusually low in June');
  expect(earlierFinding(TREND)).toBeNull();
});

test('months within their limits are no all-clear where a leak was found', () => {
  expect(trendFinding(TREND, [LEAK])).toContain('leak');
  expect(trendFinding({ ...TREND, kind: 'seed' }, [LEAK])).not.toContain('leak');
  expect(trendFinding({ ...TREND, measure: 'leads' }, [LEAK])).not.toContain('leak');
});
