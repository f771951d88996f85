import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOfMonth, monthOfDay } from '../../src/engine';
import { cutIntoBlocks, DEALS_PER_BLOCK } from '../../src/storage/blocks';
import { newestFirst } from '../../src/storage/newestFirst';
import { problemOf, StorageFailure } from '../../src/storage/problem';
import { importsToPrune, KEPT_DEALS, KEPT_IMPORTS, KEPT_MONTHS } from '../../src/storage/pruning';
import { anyDeal, anyImport } from '../workspace/arbitraries';

describe('cutIntoBlocks', () => {
  it('keeps all deals in order, in blocks numbered from 0', () => {
    const [deal] = fc.sample(anyDeal, { numRuns: 1, seed: 1 });
    for (const count of [0, 1, DEALS_PER_BLOCK, 2 * DEALS_PER_BLOCK + 1]) {
      const deals = Array.from({ length: count }, (_, id) => ({ ...deal!, id: String(id) }));
      const blocks = cutIntoBlocks('a', deals);
      expect(blocks.flatMap((block) => block.deals)).toEqual(deals);
      expect(blocks.map(({ index }) => index)).toEqual(blocks.map((_, position) => position));
    }
  });
});

describe('importsToPrune', () => {
  const some = fc.uniqueArray(anyImport, { maxLength: 12, selector: ({ id }) => id });

  it('leaves what is needed and, of the rest, the newest', () => {
    fc.assert(
      fc.property(some, fc.nat(11), (imports, pick) => {
        const needed = [imports[pick]?.id ?? null];
        const gone = importsToPrune(imports, needed);
        const newest = newestFirst(imports).filter(({ id }) => id !== needed[0]);
        const stays = newest.slice(0, KEPT_IMPORTS - (imports[pick] ? 1 : 0)).map(({ id }) => id);
        expect(gone.filter((id) => id === needed[0] || stays.includes(id))).toEqual([]);
      }),
    );
  });

  it('leaves of each earlier month one import of the user’s own, within bounds', () => {
    fc.assert(
      fc.property(some, (imports) => {
        const gone = importsToPrune(imports, []);
        const kept = newestFirst(imports)
          .slice(KEPT_IMPORTS)
          .filter(({ id }) => !gone.includes(id));
        expect(kept.every(({ isExample }) => !isExample)).toBe(true);
        expect(new Set(kept.map(({ dataDay }) => monthOfDay(dataDay))).size).toBe(kept.length);
        expect(kept.length).toBeLessThanOrEqual(KEPT_MONTHS);
        expect(kept.reduce((sum, { report }) => sum + report.deals, 0)).toBeLessThanOrEqual(KEPT_DEALS);
      }),
    );
  });

  it('keeps a year of monthly imports with the last of each month', () => {
    const [record] = fc.sample(anyImport, { numRuns: 1, seed: 1 });
    const weekly = Array.from({ length: 80 }, (_, week) => ({
      ...record!,
      id: `week ${week}`,
      isExample: false,
      importedAt: week,
      dataDay: firstDayOfMonth('2025-01') + 7 * week,
      report: { ...record!.report, deals: 1_000 },
    }));
    const gone = importsToPrune(weekly, ['week 79']);
    const kept = weekly.filter(({ id }) => !gone.includes(id));
    expect(kept.slice(-KEPT_IMPORTS).map(({ id }) => id)).toEqual(['week 77', 'week 78', 'week 79']);
    expect(kept).toHaveLength(KEPT_IMPORTS + KEPT_MONTHS);
    for (const { id, dataDay } of kept.slice(0, KEPT_MONTHS)) {
      expect(monthOfDay(dataDay + 7), id).not.toBe(monthOfDay(dataDay));
    }
  });
});

describe('problemOf', () => {
  it('finds a full device however deep the database wrapped it', () => {
    const inner = new DOMException('full', 'QuotaExceededError');
    const wrapped = Object.assign(new Error('aborted'), { name: 'AbortError', inner });
    expect(problemOf(wrapped).code).toBe('quotaExceeded');
    expect(problemOf(inner).code).toBe('quotaExceeded');
  });

  it('passes a known failure on and calls anything else unavailable, with its name', () => {
    expect(problemOf(new StorageFailure('newerSchema'))).toEqual({ code: 'newerSchema', params: {} });
    expect(problemOf(new TypeError('x'))).toEqual({
      code: 'storageUnavailable',
      params: { reason: 'TypeError' },
    });
    expect(problemOf(undefined).code).toBe('storageUnavailable');
  });
});
