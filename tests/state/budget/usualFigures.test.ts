import { describe, expect, it } from 'vitest';
import { defaultPlan, type HistorySummary, type LackingCost } from '../../../src/engine';
import { periodWithTarget } from '../../../src/state/budget/budgetDraft';
import { usualPlaces, withUsualFigures } from '../../../src/state/budget/usualFigures';

const USUAL = defaultPlan('EUR');
const LACKING: readonly LackingCost[] = [
  { place: { kind: 'net', of: 'spendPerMonth' }, isCounted: false },
  { place: { kind: null, of: 'costPerProspector' }, isCounted: false },
  { place: { kind: null, of: 'costPerSeller' }, isCounted: false },
];

/** 120 leads of nets a month and 210 of spears, where 60 and 70 to a prospector are usual. */
const estimate = (value: number) => ({ value, low: value, high: value, n: 100 });
const HISTORY = {
  kinds: [
    { kind: 'net', deals: 10, leadsPerMonth: estimate(120) },
    { kind: 'spear', deals: 10, leadsPerMonth: estimate(210) },
  ],
} as unknown as HistorySummary;

describe('withUsualFigures', () => {
  it('fills in typed guesses: spend and prospectors as many as the leads of the history take', () => {
    const { kinds, company } = withUsualFigures(USUAL, USUAL, HISTORY, LACKING);
    const spend = 2 * USUAL.kinds.net.spendToday.value;
    expect(kinds.net.spendToday).toEqual({ value: spend, doubt: 'guess', from: 'typed' });
    expect(kinds.net.spendPerMonth).toEqual(kinds.net.spendToday);
    expect(kinds.spear.prospectors).toEqual({ value: 3, doubt: 'guess', from: 'typed' });
    expect(company.costPerProspector).toEqual({ ...USUAL.company.costPerProspector, from: 'typed' });
    expect(company.sellers.from).toBe('typed');
  });

  it('leaves what somebody has said', () => {
    const said = { value: 5, doubt: 'sure', from: 'typed' } as const;
    const own = { ...USUAL, kinds: { ...USUAL.kinds, spear: { ...USUAL.kinds.spear, prospectors: said } } };
    expect(withUsualFigures(own, USUAL, HISTORY, LACKING).kinds.spear.prospectors).toBe(said);
  });

  it('tells usual figures from own ones afterwards', () => {
    const filled = withUsualFigures(USUAL, USUAL, HISTORY, LACKING);
    expect(usualPlaces(USUAL, USUAL, HISTORY)).toEqual([]);
    expect(usualPlaces(filled, USUAL, HISTORY).map(({ of }) => of)).toEqual([
      'spendToday',
      'costPerProspector',
      'prospectors',
      'costPerSeller',
      'sellers',
    ]);
  });
});

describe('periodWithTarget', () => {
  it('is the fiscal year where only that has a target', () => {
    expect(periodWithTarget({ year: 1, nextTwelve: null })).toBe('year');
    expect(periodWithTarget({ year: 1, nextTwelve: 1 })).toBe('nextTwelve');
    expect(periodWithTarget({ year: null, nextTwelve: null })).toBe('nextTwelve');
  });
});
