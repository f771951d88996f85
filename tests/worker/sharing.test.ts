import { beforeAll, describe, expect, it } from 'vitest';
import { defaultPlan, withAssumption } from '../../src/engine';
import type { Plan, Scenarios } from '../../src/engine';
import type { ShareRequest, SharePackage } from '../../src/worker/protocol';
import {
  csvFile,
  exampleCsv,
  forecastRequest,
  importFile,
  openTestService,
  SETTINGS,
  TODAY,
} from './testService';
import type { TestService } from './testService';

const SCENARIOS: Scenarios = {
  base: 'asForecast',
  variants: [
    {
      id: 'b1e9c3f0-1f6e-4a2c-9d1e-0d8d7f3f1a11',
      name: 'Spend more',
      changes: [
        {
          id: '6b1f9a30-7a46-4d64-9c0f-6a0f3a1c2b3d',
          isOn: true,
          from: '2027-01',
          months: null,
          shock: 'campaign',
          what: 'spend',
          factor: 1.3,
        },
      ],
    },
  ],
};

const NOTHING = { companyName: false, deals: false, customers: false, sellers: false };

function shareRequest(patch: Partial<ShareRequest> = {}): ShareRequest {
  return {
    plan: unevenPlan(),
    settings: SETTINGS,
    today: TODAY,
    seed: 7,
    title: 'For the board',
    planName: 'Plan B',
    scenarios: SCENARIOS,
    view: { screen: 'forecast', period: 'year' },
    ticks: NOTHING,
    passphrase: null,
    ...patch,
  };
}

/** With figures of more digits than travel. */
function unevenPlan(): Plan {
  const place = { kind: 'net', of: 'leadsPerMonth' } as const;
  return withAssumption(defaultPlan('EUR'), place, { value: 100 / 7, doubt: { low: 31 / 3, high: 62 / 3 } });
}

async function share({ service }: TestService, request: ShareRequest): Promise<SharePackage> {
  const shared = await service.share(request);
  if (!shared.ok) throw new Error(shared.problem.code);
  return shared.value;
}

/** What somebody else sees who opens the payload on a device of their own. */
async function receive(payload: string, passphrase: string | null = null, paths = 2_000) {
  const { service } = await openTestService();
  const opened = await service.openShared(`https://example.org/app/#/s/${payload}`, passphrase);
  if (!opened.ok) throw new Error(opened.problem.code);
  const answer = await service.forecastShared({ shared: opened.value, paths });
  if (!answer.ok) throw new Error(answer.reason);
  return { shared: opened.value, forecast: answer.value.forecast };
}

