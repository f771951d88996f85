import { coverageByChance, type BacktestResult, type ChanceBand } from '../../engine';
import { monthsCovered } from './verdict';

export type CoverageMeasure = 'quarter' | 'revenue' | 'wins';

export interface CoverageRow {
  measure: CoverageMeasure;
  /** What the range promises: 0.8 or 0.5. */
  promised: number;
  held: number;
  cases: number;
  /** Cases that share no month with each other. */
  separate: number;
  /** Where the share would lie by chance alone, were the range right; null where no case is separate. */
  chance: ChanceBand | null;
  verdict: 'asPromised' | 'tooNarrow' | 'tooWide' | 'tooFew';
}

const MEASURES = ['quarter', 'revenue', 'wins'] as const satisfies readonly CoverageMeasure[];
const MONTHS_OF_QUARTER = 3;
/** Where chance alone may give nearly anything, a share says nothing. */
const WIDEST_TELLING = 0.75;

/**
 * How often the ranges held, and what chance alone would give. Three months ahead are forecast from each month end, so each month
 * is forecast three times and quarters overlap: chance is reckoned with the cases that share no month, never with all.
 */
export function coverageRows({ origins, coverage50, coverage80 }: BacktestResult): CoverageRow[] {
  const months = monthsCovered(origins);
  return MEASURES.flatMap((measure) =>
    ([0.8, 0.5] as const).flatMap((promised): CoverageRow[] => {
      const share = (promised === 0.8 ? coverage80 : coverage50)[measure];
      if (share === null) return [];
      const cases = measure === 'quarter' ? origins.length : origins.length * MONTHS_OF_QUARTER;
      const separate = measure === 'quarter' ? Math.floor(months / MONTHS_OF_QUARTER) : months;
      const chance = coverageByChance(promised, separate);
      const verdict =
        chance === null || chance.high - chance.low > WIDEST_TELLING
          ? 'tooFew'
          : share >= chance.low && share <= chance.high
            ? 'asPromised'
            : share < chance.low
              ? 'tooNarrow'
              : 'tooWide';
      return [{ measure, promised, held: Math.round(share * cases), cases, separate, chance, verdict }];
    }),
  );
}
