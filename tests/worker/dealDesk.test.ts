import { describe, expect, it } from 'vitest';
import type { DealQuery } from '../../src/worker/protocol';
import { csvFile, EVERY_DEAL, importFile, openTestService } from './testService';

const QUERY: DealQuery = { ...EVERY_DEAL, outcome: 'open', limit: 5 };

/** An export of as many deals, a fifth of them open. */
function exportOf(count: number): File {
  const rows = Array.from({ length: count }, (_, index) => {
    const month = String((index % 11) + 1).padStart(2, '0');
    const stage = index % 5 === 0 ? 'Proposal' : index % 3 === 0 ? 'Closed Won' : 'Closed Lost';
    return `${index},Deal ${index},${stage},2025-${month}-05,2025-${month}-25,${1000 + index},SEK,Referral`;
  });
  const header = 'Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Currency,Lead Source';
  return csvFile([header, ...rows].join('\n'));
}

describe('a page of many deals', () => {
  it('comes first without chances and then with them, and at once with them where they sort it', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test, exportOf(10_000));
    const { service } = test;
    expect(await service.deals({ ...QUERY, limit: 0 })).toEqual({
      total: 2_000,
      rows: [],
      isProvisional: true,
    });
    const first = await service.deals(QUERY);
    expect(first.isProvisional).toBe(true);
    expect(first.rows.map(({ chance }) => chance)).toEqual([null, null, null, null, null]);
    const again = await service.deals(QUERY);
    expect(again.isProvisional).toBeUndefined();
    expect(again.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect(again.rows.every(({ chance }) => chance !== null)).toBe(true);
    await service.setExcluded(again.rows[0]!.id, true);
    const sorted = await service.deals({ ...QUERY, sort: 'expected' });
    expect(sorted.isProvisional).toBeUndefined();
    expect(await service.dealReasons(sorted.rows[0]!.id, settings)).not.toBeNull();
  }, 20_000); // 10,000 deals are read and fitted.
});

describe('dealFacets', () => {
  it('counts sellers, stages in the order of the funnel, and currencies of amounts', async () => {
    const test = await openTestService();
    const header = 'Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Currency,Deal owner';
    const rows = [
      '1,A,Proposal,2026-01-05,2026-12-25,100,SEK,Kim',
      '2,B,Qualification,2026-01-05,2026-12-25,,EUR,Kim',
      '3,C,Qualification,2026-01-05,2026-12-25,100,EUR,Ada',
      '4,D,Closed Won,2026-01-05,2026-02-25,100,SEK,',
    ];
    await importFile(test, csvFile([header, ...rows].join('\n')));
    expect(await test.service.dealFacets()).toEqual({
      owners: [
        { value: 'Kim', count: 2 },
        { value: 'Ada', count: 1 },
      ],
      stages: [
        { value: 'Qualification', count: 2 },
        { value: 'Proposal', count: 1 },
      ],
      currencies: [
        { value: 'SEK', count: 2, rate: 1 },
        { value: 'EUR', count: 1, rate: null },
      ],
    });
  });
});
