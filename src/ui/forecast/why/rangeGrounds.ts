import { luckHalfWidth, type HistorySummary, type Kind, type Plan } from '../../../engine';
import { isPlanned } from '../kindFacts';
import type { Figure } from './figure';

export interface RangeGrounds {
  wins: number;
  /** Half the width of the 80 % range, and what of it luck alone would leave. */
  half: number;
  luck: number;
  /** Luck alone makes nearly all of it. */
  isMostlyLuck: boolean;
}

/** From here on, what else is in doubt hardly shows. */
const NEARLY_ALL = 0.85;

/** What makes a figure's range wide; null where it has none, or where nothing is left to happen. */
export function rangeGrounds(
  figure: Figure,
  history: HistorySummary | null,
  plan: Plan,
): RangeGrounds | null {
  const { range, winsToCome, kinds, fromOpen, fromNew } = figure;
  if (range === null || winsToCome <= 0 || fromOpen + fromNew <= 0) return null;
  const half = (range.q90 - range.q10) / 2;
  const valueToCome = fromOpen + fromNew;
  const sorts = kinds.map((part) => {
    const share = (part.fromOpen + part.fromNew) / valueToCome;
    // A kind's wins by its share of the value: months already begun have wins in them that are no longer in doubt.
    return {
      wins: winsToCome * share,
      value: valueToCome / winsToCome,
      variation: variationOf(part.kind, history, plan),
    };
  });
  const luck = Math.min(half, luckHalfWidth(sorts));
  return { wins: winsToCome, half, luck, isMostlyLuck: luck >= NEARLY_ALL * half };
}

function variationOf(kind: Kind, history: HistorySummary | null, plan: Plan): number {
  const own = history?.kinds.find((each) => each.kind === kind);
  const assumed = isPlanned(kind) ? plan.kinds[kind] : null;
  if (own && assumed?.basis.value !== 'plan') return own.valueVariation;
  return assumed?.variation.value ?? 1;
}
