import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultPlan, leadSeason, withAssumption } from '../../../../src/engine';
import {
  barTop,
  closingAsCounted,
  flat,
  historyOfSeason,
  isEmpty,
  isFlat,
  isOfHistory,
  kindsWithTheirOwn,
  takeSeason,
  withFactor,
} from '../../../../src/ui/plan/company/season';
import {
  monthsOfQuarter,
  seasonSentence,
  unusedSentence,
  weightSentence,
} from '../../../../src/ui/plan/company/seasonWords';
import { PLAN_LIMITS } from '../../../../src/workspace/limits';
import { speak } from '../../../i18n/speak';
import { historyOf, kindHistory } from '../../../state/plan/kindHistory';

const plain = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const plan = defaultPlan('SEK');
const { season } = plan;
const withSeason = (changed: typeof season) => ({ ...plan, season: changed });

afterEach(() => speak('en'));

describe('a drawn season', () => {
  it('is the user’s own, the other months as they were', () => {
    const drawn = withFactor(season, 'leads', 11, 1.6);
    expect(drawn.leads).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.6]);
    expect([drawn.leadsFrom, drawn.quarterFrom]).toEqual(['typed', 'default']);
    expect(flat(drawn, 'leads')).toEqual(season);
  });

  it('is flat where all months are alike, and empty where nothing is drawn', () => {
    const none = Array.from({ length: 12 }).reduce<typeof season>(
      (changed, _, index) => withFactor(changed, 'leads', index, 0),
      season,
    );
    expect([isFlat(season, 'leads'), isEmpty(season, 'leads')]).toEqual([true, false]);
    expect([isFlat(none, 'leads'), isEmpty(none, 'leads')]).toEqual([true, true]);
    // What counts is then no season, and no NaN.
    expect(leadSeason(withSeason(none))).toEqual(Array.from({ length: 12 }, () => 1));
    expect(closingAsCounted({ ...season, quarter: [0, 0, 0] })).toEqual([1, 1, 1]);
  });

  it('has bars that reach as high as what was typed', () => {
    expect(barTop([1, 0.5, 1.4])).toBe(2);
    expect(barTop([1, 3.2])).toBe(4);
  });
});

describe('takeSeason', () => {
  it('takes any history within the limits of a plan', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (factors) => {
          const taken = takeSeason(season, 'leads', factors);
          expect(taken.leadsFrom).toBe('history');
          expect(Math.max(...taken.leads)).toBeLessThanOrEqual(PLAN_LIMITS.seasonFactor.max);
          expect(Math.min(...taken.leads)).toBeGreaterThanOrEqual(PLAN_LIMITS.seasonFactor.min);
          expect(leadSeason(withSeason(taken)).every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});

describe('historyOfSeason', () => {
  const { calendar, ...rest } = historyOf(kindHistory());
  const year = Array.from({ length: 12 }, (_, month) => 0.5 + month / 11);
  const learnt = {
    ...rest,
    calendar: {
      ...calendar,
      leads: { ...calendar.leads, year, weightOf: { ...calendar.leads.weightOf, year: 0.8 } },
    },
  };

  it('is the leads’ year and the wins’ quarter, with how strongly the past speaks for them', () => {
    expect(historyOfSeason(learnt, 'leads')).toEqual({ factors: year, weight: 0.8 });
    expect(historyOfSeason(learnt, 'quarter')?.factors).toEqual(calendar.wins.quarter);
  });

  it('is nothing where there are no deals, or too few years of them', () => {
    expect(historyOfSeason(null, 'leads')).toBeNull();
    const short = { ...learnt, calendar: { ...calendar, leads: { ...calendar.leads, year: null } } };
    expect(historyOfSeason(short, 'leads')).toBeNull();
  });
});

describe('kindsWithTheirOwn', () => {
  it('are those whose part rests on a history they have', () => {
    const own = (kind: string) => (kind === 'seed' ? null : kindHistory());
    expect(kindsWithTheirOwn(plan, 'leads', own)).toEqual(['net', 'spear']);
    expect(kindsWithTheirOwn(plan, 'leads', () => null)).toEqual([]);
  });

  it('are named, and said to be all where they are', () => {
    expect(unusedSentence('leads', ['net', 'spear'])).toBe(
      'Not used for Nets and Spears: their new leads follow your history, which has its own season.',
    );
    expect(unusedSentence('quarter', ['seed', 'net', 'spear'])).toContain('deals of all kinds close');
    expect(unusedSentence('leads', [])).toBeNull();
  });
});

describe('seasonSentence', () => {
  it('names the highest and the lowest month as they count', () => {
    const drawn = withSeason(withFactor(withFactor(season, 'leads', 11, 1.6), 'leads', 6, 0.4));
    expect(seasonSentence(drawn)).toBe(
      'Most leads in December (**160%** of an ordinary month), fewest in July (**40%**).',
    );
    const weak = withAssumption(drawn, { kind: null, of: 'seasonStrength' }, { value: 0 });
    expect(seasonSentence(weak)).toBe('No season: each month brings its share of leads.');
    const one = (factor: number): string =>
      seasonSentence(withSeason(withFactor(season, 'leads', 11, factor)));
    expect(one(1.55)).toContain('Most leads in December');
    expect(one(1.55)).not.toContain('January');
    expect(one(0.45)).toContain('Fewest leads in December');
    const four = [10, 11].reduce((changed, at) => withFactor(changed, 'leads', at, 2), season);
    expect(seasonSentence(withSeason(four))).toContain('Leads lie between **86%** and **171%**');
    speak('sv');
    expect(plain(seasonSentence(drawn))).toBe(
      'Flest leads i december (**160 %** av en vanlig månad), minst i juli (**40 %**).',
    );
  });
});

describe('seasonSentence beside deals', () => {
  it('is the history’s where every kind that is forecast follows its own', () => {
    const own = (kind: string) => (kind === 'seed' ? null : kindHistory());
    expect(isOfHistory(plan, 'leads', own)).toBe(true);
    expect(isOfHistory(plan, 'leads', () => null)).toBe(false);
    const { kinds } = plan;
    const mixed = { ...kinds, net: { ...kinds.net, basis: { ...kinds.net.basis, leads: 'plan' as const } } };
    expect(isOfHistory({ ...plan, kinds: mixed }, 'leads', own)).toBe(false);
    expect(seasonSentence(plan, 'own')).toBe('As in your history.');
    expect(seasonSentence(plan, 'theirs')).toBe('As in the sender’s deals.');
  });
});

describe('weightSentence', () => {
  it('says whether the past speaks for a season or for chance', () => {
    expect(weightSentence('leads', 0.72)).toBe('Your deals: 72% likely that new leads have a yearly season.');
    expect(weightSentence('quarter', 0.2)).toContain('only 20% likely');
  });
});

describe('monthsOfQuarter', () => {
  it('follows the fiscal year', () => {
    expect(monthsOfQuarter(0, 1)).toBe('Jan, Apr, Jul, Oct');
    expect(monthsOfQuarter(2, 2)).toBe('Jan, Apr, Jul, Oct');
    expect(monthsOfQuarter(0, 9)).toBe('Mar, Jun, Sep, Dec');
  });
});
