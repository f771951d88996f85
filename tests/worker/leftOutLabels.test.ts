import { expect, it } from 'vitest';
import type { ImportMapping } from '../../src/workspace/importTypes';
import { csvFile, forecastRequest, openTestService, SETTINGS, TODAY } from './testService';

/** 40 deals that came in turn from two sources, through two pipelines; the last ten are open. */
function csv(): string {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const month = String((index % 9) + 1).padStart(2, '0');
    const stage = index >= 30 ? 'Proposal' : index % 3 === 0 ? 'Closed Lost' : 'Closed Won';
    const source = index % 2 === 0 ? 'Referral' : '';
    const pipeline = index % 4 < 2 ? 'New' : 'Renewals';
    return `${index},Deal ${index},${stage},2026-${month}-05,2026-${month}-20,100,SEK,${source},${pipeline}`;
  });
  return ['Id,Deal,Stage,Created,Close date,Amount,Currency,Lead source,Pipeline', ...rows].join('\n');
}

async function importWith(change: Partial<ImportMapping>) {
  const test = await openTestService();
  const { service } = test;
  const file = csvFile(csv());
  const inspected = await service.inspect([file], null, TODAY);
  if (!inspected.ok) throw new Error(inspected.problem.code);
  const mapping = { ...inspected.value.mapping, ...change };
  const commit = await service.importFiles([file], mapping, SETTINGS, TODAY);
  if (!commit.ok) throw new Error(commit.problem.code);
  const { settings } = commit.value;
  const page = await service.deals({
    search: '',
    outcome: 'all',
    kind: 'all',
    owner: null,
    stage: null,
    only: 'leftOut',
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 100,
  });
  const made = await service.forecast(forecastRequest({ settings, paths: 200 }));
  if (!made.ok) throw new Error(made.reason);
  const wins = made.value.forecast.past.reduce((sum, month) => sum + month.wins, 0);
  return { service, page, wins, settings, mappings: test.repository.contents.settings?.mappings };
}

it('deals of a source, or of none, are kept and not counted', async () => {
  const whole = await importWith({});
  expect(whole.page.total).toBe(0);
  const { page, wins, service } = await importWith({ leaveOutSources: [''] });
  expect(page.total).toBe(20);
  expect(new Set(page.rows.map(({ leftOutAs, source }) => `${leftOutAs} ${source}`))).toEqual(
    new Set(['source null']),
  );
  expect(wins).toBeLessThan(whole.wins);
  expect((await service.dealDetails(page.rows[0]?.id ?? ''))?.leftOutAs).toBe('source');
});

it('so are those of a pipeline; the choice is remembered for files of that shape', async () => {
  const { page, mappings } = await importWith({ leaveOutPipelines: ['Renewals'] });
  expect(page.total).toBe(20);
  expect(
    page.rows.every(({ leftOutAs, pipeline }) => leftOutAs === 'pipeline' && pipeline === 'Renewals'),
  ).toBe(true);
  expect(Object.values(mappings ?? {})).toMatchObject([{ leaveOutPipelines: ['Renewals'] }]);
});
