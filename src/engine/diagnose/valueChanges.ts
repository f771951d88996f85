import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { amountIn } from '../fit/fitValues';
import type { MonthGrid } from '../fit/monthGrid';
import {
  drawnStep,
  levelIn,
  logBayesFactor,
  normalisedWeights,
  type ChangingLevel,
  type StepGuess,
} from './changePoints';

/** What a win of one kind brings, and how that has changed. */
export interface ValueChanges {
  /** Level of the log of the value of a win. */
  level: ChangingLevel;
  /** Mean value of a win at level 0; wins without an amount count as bringing nothing, as in the record. */
  mean: number;
  /** Variation of single wins: sd ÷ mean. */
  variation: number;
  wins: number;
}

const CHANCE_OF_CHANGE = 0.07;
const USUAL_STEP = 0.4;
const MONTHS_BACK = 18;
const MONTHS_BEFORE = 3;
const FEWEST_WINS = 5;
/** A kind is drawn to all as if so many of its wins were like theirs. */
const POOL_WINS = 10;
const LEAST_VARIANCE_OF_LOG = 0.01;

interface WonAmounts {
  /** By month: wins with an amount above nothing, Σ of the logs. */
  counts: Float64Array;
  logs: Float64Array;
  squares: number;
  sum: number;
  squaredSum: number;
  wins: number;
}

/** Per kind, in the order of `KINDS`; months before `firstMonth` are left out. */
export function valueChanges(
  deals: readonly Deal[],
  currency: string,
  grid: MonthGrid,
  firstMonth: number,
): ValueChanges[] {
  const amounts = KINDS.map(() => emptyAmounts(grid.months.length));
  for (const deal of deals) {
    if (deal.outcome !== 'won' || deal.closed === null || deal.closed < grid.firstDay) continue;
    const month = grid.monthOfOffset[deal.closed - grid.firstDay];
    if (month === undefined || month < firstMonth) continue;
    addWin(amounts[KINDS.indexOf(deal.kind)]!, month, amountIn(deal, currency) ?? 0);
  }
  const wins = amounts.reduce((sum, own) => sum + own.wins, 0);
  const pool = wins > 0 ? amounts.reduce((sum, own) => sum + own.sum, 0) / wins : 0;
  const poolSquare = wins > 0 ? amounts.reduce((sum, own) => sum + own.squaredSum, 0) / wins : 0;
  return amounts.map((own) => {
    const level = levelOf(own, firstMonth);
    let weighed = 0;
    own.counts.forEach((count, month) => (weighed += count * Math.exp(levelIn(level, month))));
    const bare = own.wins - own.counts.reduce((sum, count) => sum + count, 0);
    const mean = (own.sum + POOL_WINS * pool) / (weighed + bare + POOL_WINS);
    const square = (own.squaredSum + POOL_WINS * poolSquare) / (own.wins + POOL_WINS);
    const usual = (own.sum + POOL_WINS * pool) / (own.wins + POOL_WINS);
    const variance = Math.max(0, square - usual * usual);
    return { level, mean, variation: usual > 0 ? Math.sqrt(variance) / usual : 0, wins: own.wins };
  });
}

function emptyAmounts(months: number): WonAmounts {
  return {
    counts: new Float64Array(months),
    logs: new Float64Array(months),
    ...{ squares: 0, sum: 0, squaredSum: 0, wins: 0 },
  };
}

function addWin(amounts: WonAmounts, month: number, amount: number): void {
  amounts.wins++;
  amounts.sum += amount;
  amounts.squaredSum += amount * amount;
  if (!(amount > 0)) return;
  const log = Math.log(amount);
  amounts.counts[month]!++;
  amounts.logs[month]! += log;
  amounts.squares += log * log;
}

/** As `stateChanges`, for the mean of the logs of values: one level with a known spread. */
function levelOf({ counts, logs, squares }: WonAmounts, firstMonth: number): StepGuess[] {
  const months = counts.length;
  const sum = (of: Float64Array, from: number, to: number): number =>
    of.subarray(from, to).reduce((total, each) => total + each, 0);
  const all = sum(counts, firstMonth, months);
  if (all < 2 * FEWEST_WINS) return [];
  const mean = sum(logs, firstMonth, months) / all;
  const spread = Math.max(LEAST_VARIANCE_OF_LOG, (squares - all * mean * mean) / (all - 1));
  const earliest = Math.max(firstMonth + MONTHS_BEFORE, months - MONTHS_BACK);
  const tried = Math.max(1, months - earliest);
  const guesses: StepGuess[] = [];
  const scores: number[] = [];
  for (let month = earliest; month < months; month++) {
    const before = sum(counts, firstMonth, month);
    const after = sum(counts, month, months);
    if (before < FEWEST_WINS || after < FEWEST_WINS) continue;
    const step = sum(logs, month, months) / after - sum(logs, firstMonth, month) / before;
    const estimate = { step, variance: spread * (1 / before + 1 / after) };
    guesses.push({ month, weight: 0, ...drawnStep(estimate, USUAL_STEP), after: after / all });
    scores.push(Math.log(CHANCE_OF_CHANGE / tried) + logBayesFactor(estimate, USUAL_STEP));
  }
  const weights = normalisedWeights(scores, Math.log(1 - CHANCE_OF_CHANGE));
  return guesses.map((guess, at) => ({ ...guess, weight: weights[at]! }));
}
