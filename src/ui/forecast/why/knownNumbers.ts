import type { Category, CategorySum, Explanation } from '../../../engine';

/** A step of the categories as sales people read them: what is won, and all that is at least so sure. */
export interface CategoryStep {
  category: Exclude<Category, 'omitted'>;
  /** What is already won and this and all surer categories. */
  upTo: number;
  sum: CategorySum | null;
}

const STEPS = ['commit', 'bestCase', 'pipeline'] as const;

/** Commit, with best case, with all pipeline: each on top of what is already won. */
export function categorySteps({ categories }: Explanation, alreadyWon: number): readonly CategoryStep[] {
  let upTo = alreadyWon;
  return STEPS.map((category) => {
    const sum = categories.find((each) => each.category === category) ?? null;
    upTo += sum?.amount ?? 0;
    return { category, upTo, sum };
  });
}

/** Where categories and chances are from: the export for all, for some or for none of the deals. */
export type From = 'all' | 'some' | 'none';

export function categoriesFromExport({ categories }: Explanation): From {
  const deals = categories.reduce((total, each) => total + each.deals, 0);
  const byChance = categories.reduce((total, each) => total + each.byChance, 0);
  if (byChance === 0) return deals === 0 ? 'none' : 'all';
  return byChance === deals ? 'none' : 'some';
}

/** Which words say where the pipeline's chances are from. */
export function chanceSource({ pipeline }: Explanation): 'crm' | 'both' | 'own' | 'all' | 'none' {
  const { crm, stage, all } = pipeline.chanceFrom;
  if (crm > 0) return stage + all > 0 ? 'both' : 'crm';
  if (stage > 0) return 'own';
  return all > 0 ? 'all' : 'none';
}

/** What the forecast expects in these months of open deals that are not dated in them. */
export function expectedBeyond({ pipeline }: Explanation): number {
  const { otherMonth, overdue, undated } = pipeline.places;
  return otherMonth.expected + overdue.expected + undated.expected;
}
