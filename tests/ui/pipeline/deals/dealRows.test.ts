import { expect, test } from 'vitest';
import { DealRows } from '../../../../src/ui/pipeline/deals/dealRows.svelte';
import type { DealPage, DealQuery, DealRow } from '../../../../src/worker/protocol';

function row(id: number): DealRow {
  return { id: String(id), name: `Deal ${id}`, isExcluded: false } as DealRow;
}

function pageOf({ offset, limit }: DealQuery, total: number): DealPage {
  const left = Math.max(0, Math.min(limit, total - offset));
  return { total, rows: Array.from({ length: left }, (_, index) => row(offset + index)) };
}

/** Answers from so many deals, and keeps what was asked. */
function serviceWith(total: number) {
  const asked: DealQuery[] = [];
  const deals = (query: DealQuery): Promise<DealPage> => {
    asked.push(query);
    return Promise.resolve(pageOf(query, total));
  };
  return { asked, deals };
}

/** Answers only when told to. */
function slowService() {
  const waiting: { query: DealQuery; answer: (page: DealPage) => void }[] = [];
  const deals = (query: DealQuery) =>
    new Promise<DealPage>((resolve) => waiting.push({ query, answer: resolve }));
  return { waiting, deals };
}

test('what is in view is fetched, and what lies around it', async () => {
  const rows = new DealRows(serviceWith(100_000));
  await rows.refresh();
  await rows.look({ first: 50_000, end: 50_020 });
  expect(rows.total).toBe(100_000);
  for (const index of [49_800, 50_000, 50_019, 50_219]) expect(rows.at(index)?.id).toBe(String(index));
  expect(rows.at(90_000)).toBeUndefined();
});

test('what is at hand is not asked for again', async () => {
  const service = serviceWith(1_000);
  const rows = new DealRows(service);
  await rows.refresh();
  await rows.look({ first: 0, end: 20 });
  const before = service.asked.length;
  await rows.look({ first: 1, end: 21 });
  expect(service.asked.length).toBe(before);
});

test('a scroll over the whole list asks only for where it has come to', async () => {
  const service = slowService();
  const rows = new DealRows(service);
  void rows.refresh();
  service.waiting[0]?.answer(pageOf(service.waiting[0].query, 100_000));
  await Promise.resolve();
  await Promise.resolve();
  for (let first = 1_000; first <= 90_000; first += 1_000) void rows.look({ first, end: first + 20 });
  const first = service.waiting[1];
  first?.answer(pageOf(first.query, 100_000));
  await Promise.resolve();
  await Promise.resolve();
  expect(service.waiting[2]?.query.offset).toBe(90_000);
  expect(service.waiting.length).toBe(3);
});

test('a new filter goes to the top, and what was on screen stays until its answer is there', async () => {
  const service = slowService();
  const rows = new DealRows(service);
  const first = rows.refresh();
  for (const asked of service.waiting) asked.answer(pageOf(asked.query, 50));
  await first;
  const { resets } = rows;
  const changed = rows.change({ search: 'acme' });
  expect([rows.total, rows.at(0)?.id, rows.resets]).toEqual([50, '0', resets]);
  service.waiting.at(-1)?.answer({ total: 1, rows: [row(7)] });
  await changed;
  expect([rows.total, rows.at(0)?.id, rows.resets]).toEqual([1, '7', resets + 1]);
  expect(rows.narrowedBy).toBe(1);
});

test('an answer to an older filter is dropped', async () => {
  const service = slowService();
  const rows = new DealRows(service);
  const older = rows.change({ search: 'a' });
  const newer = rows.change({ search: 'ab' });
  service.waiting[0]?.answer({ total: 9, rows: [row(1)] });
  await Promise.resolve();
  await Promise.resolve();
  expect(rows.total).toBeNull();
  service.waiting[1]?.answer({ total: 1, rows: [row(2)] });
  await Promise.all([older, newer]);
  expect([rows.total, rows.at(0)?.id]).toEqual([1, '2']);
});

test('after a change of the deals the same place is read again', async () => {
  const service = serviceWith(1_000);
  const rows = new DealRows(service);
  await rows.refresh();
  await rows.look({ first: 500, end: 520 });
  const { resets } = rows;
  await rows.refresh();
  expect(rows.at(500)?.id).toBe('500');
  expect(rows.resets).toBe(resets);
  expect(service.asked.some(({ offset }, index) => index > 1 && offset === 500)).toBe(true);
});

test('a failure is told, leaves the deals on screen, and is over with the next answer', async () => {
  let isBroken = false;
  const service = serviceWith(3);
  const rows = new DealRows({
    deals: (query) => (isBroken ? Promise.reject(new Error('gone')) : service.deals(query)),
  });
  await rows.refresh();
  isBroken = true;
  await rows.change({ search: 'x' });
  expect([rows.hasFailed, rows.total]).toEqual([true, 3]);
  isBroken = false;
  await rows.refresh();
  expect(rows.hasFailed).toBe(false);
});

test('a list scrolled from end to end keeps a bounded number of deals', async () => {
  const rows = new DealRows(serviceWith(100_000));
  await rows.refresh();
  for (let first = 0; first < 100_000; first += 500) await rows.look({ first, end: first + 20 });
  const kept = Array.from({ length: 1_000 }, (_, block) => rows.at(block * 100)).filter(Boolean);
  expect(kept.length).toBeLessThanOrEqual(50);
  expect(rows.at(99_500)).toBeDefined();
});

test('a mark shows at once', async () => {
  const rows = new DealRows(serviceWith(2));
  await rows.refresh();
  rows.mark('1', { isExcluded: true });
  expect([rows.at(0)?.isExcluded, rows.at(1)?.isExcluded]).toEqual([false, true]);
});