describe('share', () => {
  let withDeals: TestService;
  let settings = SETTINGS;
  beforeAll(async () => {
    withDeals = await openTestService();
    settings = (await importFile(withDeals)).settings;
  });

  it.each(['plan', 'history', 'mixed'] as const)('gives the sender’s own forecast: %s', async (base) => {
    const test = base === 'plan' ? await openTestService() : withDeals;
    const kinds = unevenPlan().kinds;
    const basis = {
      leads: base === 'mixed' ? 'plan' : 'history',
      closing: 'history',
      value: 'plan',
    } as const;
    const mixed: Plan = { ...unevenPlan(), kinds: { ...kinds, seed: { ...kinds.seed, basis } } };
    const request = shareRequest({
      plan: base === 'mixed' ? mixed : unevenPlan(),
      settings: base === 'plan' ? SETTINGS : settings,
    });
    const own = await test.service.forecast({ ...request, paths: 2_000 });
    if (!own.ok) throw new Error(own.reason);
    const { payload, contents } = await share(test, request);
    const received = await receive(payload);
    expect(received.forecast).toEqual(own.value.forecast);
    expect(received.shared).toEqual(contents);
    expect(contents.fitted === null).toBe(base === 'plan');
  });

  it('gives the same behind a passphrase, and nothing to whoever has another', async () => {
    const request = shareRequest({ settings, passphrase: 'correct horse' });
    const { payload, file } = await share(withDeals, request);
    const own = await withDeals.service.forecast({ ...request, paths: 500 });
    const received = await receive(payload, 'correct horse', 500);
    expect(own.ok && own.value.forecast).toEqual(received.forecast);
    const { openShared } = withDeals.service;
    expect(await openShared(payload, null)).toMatchObject({ problem: { code: 'needsPassphrase' } });
    expect(await openShared(payload, 'wrong')).toMatchObject({ problem: { code: 'wrongPassphrase' } });
    expect(await openShared(new Blob([file]), 'correct horse')).toMatchObject({ ok: true });
    expect(file).not.toContain('For the board');
  });

  it('tells of deals, customers and sellers only what is ticked', async () => {
    const said = { ...settings, companyName: 'Acme' };
    const bare = await share(withDeals, shareRequest({ settings: said }));
    expect(bare.contents).toMatchObject({ companyName: '', deals: null });
    const ticks = { ...NOTHING, companyName: true, deals: true };
    const { contents } = await share(withDeals, shareRequest({ settings: said, ticks }));
    expect(contents.companyName).toBe('Acme');
    // Nobody knows who buys, so a name may say it.
    expect(contents.deals?.every(({ name }) => name === null)).toBe(true);
    expect(contents.deals?.every(({ company, owner }) => company === null && owner === null)).toBe(true);
    expect(contents.deals?.length).toBe(5);
    const all = { ...ticks, customers: true, sellers: true };
    const named = await share(withDeals, shareRequest({ settings: said, ticks: all }));
    expect(named.contents.deals?.map(({ name }) => name)).toContain('Deal 35');
  });

  it('keeps a deal’s name at home that has a word in common with a customer or seller not ticked', async () => {
    const test = await openTestService();
    const header = exampleCsv().split('\n')[0] ?? '';
    const rows = exampleCsv()
      .split('\n')
      .slice(1)
      .map(
        (row, index) => `${row.replace(/Deal \d+/, index % 2 ? 'Globex – fleet' : 'Fleet')},Globex Ltd,Kim`,
      );
    const text = [`${header},Company Name,Deal owner`, ...rows].join('\n');
    const { settings: imported } = await importFile(test, csvFile(text));
    const ticks = { ...NOTHING, deals: true };
    const { contents } = await share(test, shareRequest({ settings: imported, ticks }));
    expect(new Set(contents.deals?.map(({ name }) => name))).toEqual(new Set([null, 'Fleet']));
    const told = await share(
      test,
      shareRequest({ settings: imported, ticks: { ...ticks, customers: true } }),
    );
    expect(told.contents.deals?.map(({ name }) => name)).toContain('Globex – fleet');
  });

  it('keeps single deals out of what it tells in groups', async () => {
    const { contents } = await share(withDeals, shareRequest({ settings }));
    expect(contents.fitted?.open.every(({ count }) => count >= 3)).toBe(true);
    expect(contents.rests).toEqual({ deals: 40, won: 18 });
  });

  it('gives scenarios short ids of their own', async () => {
    const { contents } = await share(withDeals, shareRequest());
    expect(contents.scenarios.variants).toMatchObject([
      { id: '1', name: 'Spend more', changes: [{ id: '1' }] },
    ]);
  });

  it('makes a file that opens as the link does', async () => {
    const { contents, file } = await share(withDeals, shareRequest({ settings }));
    const opened = await withDeals.service.openShared(new Blob([file]), null);
    expect(opened).toEqual({ ok: true, value: contents });
  });

  it('makes no link of what it could not open', async () => {
    const { plan, ...others } = shareRequest();
    const impossible = { ...plan, stageNames: ['x'.repeat(300), ...plan.stageNames.slice(1)] };
    const answer = await withDeals.service.share({ ...others, plan: impossible });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'damaged' } });
  });
});

describe('forecastShared', () => {
  it('answers the newest request only', async () => {
    const test = await openTestService();
    const { contents } = await share(test, shareRequest());
    const [first, second] = await Promise.all([
      test.service.forecastShared({ shared: contents, paths: 2_000 }),
      test.service.forecastShared({ shared: contents, paths: 500 }),
    ]);
    expect(first).toEqual({ ok: false, reason: 'superseded' });
    expect(second.ok && second.value.forecast.paths).toBe(500);
  });

  it('leaves the device’s own forecasts alone', async () => {
    const test = await openTestService();
    const { contents } = await share(test, shareRequest());
    const [own, shared] = await Promise.all([
      test.service.forecast(forecastRequest({ paths: 500 })),
      test.service.forecastShared({ shared: contents, paths: 500 }),
    ]);
    expect(own.ok && shared.ok).toBe(true);
  });
});
