import type { Meaning } from '../../../workspace/importTypes';

/** In the order they are offered: what a forecast needs first, then what makes it better, then the rest. */
export const MEANINGS: readonly Meaning[] = [
  'ignore',
  'created',
  'stage',
  'status',
  'amount',
  'source',
  'closeDate',
  'closed',
  'wonOn',
  'lostOn',
  'expectedClose',
  'stageEntry',
  'id',
  'name',
  'company',
  'owner',
  'pipeline',
  'currency',
  'probability',
  'category',
  'previousStage',
  'lostReason',
];
