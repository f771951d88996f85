import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import { PLAN_LIMITS } from '../../../src/state/plan/limits';
import { doubtRamp, lengthenRamp, shortenRamp } from '../../../src/state/plan/ramp';

const { ramp } = defaultPlan('SEK').kinds.spear;

describe('lengthenRamp', () => {
  it('adds a month half-way to full output', () => {
    expect(lengthenRamp(ramp).map(({ value }) => value)).toEqual([0.1, 0.4, 0.7, 0.85]);
    expect(lengthenRamp([])).toHaveLength(1);
  });

  it('stops at as many months as a plan may hold', () => {
    let longest = ramp;
    for (let times = 0; times < 40; times++) longest = lengthenRamp(longest);
    expect(longest).toHaveLength(PLAN_LIMITS.ramp.max);
    expect(longest.every(({ value }) => value <= 1)).toBe(true);
  });
});

describe('shortenRamp', () => {
  it('takes the last month away, and nothing where there is none', () => {
    expect(shortenRamp(ramp)).toEqual(ramp.slice(0, 2));
    expect(shortenRamp([])).toEqual([]);
  });
});

describe('doubtRamp', () => {
  it('makes every month as doubtful', () => {
    expect(doubtRamp(ramp, 'roughly').map(({ doubt }) => doubt)).toEqual(['roughly', 'roughly', 'roughly']);
  });
});
