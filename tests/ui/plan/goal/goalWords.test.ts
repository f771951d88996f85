import { afterEach, describe, expect, it } from 'vitest';
import { defaultPlan, leversOf, placesOf, type GoalAnswer, type LeverAnswer } from '../../../../src/engine';
import { sortAnswers, stretchOf } from '../../../../src/ui/plan/goal/ease';
import { answerText } from '../../../../src/ui/plan/goal/findings';
import { changeText, leverField, leverName } from '../../../../src/ui/plan/goal/leverWords';
import { placeName } from '../../../../src/ui/plan/goal/placeWords';
import { speak } from '../../../i18n/speak';

const plan = defaultPlan('SEK');
const levers = leversOf(plan, null, '2026-11');
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

function answerAt(key: string, setting: number, outcome: LeverAnswer['outcome'] = 'reached'): LeverAnswer {
  const lever = levers.find((each) => each.key === key);
  if (!lever) throw new Error(`no lever ${key}`);
  return { lever, setting, outcome, chance: 0.8, addedCost: null };
}

afterEach(() => speak('en'));

describe('names', () => {
  it('tell all levers of a kind and all places of a kind apart, in both languages', () => {
    for (const locale of ['en', 'sv'] as const) {
      speak(locale);
      const ofLevers = levers.map((lever) => `${lever.kind} ${leverName(plan, lever, '2026-11', 'SEK')}`);
      expect(new Set(ofLevers).size).toBe(levers.length);
      const places = placesOf(plan);
      const ofPlaces = places.map((place) => `${place.kind} ${placeName(plan, place, '2026-11', 'SEK')}`);
      expect(new Set(ofPlaces).size).toBe(places.length);
    }
  });
});

describe('changeText', () => {
  it('says from and to in the unit of the figure', () => {
    speak('en');
    const text = (key: string, to: number) => plain(changeText(answerAt(key, to).lever, to, 'SEK'));
    expect(text('net.winRate', 0.041)).toBe('3% → **4.1%**');
    expect(text('net.leads', 73.5)).toBe('60 → **73.5** a month');
    expect(text('spear.hires', 2)).toBe('0 → **2** people');
    speak('sv');
    expect(text('net.winRate', 0.041)).toBe('3 % → **4,1 %**');
  });
});

describe('leverField', () => {
  it('has its limits as they are typed', () => {
    expect(leverField(answerAt('net.winRate', 0).lever)).toMatchObject({ unit: 'percent', min: 0, max: 100 });
  });
});

describe('sortAnswers', () => {
  it('puts the smallest change in proportion first, and apart what is out of reach', () => {
    const answers = [
      answerAt('net.leads', 120),
      answerAt('net.winRate', 0.033),
      answerAt('seed.leads', 800, 'outOfReach'),
    ];
    const { reached, outOfReach } = sortAnswers(answers);
    expect(reached.map(({ lever }) => lever.key)).toEqual(['net.winRate', 'net.leads']);
    expect(outOfReach.map(({ lever }) => lever.key)).toEqual(['seed.leads']);
  });

  it('counts ten per cent as one step, and no change as none', () => {
    expect(stretchOf(answerAt('net.leads', 66))).toBeCloseTo(1, 9);
    expect(stretchOf(answerAt('net.leads', 60))).toBe(0);
    expect(stretchOf(answerAt('net.growth', 0.02))).toBeCloseTo(2, 9);
  });
});

describe('answerText', () => {
  const base = {
    goal: { measure: 'value', amount: 5e6, from: null, by: '2027-12', chance: 0.8 },
    chance: 0.31,
    mean: 4e6,
    atChance: 3e6,
    alreadyWon: 0,
    levers: [answerAt('net.leads', 90)],
    scaledLeads: null,
    cheapest: null,
    easiest: null,
    withoutCost: [],
    areCostsKnown: true,
  } satisfies GoalAnswer;
  const funnel = { months: [], kinds: [] };
  const say = (patch: Partial<GoalAnswer>) => plain(answerText({ ...base, ...patch }, 'SEK'));

  it('says what it takes, or that nothing does', () => {
    speak('en');
    expect(say({ scaledLeads: { factor: 1.22, chance: 0.8, funnel } })).toBe(
      'Today the chance is **31%**. It takes **22% more leads** of every kind, or one of the changes below.',
    );
    expect(say({ scaledLeads: { factor: 4.5, chance: 0.8, funnel }, levers: [] })).toBe(
      'Today the chance is **31%**. It takes **4.5 times as many leads** of every kind.',
    );
    expect(say({ levers: [] })).toBe(
      'Today the chance is **31%**. No setting gets there; the best is **31%**.',
    );
    expect(say({ chance: 0.86 })).toBe(
      'The chance is already **86%**. With a chance of 80% it comes to **SEK 3,000,000** or more.',
    );
    expect(say({ mean: 0, chance: 0 })).toMatch(/nothing is won/);
  });
});
