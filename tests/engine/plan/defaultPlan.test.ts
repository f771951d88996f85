import { describe, expect, it } from 'vitest';
import {
  DEFAULT_STAGE_NAMES,
  assumptionAt,
  defaultPlan,
  placeKey,
  placesOf,
  type KindPlan,
} from '../../../src/engine';

/** Each number within 1e-9 of its expectation: the same products in another order. */
function close(numbers: readonly number[]): unknown[] {
  return numbers.map((number) => expect.closeTo(number, 9) as unknown);
}

describe('defaultPlan(currency, stageNames)', () => {
  it('has four stages that convert and last as the sources say, and all is a guess but what everybody knows of their own company', () => {
    const plan = defaultPlan('SEK');
    expect(plan.stageNames).toEqual(DEFAULT_STAGE_NAMES);
    const whole = (kind: KindPlan): number[] => [
      kind.stages.reduce((product, stage) => product * stage.conversion.value, 1),
      kind.stages.reduce((sum, stage) => sum + stage.days.value, 0),
    ];
    expect(whole(plan.kinds.seed)).toEqual(close([0.25 * 0.35, 30]));
    expect(whole(plan.kinds.net)).toEqual(close([0.15 * 0.2, 76]));
    expect(whole(plan.kinds.spear)).toEqual(close([0.14 * 0.2, 152]));
    const sureOf = placesOf(plan).filter((place) => assumptionAt(plan, place)?.doubt !== 'guess');
    expect(sureOf.map(placeKey)).toEqual([
      'seed.variation',
      'net.spendToday',
      'net.spendPerMonth',
      'net.variation',
      'spear.prospectors',
      'spear.variation',
      'company.seasonStrength',
      'company.sellers',
    ]);
    expect(sureOf.map((place) => assumptionAt(plan, place)?.doubt)).toEqual(sureOf.map(() => 'sure'));
  });

  it('values deals in round figures of the currency, the spears’ three times as high', () => {
    expect(defaultPlan('SEK').kinds.seed.dealValue.value).toBe(100_000);
    expect(defaultPlan('USD').kinds.spear.dealValue.value).toBe(30_000);
    // XXX is ISO 4217's code for no currency: it stands here for every one without a figure of its own.
    expect(defaultPlan('XXX').kinds.net.dealValue.value).toBe(10_000);
  });

  it('takes translated stage names', () => {
    expect(defaultPlan('SEK', ['Ett', 'Två', 'Tre', 'Fyra']).stageNames).toEqual([
      'Ett',
      'Två',
      'Tre',
      'Fyra',
    ]);
  });
});
