import type { Kind, Month, Plan, WeighedPoint, WeighedRow, Weighing } from '../../../engine';
import { fieldOf } from '../../../state/plan/figureField';
import { leverField, leverName, valueText } from '../goal/leverWords';
import { placeName } from '../goal/placeWords';

/** `find`: what the doubt of a figure does; `improve`: what a step of it does. */
export type MattersQuestion = 'find' | 'improve';

export interface TornadoBar {
  row: WeighedRow;
  /** What the figure's lower and its higher value make of the year. */
  low: WeighedPoint;
  high: WeighedPoint;
  swing: number;
  /** What the end that brings less takes away, and the other one brings, as shares of the longest: 0 to 1. */
  less: number;
  more: number;
}

/** Those that move the year under this question, the most first. */
export function tornado({ base, rows }: Weighing, question: MattersQuestion): TornadoBar[] {
  const bars = rows.flatMap((row) => {
    const isFind = question === 'find';
    const [low, high] = isFind ? [row.low, row.high] : [row.less, row.more];
    const swing = isFind ? row.doubtSwing : row.stepSwing;
    return low && high && swing > 0 ? [{ row, low, high, swing }] : [];
  });
  const moves = ({ low, high }: (typeof bars)[number]): number[] => [
    low.nextTwelve - base.nextTwelve,
    high.nextTwelve - base.nextTwelve,
  ];
  const longest = Math.max(1e-9, ...bars.flatMap((bar) => moves(bar).map(Math.abs)));
  return bars
    .map((bar) => ({
      ...bar,
      less: Math.max(0, -Math.min(...moves(bar))) / longest,
      more: Math.max(0, ...moves(bar)) / longest,
    }))
    .sort((one, other) => other.swing - one.swing);
}

export function kindOf({ what }: WeighedRow): Kind | null {
  return what.basis === 'plan' ? what.place.kind : what.lever.kind;
}

export function nameOf({ what }: WeighedRow, plan: Plan, start: Month, currency: string): string {
  return what.basis === 'plan'
    ? placeName(plan, what.place, start, currency)
    : leverName(plan, what.lever, start, currency);
}

/** A value of the figure in its own unit: "3.2%", "31 a month". */
export function atText({ what }: WeighedRow, value: number, currency: string): string {
  const field = what.basis === 'plan' ? fieldOf(what.place.of, currency) : leverField(what.lever);
  return valueText(value, field, currency);
}
