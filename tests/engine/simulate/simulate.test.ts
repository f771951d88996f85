import { describe, expect, it } from 'vitest';
import { simulate, type FunnelModel } from '../../../src/engine';
import { kindOf, modelOf, stages } from './models';

const certain = (changes: Partial<FunnelModel> = {}): FunnelModel =>
  modelOf({
    count: 6,
    open: [{ kind: 'net', count: 2, winChance: [1], value: { mean: 1234.5678, variation: 0 } }],
    ...changes,
  });

describe('simulate', () => {
  it('gives certainty where there is no chance', () => {
    const { months, running } = simulate(certain(), { paths: 7, seed: 1 });
    // 1234.5678 at the six digits of a link.
    expect(months[0]!.value).toEqual({
      mean: 2469.14,
      q05: 2469.14,
      q10: 2469.14,
      q25: 2469.14,
      q50: 2469.14,
      q75: 2469.14,
      q90: 2469.14,
      q95: 2469.14,
    });
    expect(months[0]!.wins.q50).toBe(2);
    expect(months[1]!.value.mean).toBe(0);
    expect(running.at(-1)!.q05).toBe(2469.14);
  });

  it('answers a model of nothing with nothing', () => {
    const { months, quarters, nextTwelve } = simulate(modelOf({ count: 3 }), { paths: 3, seed: 1 });
    expect(months.map(({ value }) => value.mean)).toEqual([0, 0, 0]);
    expect(quarters).toHaveLength(1);
    expect(nextTwelve).toMatchObject({ alreadyWon: 0, kinds: [], isWhole: false });
  });

  it('adds what is already won to the month, the quarter and the year it belongs to, and to nothing else', () => {
    const history = [
      { month: '2025-12' as const, kind: 'net' as const, leads: 1, wins: 1, value: 1000 },
      { month: '2026-01' as const, kind: 'net' as const, leads: 2, wins: 1, value: 10_000 },
      { month: '2026-04' as const, kind: 'seed' as const, leads: 3, wins: 1, value: 100_000 },
      { month: '2026-05' as const, kind: 'net' as const, leads: 4, wins: 1, value: 1_000_000 },
    ];
    const model = certain({
      ...modelOf({ from: '2026-05', count: 8, startDay: 11 }),
      open: certain().open,
      history,
    });
    const forecast = simulate(model, { paths: 5, seed: 1 });
    const [first, second] = forecast.months;
    expect(first).toMatchObject({ alreadyWon: 1_000_000, wins: { mean: 3 } });
    expect(first!.value.mean).toBeCloseTo(1_002_469.14, 6);
    expect(second!.alreadyWon).toBe(0);
    expect(forecast.running.at(-1)!.mean).toBeCloseTo(1_002_469.14, 6);
    expect(forecast.quarters[0]).toMatchObject({
      from: '2026-04',
      to: '2026-06',
      alreadyWon: 1_100_000,
      isWhole: true,
    });
    expect(forecast.quarters[0]!.kinds.map(({ kind, leads }) => [kind, leads])).toEqual([
      ['seed', 3],
      ['net', 4],
    ]);
    expect(forecast.years).toHaveLength(1);
    expect(forecast.years[0]).toMatchObject({
      from: '2026-01',
      to: '2026-12',
      alreadyWon: 1_110_000,
      isWhole: true,
    });
    expect(forecast.nextTwelve).toMatchObject({
      from: '2026-05',
      to: '2027-04',
      alreadyWon: 1_000_000,
      isWhole: false,
    });
    expect(forecast.past).toEqual(history);
  });

  it('says which periods are whole: neither begun before the data nor longer than the forecast', () => {
    const history = [{ month: '2026-02' as const, kind: 'net' as const, leads: 1, wins: 1, value: 1 }];
    const model = modelOf({ from: '2026-05', count: 11, fiscalYearStart: 1, history });
    const { quarters, years, months, nextTwelve } = simulate(model, { paths: 1, seed: 1 });
    expect(quarters.map(({ from, isWhole }) => [from, isWhole])).toEqual([
      ['2026-04', true],
      ['2026-07', true],
      ['2026-10', true],
      ['2027-01', true],
    ]);
    expect(years.map(({ from, isWhole }) => [from, isWhole])).toEqual([
      ['2026-01', false],
      ['2027-01', false],
    ]);
    expect(months.every(({ isWhole }) => isWhole)).toBe(true);
    expect(nextTwelve.isWhole).toBe(false);
    const unknown = simulate(modelOf({ startDay: 4 }), { paths: 1, seed: 1 });
    expect([unknown.months[0]!.isWhole, unknown.months[1]!.isWhole, unknown.quarters[0]!.isWhole]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('widens wins by one level shock for all months, its mean kept at 1', () => {
    const kind = kindOf('net', new Array<number>(6).fill(400), stages([0.5, 5]));
    const model = modelOf({ count: 6, kinds: [kind] });
    const request = { paths: 20_000, seed: 9 };
    const sure = simulate(model, request).nextTwelve.wins;
    const shaken = simulate({ ...model, levelVariance: new Array<number>(6).fill(0.09) }, request).nextTwelve
      .wins;
    // Standard error of the mean of a factor with sd 0.3: 0.002; 4.5 of them.
    expect(Math.abs(shaken.mean / sure.mean - 1)).toBeLessThan(0.01);
    // A log-normal with sd 0.3 of the log: 80 % between its quantiles at ±1.2816 × 0.3.
    const width = Math.log(shaken.q90 / shaken.q10);
    expect(Math.abs(width / (2 * 1.2816 * 0.3) - 1)).toBeLessThan(0.05);
  });

  it('keeps the shock of a lead month with its cohort: wins spread as leads do, not more', () => {
    const monthly = [300, 0, 0, 0, 0, 0];
    const overdispersion = 0.25;
    const kind = kindOf('net', monthly, stages([0.5, 40]));
    const model = modelOf({ count: 6, kinds: [{ ...kind, arrivals: { ...kind.arrivals, overdispersion } }] });
    const { wins } = simulate(model, { paths: 20_000, seed: 10 }).nextTwelve;
    // Nearly all 150 wins fall within six months. Variance: Poisson 150, shock 0.25 × 150²; 80 % within ±1.2 sd or so.
    const sd = Math.sqrt(wins.mean + overdispersion * wins.mean ** 2);
    expect(Math.abs((wins.q90 - wins.q10) / sd - 2.48)).toBeLessThan(0.08);
  });

  it('moves open deals with the conversion of their kind and never wins more than there are', () => {
    const kind = kindOf('net', [], stages([0.5, 10]));
    const doubted: FunnelModel = modelOf({
      count: 2,
      kinds: [
        {
          ...kind,
          closing: {
            by: 'stages',
            stages: [
              { name: '', conversion: { mean: 0.5, cases: 8 }, days: { mean: 10, shape: 1, doubt: 0 } },
            ],
          },
        },
      ],
      open: [{ kind: 'net', count: 100, winChance: [0.2, 0.2], value: { mean: 10, variation: 0 } }],
    });
    const { wins } = simulate(doubted, { paths: 10_000, seed: 11 }).nextTwelve;
    // 40 on average; sd of the drawn conversion ÷ mean is √(0.25 ÷ 9) ÷ 0.5 = 1/3, so wins have an sd near 14, not 5.
    expect(Math.abs(wins.mean - 40)).toBeLessThan(0.7);
    expect(wins.q90 - wins.q10).toBeGreaterThan(30);
    const sure = {
      ...doubted,
      levelVariance: [1, 1],
      open: [{ ...doubted.open[0]!, winChance: [0.5, 0.5] }],
    };
    expect(simulate(sure, { paths: 500, seed: 11 }).nextTwelve.distribution.at(-1)).toBe(1000);
  });

  it('refuses anything but a whole number of paths', () => {
    expect(() => simulate(modelOf({}), { paths: 0, seed: 1 })).toThrow(RangeError);
    expect(() => simulate(modelOf({}), { paths: 1.5, seed: 1 })).toThrow(RangeError);
  });

  it('does not notice digits that a link would not carry', () => {
    const model = (leads: number): FunnelModel =>
      modelOf({ kinds: [kindOf('net', [leads], stages([0.5, 9]))] });
    const request = { paths: 20, seed: 1 };
    expect(simulate(model(12.3456789), request)).toEqual(simulate(model(12.3457), request));
  });
});
