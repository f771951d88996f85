import type * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Plan } from '../../src/engine';
import type { ImportMapping } from '../../src/workspace/importTypes';
import type { dealEditSchema } from '../../src/workspace/schemas/dealEdit';
import type { importRecordSchema } from '../../src/workspace/schemas/importRecord';
import type { mappingSchema } from '../../src/workspace/schemas/mapping';
import type { planSchema } from '../../src/workspace/schemas/plan';
import type { planBookSchema } from '../../src/workspace/schemas/planBook';
import type { sharedForecastSchema } from '../../src/workspace/schemas/sharedForecast';
import type { settingsSchema } from '../../src/workspace/schemas/settings';
import type { keptFitSchema } from '../../src/workspace/schemas/keptFit';
import type { trackRecordSchema } from '../../src/workspace/schemas/trackRecord';
import type { SharedForecast } from '../../src/workspace/sharedForecast';
import type {
  DealEdit,
  ImportRecord,
  PlanBook,
  Settings,
  KeptFit,
  TrackRecord,
} from '../../src/workspace/types';

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
type Same<One, Other> =
  (<T>() => T extends Frozen<One> ? 1 : 2) extends <T>() => T extends Frozen<Other> ? 1 : 2 ? true : false;

it('has schemas of exactly the contract types (the compiler checks it)', () => {
  const same: {
    settings: Same<v.InferOutput<typeof settingsSchema>, Settings>;
    plan: Same<v.InferOutput<typeof planSchema>, Plan>;
    mapping: Same<v.InferOutput<typeof mappingSchema>, ImportMapping>;
    importRecord: Same<v.InferOutput<typeof importRecordSchema>, ImportRecord>;
    edit: Same<v.InferOutput<typeof dealEditSchema>, DealEdit>;
    trackRecord: Same<v.InferOutput<typeof trackRecordSchema>, TrackRecord>;
    keptFit: Same<v.InferOutput<typeof keptFitSchema>, KeptFit>;
    planBook: Same<v.InferOutput<typeof planBookSchema>, PlanBook>;
    shared: Same<v.InferOutput<typeof sharedForecastSchema>, SharedForecast>;
  } = {
    settings: true,
    plan: true,
    mapping: true,
    importRecord: true,
    edit: true,
    trackRecord: true,
    keptFit: true,
    planBook: true,
    shared: true,
  };
  expect(Object.values(same)).not.toContain(false);
});
