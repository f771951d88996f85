import { readFileSync } from 'node:fs';
import { defaultPlan } from '../../src/engine';
import type { ChangeOfWhat, Month, ScenarioChange, ShockName } from '../../src/engine';
import { moveExample } from '../../src/csv/moveExample';
import type { ShareRequest } from '../../src/worker/protocol';
import { csvFile, importFile, openTestService, SETTINGS, TODAY } from '../worker/testService';
import type { TestService } from '../worker/testService';

interface Timed {
  isOn: boolean;
  from: Month;
  months: number | null;
  shock: ShockName | null;
}

const timed: Timed = { isOn: true, from: '2027-01', months: 6, shock: null };
const change = (id: string, what: ChangeOfWhat, patch: Partial<Timed> = {}): ScenarioChange => ({
  ...{ id, ...timed, ...patch },
  ...what,
});

/** What a company would send: its fitted history with open deals, and three scenarios. */
export interface ExampleToShare {
  test: TestService;
  request: ShareRequest;
}

/** The example company imported into memory, as of the tests' today, and what of it is to be shared. */
export async function exampleToShare(exampleFile: URL | string): Promise<ExampleToShare> {
  const test = await openTestService();
  const file = csvFile(moveExample(readFileSync(exampleFile, 'utf8'), TODAY), 'example-company.csv');
  const { settings } = await importFile(test, file, SETTINGS);
  const request: ShareRequest = {
    plan: defaultPlan(settings.currency),
    settings: { ...settings, companyName: 'Example company' },
    today: TODAY,
    seed: 1,
    title: 'For the board',
    planName: '',
    scenarios: {
      base: 'asForecast',
      variants: [
        {
          id: '1',
          name: 'Downturn',
          changes: [
            change('1', { what: 'leads', kind: 'all', factor: 0.8 }, { shock: 'downturn' }),
            change('2', { what: 'winRate', kind: 'all', factor: 0.85 }, { shock: 'downturn' }),
            change('3', { what: 'days', kind: 'all', factor: 1.2 }, { shock: 'downturn' }),
          ],
        },
        {
          id: '2',
          name: 'Two more prospectors',
          changes: [
            change('1', { what: 'prospectors', heads: 2 }, { months: null }),
            change('2', { what: 'cost', kind: null, perMonth: 20_000 }),
          ],
        },
        {
          id: '3',
          name: 'Campaign in spring',
          changes: [
            change('1', { what: 'spend', factor: 1.3 }),
            change('2', { what: 'loseBiggestDeals', deals: 1 }, { shock: 'biggestDealLost' }),
          ],
        },
      ],
    },
    view: { screen: 'forecast', period: 'year' },
    ticks: { companyName: true, deals: false, customers: false, sellers: false },
    passphrase: null,
  };
  return { test, request };
}
