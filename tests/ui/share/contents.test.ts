import { describe, expect, it } from 'vitest';
import { defaultPlan, type Forecast } from '../../../src/engine';
import { contentsLines, lacksLine } from '../../../src/ui/share/contents';
import type { SharedForecast } from '../../../src/workspace/sharedForecast';

const forecast = {
  months: [{ from: '2026-11', to: '2026-11' }],
  past: [],
} as unknown as Forecast;

const plain: SharedForecast = {
  title: '',
  companyName: '',
  madeOn: 20_780,
  currency: 'SEK',
  fiscalYearStart: 1,
  targets: { quarter: null, year: null, nextTwelve: null },
  planName: '',
  plan: defaultPlan('SEK'),
  start: 20_780,
  fitted: null,
  rests: null,
  seed: 1,
  scenarios: { base: 'asForecast', variants: [] },
  view: { screen: 'forecast', period: 'quarter' },
  deals: null,
};
const deal = { name: null, company: null, owner: null, chance: 0.5, expected: 10 };

describe('contentsLines', () => {
  it('names whatever was typed or ticked, and nothing else', () => {
    expect(contentsLines(plain, forecast)).toHaveLength(3);
    const told = contentsLines(
      {
        ...plain,
        title: 'For the board',
        companyName: 'Acme',
        scenarios: { base: 'plan', variants: [{ id: '1', name: 'Downturn', changes: [] }] },
        deals: [{ ...deal, name: 'Fleet', company: 'Globex', owner: 'Kim' }],
      },
      forecast,
    ).join('\n');
    for (const word of ['For the board', 'Acme', 'Downturn', 'Fleet', 'Globex', 'Kim'])
      expect(told).toContain(word);
  });
});

describe('lacksLine', () => {
  it('claims that nobody is named only where nobody can be', () => {
    const say = (deals: SharedForecast['deals']): string => lacksLine({ ...plain, deals }).toLowerCase();
    expect(say(null)).toMatch(/single deals.*customers.*sellers/);
    expect(say([deal])).toMatch(/all other deals.*customers.*sellers/);
    expect(say([{ ...deal, owner: 'Kim' }])).not.toMatch(/sellers/);
    // A name may tell who buys or sells.
    expect(say([{ ...deal, name: 'Globex – fleet' }])).not.toMatch(/customers|sellers/);
  });
});
