import { afterEach, describe, expect, it } from 'vitest';
import { defaultPlan, withAssumption } from '../../../../src/engine';
import { costSentence, countsSpend } from '../../../../src/ui/plan/company/costWords';
import { customersSentence, lostInYear } from '../../../../src/ui/plan/company/customersWords';
import { dropPlace } from '../../../../src/ui/plan/company/dropPlace';
import { speak } from '../../../i18n/speak';
import { kindHistory } from '../../../state/plan/kindHistory';
import { sampleForecast, spread } from '../../forecast/sampleForecast';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const plan = defaultPlan('SEK');
const customers = Array.from({ length: 24 }, (_, month) => spread(50 + month));

afterEach(() => speak('en'));

describe('customersSentence', () => {
  it('says what becomes of customers and of what they pay in twelve months', () => {
    expect(customersSentence(plan, sampleForecast({ customers }))).toBe(
      'From 40 to **61 active customers** in twelve months.',
    );
    const recurring = Array.from({ length: 24 }, (_, month) => spread(402_000 + 10_000 * month));
    expect(plain(customersSentence(plan, sampleForecast({ customers, recurring })))).toBe(
      'Recurring revenue goes from SEK 300,000 a month to **SEK 512,000** in twelve months, ' +
        'that is **SEK 6,140,000 a year** (ARR), with **61 active customers**.',
    );
  });

  it('says so where nobody counts them', () => {
    expect(customersSentence(plan, sampleForecast())).toContain('Used once customers');
    expect(customersSentence(plan, null)).toContain('Used once customers');
  });
});

describe('lostInYear', () => {
  it('compounds the monthly churn and stays within all of them', () => {
    // 1 − 0.985^12, by hand.
    expect(lostInYear(plan)).toBeCloseTo(0.1659, 4);
    const all = { value: 5, doubt: 'sure', from: 'typed' } as const;
    expect(lostInYear({ ...plan, company: { ...plan.company, churnPerMonth: all } })).toBe(1);
  });
});

describe('costSentence', () => {
  const { nextTwelve } = sampleForecast();

  it('says the cost of a year and of one customer', () => {
    expect(
      plain(costSentence(sampleForecast({ nextTwelve: { ...nextTwelve, cost: spread(600_000) } }))),
    ).toBe('Selling costs **SEK 600,000** in twelve months, **SEK 120,000** for each customer won.');
  });

  it('divides by no customer', () => {
    const none = { ...nextTwelve, cost: spread(600_000), wins: spread(0) };
    expect(plain(costSentence(sampleForecast({ nextTwelve: none })))).toBe(
      'Selling costs **SEK 600,000** in twelve months and wins no customer.',
    );
  });

  it('says so where no cost is known', () => {
    expect(costSentence(sampleForecast())).toBe('No costs yet.');
  });
});

describe('countsSpend', () => {
  const said = withAssumption(plan, { kind: 'net', of: 'spendPerMonth' }, { value: 1, from: 'typed' });

  it('is of a plan without deals, and beside deals of what somebody has said', () => {
    expect(countsSpend(plan, false, null)).toBe(true);
    expect(countsSpend(plan, true, kindHistory())).toBe(false);
    expect(countsSpend(said, true, kindHistory())).toBe(true);
  });

  it('is of no nets that the forecast leaves out', () => {
    expect(countsSpend(said, true, null)).toBe(false);
  });
});

describe('dropPlace', () => {
  const rows = [0, 1, 2, 3].map((row) => ({ top: row * 50, bottom: row * 50 + 40 }));

  it('changes places past the middle of another row', () => {
    expect(dropPlace(rows, 1, 75)).toBe(1);
    expect(dropPlace(rows, 1, 119)).toBe(1);
    expect(dropPlace(rows, 1, 121)).toBe(2);
    expect(dropPlace(rows, 1, 21)).toBe(1);
    expect(dropPlace(rows, 1, 19)).toBe(0);
  });

  it('ends with the first and the last', () => {
    expect(dropPlace(rows, 2, -400)).toBe(0);
    expect(dropPlace(rows, 1, 4_000)).toBe(3);
  });
});
