import type { ImportMapping, Meaning } from '../workspace/importTypes';
import { countValues } from './dataset';
import type { ColumnReader } from './dataset';
import { guessOutcome } from './outcomes';
import type { InspectedStage } from './types';

/** More labels than this are not labels. */
const MOST_LABELS = 500;

/** The stages in the funnel's order, then the labels that say won, then lost, each with its deals and their pipelines. */
export function describeStages(
  readers: ReadonlyMap<Meaning, readonly ColumnReader[]>,
  mapping: ImportMapping,
  rows: readonly number[],
): InspectedStage[] {
  const stage = readers.get('stage')?.[0];
  const pipeline = readers.get('pipeline')?.[0];
  const counts = new Map<string, { count: number; pipelines: Map<string, number> }>();
  for (const label of mapping.stageOrder) counts.set(label, { count: 0, pipelines: new Map() });
  const names = pipeline ? [...countValues(pipeline, rows).keys()].filter((name) => name !== '') : [];
  const [onlyPipeline] = names;
  if (stage) {
    for (const [label, count] of countValues(stage, rows)) {
      if (label === '' || (counts.size > MOST_LABELS && !counts.has(label))) continue;
      // One pipeline for all needs no counting row by row.
      const known = names.length === 1 && onlyPipeline !== undefined ? [[onlyPipeline, count] as const] : [];
      counts.set(label, { count, pipelines: new Map(known) });
    }
  }
  if (stage && pipeline && names.length > 1) {
    for (const row of rows) {
      const counted = counts.get(stage.read(row));
      const name = pipeline.read(row);
      if (counted && name !== '') counted.pipelines.set(name, (counted.pipelines.get(name) ?? 0) + 1);
    }
  }
  const decidesByStage = !readers.has('status');
  const order = { open: 0, won: 1, lost: 2 };
  return [...counts]
    .map(([label, { count, pipelines }]): InspectedStage => {
      const outcome = (decidesByStage ? mapping.outcomes[label] : undefined) ?? guessOutcome(label) ?? 'open';
      const byCount = [...pipelines].sort((a, b) => b[1] - a[1]).map(([name]) => name);
      return { label, outcome, count, pipelines: byCount };
    })
    .sort((a, b) => order[a.outcome] - order[b.outcome]);
}
