import { describe, expect, it, vi } from 'vitest';
import type { DealRecord } from '../../src/engine';
import type { DealQuery } from '../../src/worker/protocol';
import type { DealEdit, Settings } from '../../src/workspace/types';
import { EVERY_DEAL, importFile, openTestService } from './testService';
import type { TestService } from './testService';

/** Sums in another currency than the deals’. */
const WITH_RATE: Partial<Settings> = { currency: 'EUR', rates: { SEK: 0.09 } };
const ADDED: DealRecord = {
  id: 'own-1',
  name: '=Åsa; "and" sons',
  company: null,
  owner: 'Kim',
  source: 'Referral',
  pipeline: null,
  created: 20_700,
  outcome: 'open',
  closed: null,
  expectedClose: 20_900,
  amount: 1234.567,
  currency: 'EUR',
  stage: 'Proposal',
  stageEntries: [{ stage: 'Proposal', day: 20_710 }],
  lostReason: null,
  probability: null,
  category: null,
};
const EVERY: DealQuery = { ...EVERY_DEAL, sort: 'name', descending: false, offset: 10, limit: 5 };

async function openEdited(): Promise<TestService> {
  const test = await openTestService();
  const { settings } = await importFile(test);
  await test.service.saveSettings({ ...settings, ...WITH_RATE });
  const renamed = { from: 'Deal 3', to: "'-Deal three" };
  const edits: DealEdit[] = [
    {
      dealId: '1003',
      isExcluded: false,
      changes: { name: renamed, amount: { from: 4000, to: 0.125 } },
      added: null,
    },
    { dealId: '1004', isExcluded: true, changes: {}, added: null },
    { dealId: ADDED.id, isExcluded: false, changes: {}, added: ADDED },
  ];
  for (const edit of edits) await test.service.saveEdit(edit);
  return test;
}

/** All deals that a service knows, as written: with edits, in their own currency. */
async function writtenDeals({ service }: TestService): Promise<DealRecord[]> {
  const { rows } = await service.deals({ ...EVERY, sort: 'created', offset: 0, limit: 1000 });
  const details = await Promise.all(rows.map(({ id }) => service.dealDetails(id)));
  const deals = details.flatMap((each) => (each ? [each.written] : []));
  return deals.sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function exportText(test: TestService, query: DealQuery | null): Promise<string[]> {
  const answer = await test.service.exportDeals({ format: 'csv', language: 'en', query });
  if (!answer.ok || !answer.value) throw new Error('nothing was exported');
  return (await answer.value.text()).trim().split('\r\n');
}

describe('exporting deals', () => {
  it.each(['csv', 'xlsx'] as const)(
    'gives as %s what comes back with edits laid over it and every currency its own',
    async (format) => {
      const test = await openEdited();
      const answer = await test.service.exportDeals({ format, language: 'sv-SE', query: null });
      if (!answer.ok || !answer.value) throw new Error('nothing was exported');
      const other = await openTestService();
      const file = new File([answer.value], `deals.${format}`);
      const { settings, record } = await importFile(other, file);
      await other.service.saveSettings({ ...settings, ...WITH_RATE });
      expect(record.report).toMatchObject({ deals: 41, rejected: 0, duplicates: 0 });
      const back = await writtenDeals(other);
      expect(back).toEqual(await writtenDeals(test));
      expect(back).toContainEqual(ADDED);
      expect(back.find(({ id }) => id === '1003')).toMatchObject({
        name: "'-Deal three",
        amount: 0.125,
        currency: 'SEK',
      });
    },
  );

  it('marks what is left out, and says kind, chance and expected value', async () => {
    const lines = await exportText(await openEdited(), null);
    const headers = lines[0]?.split(',') ?? [];
    expect(headers.slice(-4)).toEqual([
      'Seedcast Kind',
      'Seedcast Left Out',
      'Seedcast Chance',
      'Seedcast Expected EUR',
    ]);
    expect(lines.filter((line) => line.includes(',By hand,')).map((line) => line.slice(0, 4))).toEqual([
      '1004',
    ]);
    const open = lines.find((line) => line.startsWith('1036'));
    expect(open).toMatch(/,0\.\d{1,4},\d+(\.\d{1,2})?$/);
  });

  it('gives all that a query finds, in its order, not only its page', async () => {
    const lines = await exportText(await openEdited(), { ...EVERY, outcome: 'open', descending: true });
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
      expect.arrayContaining(['1039', '1038', '1037', '1036', '1035']),
    );
    expect(lines).toHaveLength(7);
  });

  it('ends with nothing when a newer export begins, or when it is cancelled', async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => [row]);
    const { service } = await openTestService();
    const request = { format: 'csv', language: 'en', table: { name: 'T', headers: ['N'], rows } } as const;
    const first = service.exportTable(request);
    const second = service.exportTable(request);
    expect(await first).toBeNull();
    expect((await second)?.size).toBeGreaterThan(8_000);
    const third = service.exportTable(request);
    await service.cancelExport();
    expect(await third).toBeNull();
  });

  it('ends so too where the browser says only that packing failed, and tells of a failure that nobody asked for', async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => [row]);
    const { service } = await openTestService();
    const request = { format: 'xlsx', language: 'en', table: { name: 'T', headers: ['N'], rows } } as const;
    const { blob } = Response.prototype;
    // As Chromium does.
    const failing = vi.spyOn(Response.prototype, 'blob').mockImplementation(async function (this: Response) {
      return await blob.call(this).catch(() => Promise.reject(new TypeError('Failed to fetch')));
    });
    const cancelled = service.exportTable(request);
    await service.cancelExport();
    expect(await cancelled).toBeNull();
    failing.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(service.exportTable(request)).rejects.toThrow('Failed to fetch');
    failing.mockRestore();
  });

  it('gives only the header where there are no deals', async () => {
    const lines = await exportText(await openTestService(), null);
    expect(lines).toHaveLength(1);
  });
});
