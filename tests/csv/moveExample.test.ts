import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moveExample } from '../../src/csv';
import { accountedRows, csvFile, day, importFiles, inspect } from './csvFile';

const example = readFileSync(new URL('../../public/example-company.csv', import.meta.url), 'utf8');

/** 0 is Monday. */
function weekday(date: number): number {
  return (date + 3) % 7;
}

describe('the example company', () => {
  it.each(['2026-11-23', '2026-01-01', '2028-02-29', '2031-06-30'])(
    'is an ordinary export made on %s',
    async (iso) => {
      const today = day(iso);
      const file = csvFile(moveExample(example, today), 'example-company.csv');
      const { mapping, questions } = await inspect(file);
      expect(questions).toEqual([]);
      expect(mapping.vendor).toBe('hubspot');
      expect(mapping.stageOrder).toEqual(['Prospecting', 'Qualification', 'Proposal', 'Closing']);
      expect(new Set(Object.values(mapping.sources))).toEqual(new Set(['seed', 'net', 'spear']));
    },
    20_000,
  );

  it('ends on that day: three years, nothing later, what closes later still open', async () => {
    const today = day('2026-11-23');
    const { deals, report } = await importFiles(csvFile(moveExample(example, today)));
    expect(report.deals).toBe(report.rows);
    expect(accountedRows(report)).toBe(report.rows);
    expect(deals.length).toBeGreaterThan(2000);
    expect(deals.length).toBeLessThan(3000);
    expect(today - report.dataDay).toBeLessThan(7);
    for (const deal of deals) {
      expect(deal.created).toBeGreaterThan(day('2023-11-20'));
      expect(deal.created).toBeLessThanOrEqual(today);
      expect(deal.closed ?? today).toBeLessThanOrEqual(today);
      expect(deal.stageEntries.every((entry) => entry.day <= today)).toBe(true);
      if (deal.outcome === 'open') expect(deal.expectedClose).not.toBeNull();
    }
    const open = deals.filter(({ outcome }) => outcome === 'open');
    expect(open.length).toBeGreaterThan(80);
    expect(new Set(open.map(({ stage }) => stage)).size).toBe(4);
    expect(deals.every(({ currency }) => currency === 'SEK')).toBe(true);
    expect(new Set(deals.map(({ owner }) => owner)).size).toBe(6);
  }, 20_000);

  it('keeps its season, its quarter ends and its working days', async () => {
    const { deals } = await importFiles(csvFile(moveExample(example, day('2026-11-23'))));
    const won = deals.filter(({ outcome }) => outcome === 'won');
    const months = won.map(({ closed }) => new Date((closed ?? 0) * 86_400_000).getUTCMonth());
    const quarterEnds = months.filter((month) => month % 3 === 2).length;
    expect(quarterEnds).toBeGreaterThan(won.length * 0.37);
    expect(months.filter((month) => month === 6).length).toBeLessThan(won.length / 24);
    const weekends = won.filter(({ closed }) => weekday(closed ?? 0) > 4).length;
    expect(weekends).toBeLessThan(won.length * 0.06);
  }, 20_000);

  it.each(['2026-11-23', '2026-01-03', '2025-07-01'])(
    'has a leak, a stuck deal and a seller who has just begun, on %s too',
    async (iso) => {
      const today = day(iso);
      const { deals } = await importFiles(csvFile(moveExample(example, today)));
      const enteredOn = (deal: (typeof deals)[number], stage: string) =>
        deal.stageEntries.find((entry) => entry.stage === stage)?.day ?? null;

      const shareOffered = (sources: readonly string[], from: number, to: number): number => {
        const left = deals.flatMap((deal) => {
          if (!sources.includes(deal.source ?? '') || enteredOn(deal, 'Qualification') === null) return [];
          const offered = enteredOn(deal, 'Proposal');
          const on = offered ?? deal.closed;
          return on !== null && on > from && on <= to ? [offered !== null] : [];
        });
        return left.filter(Boolean).length / left.length;
      };
      const nets = ['Organic search', 'Paid search', 'Webinar', 'Event', 'Newsletter'];
      const fallen = shareOffered(nets, today - 183, today) / shareOffered(nets, today - 913, today - 183);
      // A third of some 130: two standard errors are 0.14 of the ratio.
      expect(fallen).toBeGreaterThan(0.52);
      expect(fallen).toBeLessThan(0.8);
      const others = ['Customer referral', 'Partner', 'Existing customer', 'Outbound email', 'Cold call'];
      const steady =
        shareOffered(others, today - 183, today) / shareOffered(others, today - 913, today - 183);
      expect(steady).toBeGreaterThan(0.8);

      const open = deals.filter(({ outcome }) => outcome === 'open');
      const stuck = open.filter(
        (deal) => deal.stage === 'Proposal' && today - (enteredOn(deal, 'Proposal') ?? today) > 105,
      );
      const amounts = open.map(({ amount }) => amount ?? 0).sort((a, b) => b - a);
      expect(amounts.indexOf(Math.max(...stuck.map(({ amount }) => amount ?? 0)))).toBeLessThan(10);

      const hers = deals.filter(({ owner }) => owner === 'Elin Sparrholt');
      expect(hers.length).toBeGreaterThan(10);
      const begun = today - Math.min(...hers.map(({ created }) => created));
      expect(begun).toBeGreaterThan(75);
      expect(begun).toBeLessThan(92);
    },
    20_000,
  );

  it('is the same for the same day', () => {
    expect(moveExample(example, day('2026-11-23'))).toBe(moveExample(example, day('2026-11-23')));
  });
});
