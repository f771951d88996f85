import * as v from 'valibot';
import type { DealRecord } from '../engine';
import { admitDeal, findDealFault } from './schemas/deal';
import { dealEditSchema } from './schemas/dealEdit';
import { importRecordSchema } from './schemas/importRecord';
import { keptFitSchema } from './schemas/keptFit';
import { planBookSchema } from './schemas/planBook';
import { settingsSchema } from './schemas/settings';
import { trackRecordSchema } from './schemas/trackRecord';
import type { DealEdit, ImportRecord, KeptFit, PlanBook, Settings, TrackRecord } from './types';
import { CURRENT_VERSION, migrate } from './versions';
import type { Part, Version } from './versions';

export interface RestoreProblem {
  code: 'notABackup' | 'damagedBackup' | 'newerBackup';
  params: Readonly<Record<string, string | number>>;
}

export type Restored<T> = { ok: true; value: T } | { ok: false; problem: RestoreProblem };

interface PartTypes {
  settings: Settings;
  plan: PlanBook;
  importRecord: ImportRecord;
  deal: DealRecord;
  edit: DealEdit;
  trackRecord: TrackRecord;
  keptFit: KeptFit;
}

const SCHEMAS: {
  readonly [Name in Exclude<Part, 'deal' | 'shared'>]: v.GenericSchema<unknown, PartTypes[Name]>;
} = {
  settings: settingsSchema,
  plan: planBookSchema,
  importRecord: importRecordSchema,
  edit: dealEditSchema,
  trackRecord: trackRecordSchema,
  keptFit: keptFitSchema,
};

/** `damagedBackup` with the place of the fault, such as `plan.plans.0.plan.kinds.seed.stages.0`. */
export function damagedAt(path: string): { ok: false; problem: RestoreProblem } {
  return { ok: false, problem: { code: 'damagedBackup', params: { path } } };
}

function joinPath(...steps: readonly string[]): string {
  return steps.filter((step) => step !== '').join('.');
}

/**
 * The one gate through which anything unknown enters: rows of the database, files, links. Takes a part as it was saved
 * under `version`, migrates it, and returns it with its known fields only, or says where it is damaged. Never throws,
 * and what it lets in meets every limit in `limits`.
 *
 * @example restore('plan', { plans: [] }) // { ok: false, problem: { code: 'damagedBackup', … } }
 */
export function restore<Name extends keyof PartTypes>(
  part: Name,
  value: unknown,
  version: Version = CURRENT_VERSION,
): Restored<PartTypes[Name]> {
  const migrated = migrate(part, value, version);
  if (part === 'deal') {
    const deal = admitDeal(migrated);
    if (deal) return { ok: true, value: deal as PartTypes[Name] };
    return damagedAt(joinPath(part, findDealFault(migrated) ?? ''));
  }
  const schema: v.GenericSchema<unknown, PartTypes[Exclude<keyof PartTypes, 'deal'>]> =
    SCHEMAS[part as Exclude<Name, 'deal'>];
  const result = v.safeParse(schema, migrated);
  if (result.success) return { ok: true, value: result.output as PartTypes[Name] };
  return damagedAt(joinPath(part, v.getDotPath(result.issues[0]) ?? ''));
}

/** A list of one part; the first damaged member refuses the whole list. */
export function restoreList<Name extends keyof PartTypes>(
  part: Name,
  values: unknown,
  maxLength: number,
  version: Version = CURRENT_VERSION,
): Restored<PartTypes[Name][]> {
  if (!Array.isArray(values) || values.length > maxLength) return damagedAt(part);
  const restored: PartTypes[Name][] = [];
  for (const [position, value] of values.entries()) {
    const result = restore(part, value, version);
    if (!result.ok) return damagedAt(`${String(position)}.${String(result.problem.params['path'])}`);
    restored.push(result.value);
  }
  return { ok: true, value: restored };
}
