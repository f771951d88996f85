import type { Bridge, BridgePart } from '../../../src/engine';

export function partOf(patch: Partial<BridgePart>): BridgePart {
  return {
    ...{ cause: 'leads', kind: 'net', stage: null, value: -100, low: -150, high: -50, isWithinNoise: false },
    ...{ before: 40, now: 24, change: -0.4, since: null, sureness: 1, n: 100 },
    ...patch,
  };
}

/** Its causes are those of the parts that are of a kind and not within noise; the ends follow from the parts. */
export function bridgeWith(parts: readonly BridgePart[], compared = 1000): Bridge {
  const gap = parts.reduce((sum, { value }) => sum + value, 0);
  return {
    ...{ against: 'lastYear', period: { from: 20_727, to: 20_780 }, base: { from: 20_362, to: 20_415 } },
    ...{ actual: compared + gap, compared, gap, parts },
    causes: parts.filter(({ kind, isWithinNoise }) => kind !== null && !isWithinNoise),
    ...{ volume: 0, mix: 0, luck: { wins: 0, sizes: 0 }, notes: [] },
  };
}
