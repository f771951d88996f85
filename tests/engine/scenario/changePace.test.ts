import { describe, expect, it } from 'vitest';
import { applyChanges, daysInMonth, type Month, type OpenGroup } from '../../../src/engine';
import { planWith } from '../plan/surePlan';
import { kindOf, modelOf, stages } from '../simulate/models';
import { change, during, sum, valueByMonth, winsByMonth } from './changeCases';

const PLAN = planWith({});
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'] as const;

/** Time that has passed for a lead by a day, by definition: a day takes 1 ÷ factor of one while the change lasts. */
function timePassed(day: number, factors: readonly number[], firstDay: number): number {
  let edge = -firstDay;
  let passed = 0;
  for (const [index, factor] of factors.entries()) {
    const length = daysInMonth(months[index] as Month);
    const ahead = Math.max(0, Math.min(day, edge + length) - Math.max(0, edge));
    passed += ahead / factor;
    edge += length;
  }
  return passed;
}

/** 64-bit steps are of no use here: a generator of its own, unlike the engine's (mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('days that are longer or shorter for a while', () => {
  const factors = [1, 2, 2, 0.5, 1, 1];
  const changes = [
    change({ what: 'days', kind: 'spear', factor: 2 }, during('2026-02', 2)),
    change({ what: 'days', kind: 'spear', factor: 0.5 }, during('2026-04', 1)),
  ];

  it.each([0, 12])('make wins as leads walked one by one do, from day %i of the month on', (startDay) => {
    const monthly = [31 - startDay, 28, 31, 30, 31, 30];
    const model = modelOf({
      count: 6,
      startDay,
      kinds: [kindOf('spear', monthly, stages([1, 20], [1, 35, 2]))],
    });
    const expected = winsByMonth(applyChanges(model, PLAN, changes).model);

    const random = mulberry(7);
    const exponential = (mean: number): number => -mean * Math.log(1 - random());
    const leads = 50_000;
    const horizon = sum(monthly);
    const edges = months.map((_, month) => sum(monthly.slice(0, month + 1)));
    const passed = edges.map((edge) => timePassed(edge, factors, startDay));
    const wins = new Array<number>(6).fill(0);
    for (let lead = 0; lead < leads; lead++) {
      // Leads come evenly over all days, one a day; the second stage is a gamma of shape 2.
      const came = random() * horizon;
      const due =
        timePassed(came, factors, startDay) + exponential(20) + exponential(17.5) + exponential(17.5);
      const month = passed.findIndex((time) => time > due);
      if (month >= 0) wins[month]! += 1;
    }
    wins.forEach((count, month) => {
      const share = count / leads;
      const standardError = horizon * Math.sqrt((share * (1 - share)) / leads);
      expect(Math.abs(horizon * share - (expected[month] ?? NaN))).toBeLessThan(5 * standardError + 1e-9);
    });
  });

  it('leave what is won in the end, the leads and the rhythm of the quarter as they are', () => {
    const model = modelOf({
      count: 60,
      kinds: [kindOf('spear', [100], stages([0.3, 20]))],
      quarterRhythm: [0.6, 0.9, 1.5],
    });
    const slow = applyChanges(model, PLAN, [change({ what: 'days', kind: 'all', factor: 1.5 })]).model;
    expect(sum(winsByMonth(slow))).toBeCloseTo(30, 4);
    expect(slow.kinds[0]?.arrivals).toEqual(model.kinds[0]?.arrivals);
    expect(slow.quarterRhythm).toEqual(model.quarterRhythm);
  });

  it('make a stage of exponential time with factor f the stage f times as long', () => {
    const of = (days: number) =>
      modelOf({ kinds: [kindOf('net', new Array<number>(12).fill(10), stages([0.5, days]))] });
    const slow = applyChanges(of(30), PLAN, [change({ what: 'days', kind: 'net', factor: 1.4 })]).model;
    const whole = winsByMonth(of(42));
    winsByMonth(slow).forEach((wins, month) => expect(wins).toBeCloseTo(whole[month] ?? NaN, 3));
  });
});

describe('open deals while time is slower or faster', () => {
  const open: OpenGroup = {
    kind: 'seed',
    count: 10,
    winChance: [0.1, 0.08, 0.06, 0.04, 0.03, 0.02],
    value: { mean: 100, variation: 0 },
    valueByMonth: [1, 1.2, 1.4, 1.6, 1.8, 2],
  };
  // From May on all six months count 31, 30, 31, 31, 30 and 31 days.
  const model = modelOf({ from: '2026-05', count: 6, open: [open] });
  const at = (factor: number, patch = during('2026-05', null)) =>
    applyChanges(model, PLAN, [change({ what: 'days', kind: 'all', factor }, patch)]).model;

  it('twice as slow: half of a month is spread over each, worked by hand', () => {
    const slow = at(2).open[0];
    // 31 days take the first 15.5 of May; 30 more the next 15; 31 the last half day of May and 15 of June's 30 …
    const may = 0.1 / 31;
    const june = 0.08 / 30;
    expect(slow?.winChance[0]).toBeCloseTo(15.5 * may, 12);
    expect(slow?.winChance[1]).toBeCloseTo(15 * may, 12);
    expect(slow?.winChance[2]).toBeCloseTo(0.5 * may + 15 * june, 12);
    expect(slow?.valueByMonth?.[2]).toBeCloseTo((0.5 * may + 1.2 * 15 * june) / (0.5 * may + 15 * june), 12);
  });

  it('as slow for a month only: what was to come is put off by its half', () => {
    const slow = at(2, during('2026-05', 1)).open[0];
    expect(slow?.winChance[0]).toBeCloseTo(0.05, 12);
    expect(slow?.winChance[1]).toBeCloseTo(0.05 + (0.08 * 14.5) / 30, 12);
  });

  it('twice as fast: past the last month chances go on falling as they fell', () => {
    const fast = at(0.5).open[0];
    expect(fast?.winChance[0]).toBeCloseTo(0.1 + (0.08 * 31) / 30 - (0.08 * 1) / 30 + 0.06 / 31, 12);
    const total = sum(fast?.winChance ?? []);
    // 0.33 within the months known; the three last bring 0.09 after 0.24: from 0.03 on, each month ∛(0.09 ÷ 0.24) of the one before.
    const decline = (0.09 / 0.24) ** (1 / 3);
    const tail = [1, 2, 3, 4, 5, 6].reduce((all, month) => all + 0.03 * decline ** month, 0);
    expect(total).toBeGreaterThan(0.33);
    expect(total).toBeCloseTo(0.33 + tail, 3);
    expect(fast?.valueByMonth?.[5]).toBeCloseTo(2, 12);
  });

  it('never win more deals than there are', () => {
    const sure = modelOf({ count: 4, open: [{ ...open, winChance: [0.1, 0.2, 0.3, 0.4] }] });
    const fast = applyChanges(sure, PLAN, [change({ what: 'days', kind: 'all', factor: 0.1 })]).model;
    expect(sum(fast.open[0]?.winChance ?? [])).toBeCloseTo(1, 12);
  });

  it('keep the quarter’s rhythm in its months, winning no more by it', () => {
    const plain = [0.06, 0.06, 0.06, 0.06, 0.06, 0.06];
    const rhythm = [0.5, 1, 1.5] as const;
    const own = modelOf({
      from: '2026-04',
      count: 6,
      quarterRhythm: rhythm,
      open: [
        {
          ...open,
          winChance: plain.map((chance, month) => chance * (rhythm[month % 3] ?? 1)),
          valueByMonth: [],
        },
      ],
    });
    const slow = applyChanges(own, PLAN, [change({ what: 'days', kind: 'all', factor: 1.5 })]).model;
    const chances = slow.open[0]?.winChance ?? [];
    expect((chances[2] ?? NaN) / (chances[0] ?? NaN)).toBeGreaterThan(2.5);
    expect(sum(chances)).toBeLessThan(sum(plain));
    expect(valueByMonth(slow).every((value) => value > 0)).toBe(true);
  });
});
