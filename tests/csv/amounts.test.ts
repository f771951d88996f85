import { describe, expect, it } from 'vitest';
import { inspectFiles } from '../../src/csv';
import { csvFile, importFiles, inspect, TODAY } from './csvFile';

const HEADER = 'Id,Created,Close date,Stage,Amount\n';

function withAmounts(...amounts: readonly string[]): string {
  return (
    HEADER +
    amounts.map((amount, index) => `${index},2026-01-0${index + 1},2026-03-01,Won,${amount}`).join('\n')
  );
}

async function currencyOf(amounts: readonly string[], languages: readonly string[] = []) {
  const result = await inspectFiles([csvFile(withAmounts(...amounts))], null, TODAY, { languages });
  if (!result.ok) throw new Error(result.problem.code);
  return { currency: result.value.mapping.currency, lacksCurrency: result.value.lacksCurrency ?? false };
}

describe('the currency of a file', () => {
  it.each([
    [['$100', '$20', '7'], [], 'USD'],
    [['$100', '$20'], ['en-AU', 'en-US'], 'AUD'],
    [['$100', '$20'], ['en-CA'], 'CAD'],
    [['$100', '$20'], ['sv-SE', 'en-GB'], 'USD'],
    [['US$100', 'US$20'], ['en-AU'], 'USD'],
    [['£100', '£20'], [], 'GBP'],
    [['100 €', '20 €'], [], 'EUR'],
    [['100 kr', '20 kr'], ['sv'], 'SEK'],
    [['100 kr', '20 kr'], ['nb-NO'], 'NOK'],
    [['100 kr.', '20 kr.'], ['da'], 'DKK'],
    [['¥100', '¥20'], [], 'JPY'],
  ])('is that of the sign in %j to someone with %j', async (amounts, languages, currency) => {
    expect(await currencyOf(amounts, languages)).toEqual({ currency, lacksCurrency: false });
  });

  it.each([
    [['100', '20'], ['sv-SE']],
    [['100 kr', '20 kr'], ['en-GB']],
    [['$100', '€20'], []],
  ])('is asked for where %j says none to someone with %j', async (amounts, languages) => {
    expect(await currencyOf(amounts, languages)).toEqual({ currency: '', lacksCurrency: true });
  });
});

describe('an amount', () => {
  it('that is only said to be none is none, and one that is garbled is rejected', async () => {
    const none = ['n/a', '-', '–', 'TBD', 'N/A', '?'];
    const { deals, report } = await importFiles(csvFile(withAmounts('500', ...none, '12x3')));
    expect(deals.map(({ amount }) => amount)).toEqual([500, ...none.map(() => null)]);
    expect(report.issues).toMatchObject([{ code: 'badNumber', value: '12x3' }]);
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'wonWithoutAmount', count: 6 }));
    const swedish = await importFiles(csvFile(withAmounts('500', '600', 'ej satt', 'Saknas')));
    expect(swedish.deals.map(({ amount }) => amount)).toEqual([500, 600, null, null]);
  });
});

describe('an expected close date that closed deals have too, where no other is', () => {
  const of = (closedDay: string): string =>
    `Id,Created,Expected close date,Stage,Amount\n1,2026-01-01,${closedDay},Won,5\n2,2026-01-02,${closedDay},Lost,5\n3,2026-01-03,2027-01-01,Demo,5\n`;

  it('is taken for the day they closed as a guess', async () => {
    const { mapping } = await inspect(csvFile(of('2026-03-01')));
    expect(mapping.columns[2]).toMatchObject({ meaning: 'closeDate', confidence: 'guess' });
  });

  it('stays a plan where closed deals have none', async () => {
    const { mapping } = await inspect(csvFile(of('')));
    expect(mapping.columns[2]).toMatchObject({ meaning: 'expectedClose' });
  });
});
