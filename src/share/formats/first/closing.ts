import type { Closing, FunnelStage, Hazards, Share, StageTime } from '../../../engine';
import { list, nullable, number, struct, variants } from '../../fields';
import { figures, MOST, name } from './values';

const share = struct<Share>({ mean: number, cases: nullable(number) });

const stage = struct<FunnelStage>({
  name,
  conversion: share,
  days: struct<StageTime>({ mean: number, shape: number, doubt: number }),
});

export const closing = variants<Closing>('by', [
  ['stages', struct<{ stages: readonly FunnelStage[] }>({ stages: list(stage, MOST.entries) })],
  [
    'hazards',
    struct<{ hazards: Hazards; conversion: Share }>({
      hazards: struct<Hazards>({ ageFrom: figures, won: figures, lost: figures }),
      conversion: share,
    }),
  ],
]);
