import type { ImportStage } from '../../../state/importStage';
import type { ImportRecord } from '../../../workspace/types';

/** How many of the user's own deals an import takes the place of; none of the example's, nor where the same files are read again. */
export function dealsReplaced(
  stage: ImportStage,
  active: Pick<ImportRecord, 'isExample' | 'report'> | null,
): number {
  const isReread = stage.name === 'checking' && stage.replaces !== null;
  return active === null || active.isExample || isReread ? 0 : active.report.deals;
}
