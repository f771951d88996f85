import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoBlocks, DEALS_PER_BLOCK } from '../../src/storage/blocks';
import { problemOf, StorageFailure } from '../../src/storage/problem';
import { importsToPrune, KEPT_IMPORTS } from '../../src/storage/pruning';
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
  it('leaves what is needed and, of the rest, the newest', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyImport, { maxLength: 8, selector: ({ id }) => id }),
        fc.nat(7),
        (imports, pick) => {
          const needed = [imports[pick]?.id ?? null];
          const gone = importsToPrune(imports, needed);
          const kept = imports.filter(({ id }) => !gone.includes(id));
          expect(kept).toHaveLength(Math.min(imports.length, KEPT_IMPORTS));
          expect(gone).not.toContain(needed[0]);
          const oldestKept = Math.min(
            ...kept.filter(({ id }) => id !== needed[0]).map((one) => one.importedAt),
          );
          for (const one of imports)
            if (gone.includes(one.id)) expect(one.importedAt).toBeLessThanOrEqual(oldestKept);
        },
      ),
    );
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
