import type { FunnelModel, KindModel } from '../funnel/model';
import { exactMean, type KindMean, type MonthMean } from '../simulate/exactMean';

/** A forecast total with its variance by parts, each relative to the squared mean. */
export interface PredictedTotal {
  mean: number;
  /** What chance and the doubt of the parameters bring: which deals close, and what they are worth. */
  natural: number;
  /** What the method itself may be off by: the level error. */
  level: number;
}

/** Of a model: each of the first months, and those months together. */
export interface Predicted {
  wins: readonly PredictedTotal[];
  revenue: readonly PredictedTotal[];
  quarter: PredictedTotal;
}

const MONTHS = 3;

/**
 * Means and variances of the first three months' wins and won value in closed form: wins of new leads Poisson, of open deals
 * binomial, deal values of the kinds' variation, doubts of conversion, arrivals and value as independent factors, the level
 * error as one factor on all.
 *
 * @param model a fitted one
 */
export function predictMonths(model: FunnelModel): Predicted {
  const months = exactMean(model).slice(0, MONTHS);
  const totalOf = (from: number, to: number, level: number, isValue: boolean): PredictedTotal => {
    const kinds = sumByKind(months.slice(from, to));
    const mean = sumOf(kinds, isValue ? valueOf : winsOf);
    if (!(mean > 0)) return { mean: 0, natural: 0, level: 0 };
    const chance = chanceVariance(model, kinds, from, to, isValue) / (mean * mean);
    return { mean, natural: chance + doubtOf(model, kinds, to - from, isValue), level };
  };
  const levelAt = (month: number): number => model.levelVariance[month] ?? 0;
  return {
    wins: months.map((_, month) => totalOf(month, month + 1, levelAt(month), false)),
    revenue: months.map((_, month) => totalOf(month, month + 1, levelAt(month), true)),
    quarter: totalOf(0, months.length, levelAt(Math.floor(MONTHS / 2)), true),
  };
}

/** Variance of the wins, or of their value, that chance alone brings in the months `from` to `to` (without it). */
function chanceVariance(
  model: FunnelModel,
  kinds: readonly KindMean[],
  from: number,
  to: number,
  isValue: boolean,
): number {
  const ofNew = kinds.reduce((sum, { kind, winsFromNew, valueFromNew }) => {
    if (!isValue || !(winsFromNew > 0)) return sum + winsFromNew;
    const variation = model.kinds.find((each) => each.kind === kind)?.value.variation ?? 0;
    return sum + ((1 + variation * variation) * valueFromNew * valueFromNew) / winsFromNew;
  }, 0);
  return model.open.reduce((sum, { count, winChance, value, valueByMonth }) => {
    let chance = 0;
    let worth = 0;
    let square = 0;
    for (let month = from; month < to; month++) {
      const wins = winChance[month] ?? 0;
      const mean = isValue ? value.mean * (valueByMonth?.[month] ?? 1) : 1;
      chance += wins;
      worth += wins * mean;
      square += wins * mean * mean;
    }
    const squaredVariation = isValue ? value.variation * value.variation : 0;
    return chance > 0 ? sum + count * ((1 + squaredVariation) * square - worth * worth) : sum;
  }, ofNew);
}

function winsOf({ winsFromOpen, winsFromNew }: KindMean): number {
  return winsFromOpen + winsFromNew;
}

function valueOf({ valueFromOpen, valueFromNew }: KindMean): number {
  return valueFromOpen + valueFromNew;
}

function sumOf(kinds: readonly KindMean[], measure: (kind: KindMean) => number): number {
  return kinds.reduce((sum, kind) => sum + measure(kind), 0);
}

function sumByKind(months: readonly MonthMean[]): KindMean[] {
  const [first, ...later] = months;
  if (first === undefined) return [];
  return later.reduce<KindMean[]>(
    (sums, { kinds }) =>
      sums.map((sum, slot) => {
        const kind = kinds[slot]!;
        return {
          kind: sum.kind,
          leads: sum.leads + kind.leads,
          winsFromOpen: sum.winsFromOpen + kind.winsFromOpen,
          winsFromNew: sum.winsFromNew + kind.winsFromNew,
          valueFromOpen: sum.valueFromOpen + kind.valueFromOpen,
          valueFromNew: sum.valueFromNew + kind.valueFromNew,
          cost: sum.cost + kind.cost,
        };
      }),
    first.kinds.slice(),
  );
}

/** Relative variance from the doubts of the kinds' conversions, arrivals and values. */
function doubtOf(model: FunnelModel, kinds: readonly KindMean[], months: number, isValue: boolean): number {
  const measure = isValue ? valueOf : winsOf;
  const total = sumOf(kinds, measure);
  return kinds.reduce((sum, kind) => {
    const own = model.kinds.find((each) => each.kind === kind.kind);
    if (own === undefined || !(total > 0)) return sum;
    const share = measure(kind) / total;
    const shareOfNew = (isValue ? kind.valueFromNew : kind.winsFromNew) / total;
    const { doubt, overdispersion } = own.arrivals;
    const onAll = conversionDoubt(own) + (isValue ? own.value.doubt ** 2 : 0);
    return sum + share * share * onAll + shareOfNew * shareOfNew * (doubt * doubt + overdispersion / months);
  }, 0);
}

/** Squared variation of the chance to win. */
function conversionDoubt({ closing }: KindModel): number {
  if (closing.by !== 'hazards' || closing.conversion.cases === null || !(closing.conversion.mean > 0))
    return 0;
  const { mean, cases } = closing.conversion;
  return (1 - mean) / (mean * (cases + 1));
}
