import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { moveExample } from '../../src/csv';
import { defaultPlan, type Forecast } from '../../src/engine';
import type { BridgeQuestion, DiagnoseRequest } from '../../src/worker/protocol';
import type { Settings } from '../../src/workspace/types';
import { csvFile, importFile, openTestService, SETTINGS, TODAY, type TestService } from './testService';

let test: TestService;
let request: DiagnoseRequest;

async function forecastOf(settings: Settings): Promise<Forecast> {
  const plan = defaultPlan(settings.currency);
  const made = await test.service.forecast({ plan, settings, today: TODAY, paths: 500, seed: 1 });
  if (!made.ok) throw new Error(made.reason);
  return made.value.forecast;
}

describe('diagnose', () => {
  beforeAll(async () => {
    test = await openTestService();
    const example = readFileSync(new URL('../../public/example-company.csv', import.meta.url), 'utf8');
    const { settings: stored } = await importFile(test, csvFile(moveExample(example, TODAY)), SETTINGS);
    const settings = { ...stored, targets: { quarter: 3_500_000, year: null, nextTwelve: null } };
    const plan = defaultPlan(settings.currency);
    request = { plan, settings, today: TODAY, forecast: await forecastOf(settings) };
  });

  it('has the figures of the forecast on screen', async () => {
    const { paces } = await test.service.diagnose(request);
    expect(paces.map(({ period }) => period)).toEqual(['month', 'quarter', 'year']);
    expect(paces[1]?.expected).toBe(request.forecast.quarters[0]?.value.mean);
    expect(paces[1]?.target?.amount).toBe(3_500_000);
  });

  it('finds the leak of the example company, with the deals behind it', async () => {
    const { deals } = await test.service.diagnose(request);
    const [leak] = deals?.leaks.leaks ?? [];
    expect(leak).toMatchObject({ measure: 'conversion', kind: 'net', stage: 'Qualification' });
    expect(leak?.moneyAtStake).toBeGreaterThan(0);
    const listed = leak?.lostIds.filter((id) => Object.hasOwn(deals?.behind ?? {}, id)) ?? [];
    expect(listed).toHaveLength(8);
    expect(deals?.trends.length).toBe(16);
  });

  it('says where the difference comes from: the leak is among the causes', async () => {
    const { paces, deals } = await test.service.diagnose(request);
    const question: BridgeQuestion = { ...request, period: 'quarter', against: 'target', target: 0 };
    const bridge = await test.service.bridge({ ...question, target: paces[1]?.onPace ?? null });
    expect(deals?.periods.map(({ code }) => code)).toContain('quarter');
    expect(bridge?.against).toBe('target');
    expect(bridge?.causes[0]).toMatchObject({ cause: 'conversion', kind: 'net', stage: 'Qualification' });
    expect(await test.service.bridge({ ...question, against: 'plan' })).toBeNull();
  });

  it('without deals tells the pace of the plan and nothing else', async () => {
    const settings = { ...request.settings, activeImport: null };
    const forecast = await forecastOf(settings);
    const { paces, deals } = await test.service.diagnose({ ...request, settings, forecast });
    expect(deals).toBeNull();
    expect(paces).toHaveLength(3);
    expect(
      await test.service.bridge({
        ...request,
        settings,
        period: 'quarter',
        against: 'lastYear',
        target: null,
      }),
    ).toBeNull();
  });
});
