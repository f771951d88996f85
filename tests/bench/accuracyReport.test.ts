import { describe, expect, it } from 'vitest';
import { createBacktest, METHODS, origins } from '../../src/engine';
import { hindsightRatio, summariseRatios } from './accuracyRatios';
import { describeDataset, toJson } from './accuracyReport';
import { simulateCompany } from './simulatedCompanies';

const { deals, dataDay } = simulateCompany(0, 1);
const result = createBacktest(deals, {
  dataDay,
  fiscalYearStart: 1,
  currency: 'USD',
  paths: 50,
  origins: origins(deals, dataDay).slice(0, 3),
}).finish();
const dataset = { name: 'one', rows: deals.length, isRunOff: false, result };

describe('the accuracy report', () => {
  it('gives each method its figures, null where one is undefined', () => {
    const json = JSON.parse(JSON.stringify(toJson(dataset))) as ReturnType<typeof toJson>;
    expect(Object.keys(json)).toEqual(['name', 'rows', 'origins', 'methods', 'coverage50', 'coverage80']);
    expect(Object.keys(json.methods)).toEqual([...METHODS]);
    expect(json.methods.seedcast).toEqual(result.methods.seedcast);
    expect(json.methods.seedcast.wapeYear).toBeNull();
    expect(json.origins).toHaveLength(3);
  });

  it('names every method and origin in words', () => {
    const text = describeDataset(dataset);
    for (const method of METHODS) expect(text).toContain(method);
    for (const origin of toJson(dataset).origins) expect(text).toContain(origin);
  });

  it('holds the forecast against the best simple method in hindsight', () => {
    const found = hindsightRatio(result.origins, 'wapeWins');
    const rival = result.methods[found!.against].wapeWins!;
    expect(found!.ratio).toBeCloseTo(result.methods.seedcast.wapeWins! / rival, 12);
    expect(summariseRatios([dataset])[1]).toContain('1 data set');
  });
});
