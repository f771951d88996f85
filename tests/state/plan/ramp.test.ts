import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import { PLAN_LIMITS } from '../../../src/state/plan/limits';
import { canLengthenRamp, doubtRamp, lengthenRamp, shortenRamp } from '../../../src/state/plan/ramp';

const FIRST = { value: 0.5, doubt: 'guess', from: 'typed' } as const;
const { ramp } = defaultPlan('SEK').kinds.spear;

describe('lengthenRamp', () => {
  it('adds a month half-way to full output', () => {
    expect(lengthenRamp(ramp).map(({ value }) => value)).toEqual([0.1, 0.4, 0.7, 0.85]);
    expect(lengthenRamp([])).toHaveLength(1);
  });

  it('arrives at full output once, and stops there', () => {
    let longest = ramp;
    for (let times = 0; times < 40; times++) longest = lengthenRamp(longest);
    const values = longest.map(({ value }) => value);
    expect(values.at(-1)).toBe(1);
    expect(values.filter((value) => value >= 0.99)).toEqual([1]);
    expect(canLengthenRamp(longest)).toBe(false);
    expect(canLengthenRamp([{ value: 1.2, doubt: 'sure', from: 'typed' }])).toBe(false);
  });

  it('stops at as many months as a plan may hold', () => {
    const longest = Array.from({ length: PLAN_LIMITS.ramp.max }, () => FIRST);
    expect(canLengthenRamp(longest)).toBe(false);
    expect(lengthenRamp(longest)).toBe(longest);
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
