import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeOfWhat, ScenarioChange, ScenarioNote } from '../../src/engine';
import { changeSentence, evidenceSentence, scenarioNoteSentence } from '../../src/i18n/scenarioWords';
import { speak } from './speak';

/** Spaces that Intl makes unbreakable, and its minus, are like any other here. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2212/g, '-');

function sentence(what: ChangeOfWhat, from: `${number}-${number}` = '2027-03', months: number | null = null) {
  const change: ScenarioChange = { ...what, id: 'a', isOn: true, from, months, shock: null };
  return plain(changeSentence(change, 'SEK'));
}

describe('changeSentence in English', () => {
  beforeEach(() => speak('en'));
  afterEach(() => speak('en'));

  it.each<[ChangeOfWhat, number | null, string]>([
    [{ what: 'spend', factor: 1.3 }, null, 'Nets: spend +30% from March 2027'],
    [{ what: 'winRate', kind: 'all', factor: 0.85 }, 6, 'All: win rate -15% from March 2027 for six months'],
    [{ what: 'leads', kind: 'seed', factor: 1.025 }, 1, 'Seeds: leads +2.5% in March 2027'],
    [{ what: 'value', kind: 'net', factor: 1 }, 18, 'Nets: deal value 0% from March 2027 for 18 months'],
    [{ what: 'days', kind: 'spear', factor: 1.2 }, null, 'Spears: time to close +20% from March 2027'],
    [{ what: 'churn', factor: 0.5 }, null, 'Customers lost a month -50% from March 2027'],
    [{ what: 'prospectors', heads: 2 }, null, 'Spears: two more prospectors from March 2027'],
    [{ what: 'prospectors', heads: 1 }, null, 'Spears: one more prospector from March 2027'],
    [{ what: 'prospectors', heads: -1 }, null, 'Spears: one prospector fewer from March 2027'],
    [{ what: 'prospectors', heads: -13 }, 2, 'Spears: 13 prospectors fewer from March 2027 for two months'],
    [{ what: 'hiringFreeze' }, 12, 'Nobody is hired from March 2027 for twelve months'],
    [
      { what: 'cost', kind: null, perMonth: 20_000 },
      null,
      'Company: costs +SEK 20,000 a month from March 2027',
    ],
    [{ what: 'cost', kind: 'net', perMonth: -500 }, null, 'Nets: costs -SEK 500 a month from March 2027'],
    [{ what: 'loseBiggestDeals', deals: 1 }, null, 'The biggest open deal is lost in March 2027'],
    [{ what: 'loseBiggestDeals', deals: 3 }, 4, 'The three biggest open deals are lost in March 2027'],
  ])('says %o for %s months', (what, months, said) => {
    expect(sentence(what, '2027-03', months)).toBe(said);
  });
});

describe('changeSentence in Swedish', () => {
  beforeEach(() => speak('sv'));

  it.each<[ChangeOfWhat, number | null, string]>([
    [{ what: 'spend', factor: 1.3 }, null, 'Nät: marknadsbudget +30 % från mars 2027'],
    [
      { what: 'winRate', kind: 'all', factor: 0.85 },
      6,
      'Alla: vinstandel -15 % från mars 2027 i sex månader',
    ],
    [{ what: 'prospectors', heads: 2 }, null, 'Spjut: två uppsökande säljare till från mars 2027'],
    [{ what: 'prospectors', heads: -1 }, null, 'Spjut: en uppsökande säljare färre från mars 2027'],
    [{ what: 'hiringFreeze' }, 1, 'Ingen anställs i mars 2027'],
    [
      { what: 'cost', kind: null, perMonth: 20_000 },
      null,
      'Företaget: kostnader +20 000 kr i månaden från mars 2027',
    ],
    [{ what: 'loseBiggestDeals', deals: 1 }, null, 'Den största öppna affären förloras i mars 2027'],
    [{ what: 'loseBiggestDeals', deals: 15 }, null, 'De 15 största öppna affärerna förloras i mars 2027'],
  ])('says %o for %s months', (what, months, said) => {
    expect(sentence(what, '2027-03', months)).toBe(said);
  });
});

describe('scenarioNoteSentence', () => {
  beforeEach(() => speak('en'));
  const note = (code: ScenarioNote['code'], params: ScenarioNote['params'] = {}): string =>
    scenarioNoteSentence({ changeId: 'a', code, params });

  it('names the kind and the count', () => {
    expect(note('kindAbsent', { kind: 'spear' })).toMatch(/^Spears: /);
    expect(note('winRateAtMost', { kind: 'all' })).toMatch(/^All: /);
    expect(note('fewerOpenDeals', { deals: 1 })).toBe('There is only one open deal.');
    expect(note('fewerOpenDeals', { deals: 7 })).toBe('There are only 7 open deals.');
  });

  it('leaves no hole in any sentence, in either language', () => {
    const codes: ScenarioNote['code'][] = [
      ...(['outsideForecast', 'kindAbsent', 'noOpenDeals', 'fewerOpenDeals', 'winRateAtMost'] as const),
      ...(['noCustomers', 'costUnknown', 'nobodyToHire', 'noSpend', 'noProspectors'] as const),
      ...(['fewerProspectors', 'teamUnknown'] as const),
    ];
    for (const locale of ['en', 'sv'] as const) {
      speak(locale);
      for (const code of codes) {
        expect(note(code, { kind: 'net', deals: 3, heads: 2 })).not.toMatch(/undefined|\?|NaN|\{/);
      }
    }
  });
});

describe('evidenceSentence', () => {
  it('names the study it rests on, and says plainly what is judgement', () => {
    speak('en');
    expect(evidenceSentence('larkin2014', 'Larkin 2014')).toContain('(Larkin 2014)');
    expect(evidenceSentence('judgement', null)).toContain('guess');
  });
});
