import { expect, test } from 'vitest';
import { DealBrowser } from '../../../src/ui/pipeline/deals/dealBrowser.svelte';
import type { DealPage, DealQuery, DealRow } from '../../../src/worker/protocol';

function row(id: number): DealRow {
  return { id: String(id), name: `Deal ${id}`, isExcluded: false } as DealRow;
}

/** Answers from so many deals, and keeps what was asked. */
function serviceWith(total: number) {
  const asked: DealQuery[] = [];
  const deals = (query: DealQuery): Promise<DealPage> => {
    asked.push(query);
    const left = Math.max(0, Math.min(query.limit, total - query.offset));
    return Promise.resolve({
      total,
      rows: Array.from({ length: left }, (_, index) => row(query.offset + index)),
    });
  };
  return { asked, deals };
}

test('pages run from the first deal to the last', async () => {
  const browser = new DealBrowser(serviceWith(120));
  await browser.refresh();
  expect(browser.span).toEqual({ first: 1, last: 50 });
  await browser.next();
  await browser.next();
  expect(browser.span).toEqual({ first: 101, last: 120 });
  expect([browser.hasPrevious, browser.hasNext]).toEqual([true, false]);
});

test('a new filter begins at the first page', async () => {
  const service = serviceWith(120);
  const browser = new DealBrowser(service);
  await browser.refresh();
  await browser.next();
  await browser.change({ search: 'acme' });
  expect(service.asked.at(-1)).toMatchObject({ search: 'acme', offset: 0 });
  expect(browser.isFiltered).toBe(true);
});

test('clearing keeps the order', async () => {
  const service = serviceWith(5);
  const browser = new DealBrowser(service);
  await browser.change({ sort: 'amount', kind: 'net' });
  await browser.clear();
  expect(service.asked.at(-1)).toMatchObject({ sort: 'amount', kind: 'all', descending: true });
});

test('an older answer that comes late is dropped', async () => {
  const answers: ((page: DealPage) => void)[] = [];
  const browser = new DealBrowser({ deals: () => new Promise((resolve) => answers.push(resolve)) });
  const older = browser.change({ search: 'a' });
  const newer = browser.change({ search: 'ab' });
  answers[1]?.({ total: 1, rows: [row(2)] });
  answers[0]?.({ total: 9, rows: [row(1)] });
  await Promise.all([older, newer]);
  expect(browser.page?.total).toBe(1);
});

test('a failure is told and leaves the page on screen', async () => {
  let isBroken = false;
  const service = serviceWith(3);
  const browser = new DealBrowser({
    deals: (query) => (isBroken ? Promise.reject(new Error('gone')) : service.deals(query)),
  });
  await browser.refresh();
  isBroken = true;
  await browser.change({ search: 'x' });
  expect(browser.hasFailed).toBe(true);
  expect(browser.page?.total).toBe(3);
});

test('a mark shows at once', async () => {
  const browser = new DealBrowser(serviceWith(2));
  await browser.refresh();
  browser.mark('1', { isExcluded: true });
  expect(browser.page?.rows.map(({ isExcluded }) => isExcluded)).toEqual([false, true]);
});
