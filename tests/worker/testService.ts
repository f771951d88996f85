import type { Day } from '../../src/engine';
import { loadCsvReader } from '../../src/worker/csvReader';
import { createSecondThread } from '../../src/worker/secondThread';
import { createInlineService } from '../../src/worker/inline';
import type { DealQuery, ForecastRequest, SeedcastService } from '../../src/worker/protocol';
import type { OutsideChange, Tabs } from '../../src/worker/tabs';
import { defaultPlan } from '../../src/engine';
import { defaultSettings } from '../../src/workspace/defaultSettings';
import { MemoryRepository } from './memoryRepository';

/** 2026-11-23. */
export const TODAY: Day = 20_780;

export const SETTINGS = defaultSettings('sv', 'EUR');

/** All deals, newest first. */
export const EVERY_DEAL: DealQuery = {
  search: '',
  outcome: 'all',
  kind: 'all',
  owner: null,
  stage: null,
  only: 'all',
  sort: 'created',
  descending: true,
  offset: 0,
  limit: 1_000,
};

/** An export of 40 deals: every second one won, the last five open, some without a source. */
export function exampleCsv(currency = 'SEK'): string {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const month = String((index % 11) + 1).padStart(2, '0');
    const isOpen = index >= 35;
    const stage = isOpen ? 'Proposal' : index % 2 === 0 ? 'Closed Won' : 'Closed Lost';
    const source = index % 4 === 0 ? '' : index % 4 === 1 ? 'Referral' : 'constructor';
    const closed = isOpen ? '2026-12-15' : `2026-${month}-1${index % 9}`;
    return [
      1_000 + index,
      `Deal ${index}`,
      stage,
      `2026-${month}-05`,
      closed,
      1000 * (index + 1),
      currency,
      source,
    ];
  }).map((row) => row.join(','));
  return [
    'Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Currency,Original Source',
    ...rows,
  ].join('\n');
}

export function csvFile(text = exampleCsv(), name = 'deals.csv'): File {
  return new File([text], name, { type: 'text/csv', lastModified: 0 });
}

export interface TestService {
  service: SeedcastService;
  repository: MemoryRepository;
  told: OutsideChange[];
  hearFromOtherTab(what: OutsideChange): void;
  showNewerSchema(): void;
}

/** An open service on a workspace in memory; `now` counts up, so that imports have an order. */
export async function openTestService(
  repository = new MemoryRepository(),
  build = 'test',
): Promise<TestService> {
  let now = 1_795_000_000_000;
  const told: OutsideChange[] = [];
  const ears: ((what: OutsideChange) => void)[] = [];
  let newerSchema = (): void => undefined;
  const tabs: Tabs = {
    tell: (what) => void told.push(what),
    listen: (callback) => void ears.push(callback),
    close: () => undefined,
  };
  const service = createInlineService({
    openRepository: (_, onNewerSchema) => {
      newerSchema = onNewerSchema;
      return Promise.resolve(repository);
    },
    joinTabs: () => tabs,
    loadCsvReader,
    startSecondThread: createSecondThread,
    fetchExample: () => Promise.resolve(null),
    now: () => (now += 1),
    build,
  });
  await service.open('test');
  return {
    service,
    repository,
    told,
    hearFromOtherTab: (what) => ears.forEach((ear) => ear(what)),
    showNewerSchema: () => newerSchema(),
  };
}

/** Looks at the file and imports it as it was understood. */
export async function importFile({ service }: TestService, file = csvFile(), settings = SETTINGS) {
  const inspected = await service.inspect([file], null, TODAY);
  if (!inspected.ok) throw new Error(inspected.problem.code);
  const commit = await service.importFiles([file], inspected.value.mapping, settings, TODAY);
  if (!commit.ok) throw new Error(commit.problem.code);
  return { ...commit.value, inspection: inspected.value };
}

export function forecastRequest(patch: Partial<ForecastRequest> = {}): ForecastRequest {
  return { plan: defaultPlan('EUR'), settings: SETTINGS, today: TODAY, paths: 2_000, seed: 1, ...patch };
}
