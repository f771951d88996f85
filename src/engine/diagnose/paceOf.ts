import { normalQuantile } from '../random/normalQuantile';
import { chanceOfReaching } from '../simulate/distribution';
import type { PeriodForecast } from '../simulate/forecast';
import { normalTail } from './normalTail';
import type { Pace, PaceGrounds, PacePeriod } from './pace';
import { paceLine } from './paceLine';
import { paceRhythm, type PaceRhythm } from './paceRhythm';
import { targetOf } from './paceTargets';
import { pipelineNeed } from './pipelineNeed';

/**
 * Are we on pace? For the current month, fiscal quarter and fiscal year: won so far and the forecast's rest, against the target, the
 * chance of making it, where one would be today by the company's own rhythm, and whether the pipeline there is enough. Every figure of
 * the future is the given forecast's. Empty for a forecast without months.
 */
export function paceOf(grounds: PaceGrounds): Pace[] {
  const { forecast, model, deals } = grounds;
  const [month, quarter, year] = [forecast.months[0], forecast.quarters[0], forecast.years[0]];
  if (month === undefined || quarter === undefined || year === undefined) return [];
  const rhythm = paceRhythm(model, deals);
  const spans = { month, quarter, year };
  return (['month', 'quarter', 'year'] as const).map((period) =>
    paceOfPeriod(grounds, period, spans, rhythm),
  );
}

function paceOfPeriod(
  grounds: PaceGrounds,
  period: PacePeriod,
  spans: Readonly<Record<PacePeriod, PeriodForecast>>,
  rhythm: PaceRhythm,
): Pace {
  const { forecast, model, targets } = grounds;
  const own = spans[period];
  const { from, to, isWhole, alreadyWon, value } = own;
  const target = targetOf(period, spans, targets, rhythm);
  const amount = target !== null && target.amount > 0 ? target.amount : null;
  const line = paceLine(grounds, own, amount, rhythm);
  const onPace = line.find(({ day }) => day === forecast.start - 1)?.onPace ?? null;
  const hasMore = own.kinds.some(({ fromOpen, fromNew }) => fromOpen + fromNew > 0);
  return {
    ...{ period, from, to, isWhole, line },
    target: amount === null ? null : target,
    won: alreadyWon,
    ...{ expected: value.mean, low: value.q10, high: value.q90 },
    attainment: amount === null ? null : value.mean / amount,
    ...chanceOf(own, amount),
    onPace,
    ahead: onPace !== null && onPace > 0 ? (alreadyWon - onPace) / onPace : null,
    isOwnRhythm: rhythm.isOwn,
    need: amount === null || (!hasMore && model.open.length === 0) ? null : pipelineNeed(model, own, amount),
  };
}

/** Points of a spread as shares of the paths. */
const POINTS = [
  ['q05', 0.05],
  ['q10', 0.1],
  ['q25', 0.25],
  ['q50', 0.5],
  ['q75', 0.75],
  ['q90', 0.9],
  ['q95', 0.95],
] as const;

/**
 * Chance of the target. Longer periods carry their distribution; of a month seven points are known: between them, on a normal scale;
 * beyond them only a bound.
 */
function chanceOf(
  { distribution, value, alreadyWon }: PeriodForecast,
  target: number | null,
): Pick<Pace, 'chance' | 'chanceBound'> {
  if (target === null) return { chance: null, chanceBound: null };
  if (alreadyWon >= target) return { chance: 1, chanceBound: null };
  if (distribution.length >= 2) return { chance: chanceOfReaching(distribution, target), chanceBound: null };
  // The share of paths at exactly this point counts as reaching it.
  const at = POINTS.findIndex(([point]) => value[point] >= target);
  if (at === 0) return { chance: 0.95, chanceBound: 'atLeast' };
  if (at < 0) return { chance: 0.05, chanceBound: 'atMost' };
  const [[lowPoint, lowShare], [highPoint, highShare]] = [POINTS[at - 1]!, POINTS[at]!];
  const [low, high] = [value[lowPoint], value[highPoint]];
  const [from, to] = [normalQuantile(lowShare), normalQuantile(highShare)];
  const z = from + ((target - low) / (high - low)) * (to - from);
  return { chance: normalTail(z), chanceBound: null };
}
