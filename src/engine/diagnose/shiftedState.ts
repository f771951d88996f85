import type { StateRates } from './stateRates';

/**
 * How far a state is from its usual rates: log odds of passing on rather than dropping out, and log speed. In an ordinary state
 * both are 0. Who passes takes as long as before whatever the odds; who drops, too: the mixture of the two, not a factor on a
 * hazard, so that a worse conversion is not read as slowness where those who drop take longer.
 */
export interface Shift {
  odds: number;
  speed: number;
}

export const USUAL: Shift = { odds: 0, speed: 0 };

/** Share passed and share dropped by a number of days in the state, and the days lived there until then. */
interface Run {
  passed: number;
  dropped: number;
  lived: number;
}

/** A state's usual rates, run from its beginning: closed form within bins. */
export interface RunState {
  at: (days: number) => Run;
  /** Share that passes in the end. */
  conversion: number;
  /** Mean days until they do; 0 where none does. */
  meanDays: number;
}

export function runState({ ageFrom, passed, dropped }: StateRates): RunState {
  const bins = ageFrom.length;
  const open = new Float64Array(bins).fill(1);
  const before = Array.from({ length: bins }, (): Run => ({ passed: 0, dropped: 0, lived: 0 }));
  let days = 0;
  const within = (bin: number, width: number): Run & { open: number } => {
    const rate = passed[bin]! + dropped[bin]!;
    const stays = Math.exp(-rate * width);
    const lived = rate > 0 ? (open[bin]! * (1 - stays)) / rate : open[bin]! * width;
    const { passed: passedBefore, dropped: droppedBefore, lived: livedBefore } = before[bin]!;
    return {
      passed: passedBefore + lived * passed[bin]!,
      dropped: droppedBefore + lived * dropped[bin]!,
      lived: livedBefore + lived,
      open: open[bin]! * stays,
    };
  };
  for (let bin = 0; bin < bins; bin++) {
    const from = ageFrom[bin]!;
    const width = (ageFrom[bin + 1] ?? Infinity) - from;
    const after = within(bin, width);
    const rate = passed[bin]! + dropped[bin]!;
    // Days until passing, of those who do it in this bin: those before it, and the mean of a cut exponential.
    const stays = Math.exp(-rate * width);
    const inside = rate > 0 ? (1 - stays) / rate - (stays > 0 ? width * stays : 0) : 0;
    days += (after.passed - before[bin]!.passed) * from + (open[bin]! * passed[bin]! * inside) / rate;
    if (bin + 1 < bins) {
      open[bin + 1] = after.open;
      before[bin + 1] = after;
    }
  }
  const conversion = within(bins - 1, Infinity).passed;
  return {
    at: (time) => {
      if (!(time > 0)) return { passed: 0, dropped: 0, lived: 0 };
      let bin = 0;
      while (bin + 1 < bins && ageFrom[bin + 1]! <= time) bin++;
      return within(bin, time - ageFrom[bin]!);
    },
    conversion,
    meanDays: conversion > 0 ? days / conversion : 0,
  };
}

/** Conversion at other odds. */
export function shiftedConversion(conversion: number, odds: number): number {
  const factor = Math.exp(odds);
  return (conversion * factor) / (1 - conversion + conversion * factor);
}

/** Shares passed and dropped by a time in the shifted state. */
export function shiftedRun(
  state: RunState,
  { odds, speed }: Shift,
  days: number,
): { passed: number; dropped: number } {
  const { passed, dropped } = state.at(days * Math.exp(speed));
  const { conversion } = state;
  const now = shiftedConversion(conversion, odds);
  return {
    passed: conversion > 0 ? (passed * now) / conversion : 0,
    dropped: conversion < 1 ? (dropped * (1 - now)) / (1 - conversion) : 0,
  };
}
