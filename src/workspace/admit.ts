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
import type { Part } from './versions';

export interface RestoreProblem {
  code: 'notABackup' | 'damagedBackup' | 'newerBackup';
  params: Readonly<Record<string, string | number>>;
}

export type Restored<T> = { ok: true; value: T } | { ok: false; problem: RestoreProblem };

export interface PartTypes {
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
 * A part as it is saved now, with its known fields only, or where it is damaged. Never throws, and what it lets in meets every
 * limit in `limits`. What an older version saved goes through `restore`, which is this behind the migrations.
 */
export function admit<Name extends keyof PartTypes>(part: Name, value: unknown): Restored<PartTypes[Name]> {
  if (part === 'deal') {
    const deal = admitDeal(value);
    if (deal) return { ok: true, value: deal as PartTypes[Name] };
    return damagedAt(joinPath(part, findDealFault(value) ?? ''));
  }
  const schema: v.GenericSchema<unknown, PartTypes[Exclude<keyof PartTypes, 'deal'>]> =
    SCHEMAS[part as Exclude<Name, 'deal'>];
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output as PartTypes[Name] };
  return damagedAt(joinPath(part, v.getDotPath(result.issues[0]) ?? ''));
}

/** A list of one part; the first damaged member refuses the whole list. */
export function admitList<Name extends keyof PartTypes>(
  part: Name,
  values: unknown,
  maxLength: number,
): Restored<PartTypes[Name][]> {
  if (!Array.isArray(values) || values.length > maxLength) return damagedAt(part);
  const admitted: PartTypes[Name][] = [];
  for (const [position, value] of values.entries()) {
    const result = admit(part, value);
    if (!result.ok) return damagedAt(`${String(position)}.${String(result.problem.params['path'])}`);
    admitted.push(result.value);
  }
  return { ok: true, value: admitted };
}
