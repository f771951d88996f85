import {
  assumptionAt,
  ASSUMPTION_RULES,
  monthOfDay,
  monthsBetween,
  placesOf,
  type HistorySummary,
  type ModelNote,
  type Month,
  type Plan,
} from '../../engine';

/** Fewer wins than this and one deal more or less changes the answer; the same count the method asks for. */
const FEW_WINS = 30;
/** A season of the year shows only from two of them. */
const SEASON_MONTHS = 24;

/** What a forecast without a track record rests on. */
export type Grounds =
  | { on: 'plan'; guesses: number; assumptions: number }
  | { on: 'history'; wins: number; months: number; isFew: boolean; isShort: boolean };

/** Counts what is there to trust: wins and months of the history, or the assumptions and how many are guesses. */
export function groundsOf(history: HistorySummary | null, plan: Plan): Grounds {
  if (history && history.kinds.some((kind) => kind.won > 0)) {
    // Only wins with a day say when deals close, and only months after a left edge say how often.
    const undated = Number(noteOf(history, 'wonWithoutDate')?.['count'] ?? 0);
    const wins = Math.max(0, history.kinds.reduce((total, kind) => total + kind.won, 0) - undated);
    const firstMonth =
      (noteOf(history, 'leftEdge')?.['month'] as Month | undefined) ?? monthOfDay(history.firstCreated);
    const months = monthsBetween(firstMonth, monthOfDay(history.dataDay)) + 1;
    return { on: 'history', wins, months, isFew: wins < FEW_WINS, isShort: months < SEASON_MONTHS };
  }
  // What is nothing (no growth, no discount) is hardly a guess; what the company costs moves no sale.
  const assumptions = placesOf(plan)
    .filter((place) => place.kind !== null && ASSUMPTION_RULES[place.of].hasDoubt)
    .flatMap((place) => assumptionAt(plan, place) ?? [])
    .filter(({ value }) => value !== 0);
  const guesses = assumptions.filter(({ doubt }) => doubt === 'guess').length;
  return { on: 'plan', guesses, assumptions: assumptions.length };
}

function noteOf(history: HistorySummary, code: ModelNote['code']): ModelNote['params'] | undefined {
  return history.notes.find((note) => note.code === code)?.params;
}
