import type { Meaning } from '../workspace/importTypes';
import { m } from './paraglide/messages';

const MEANINGS = {
  id: m.pipeline_meaning_id,
  name: m.pipeline_meaning_name,
  company: m.pipeline_meaning_company,
  owner: m.pipeline_meaning_owner,
  source: m.pipeline_meaning_source,
  pipeline: m.pipeline_meaning_pipeline,
  created: m.pipeline_meaning_created,
  closed: m.pipeline_meaning_closed,
  wonOn: m.pipeline_meaning_wonOn,
  lostOn: m.pipeline_meaning_lostOn,
  expectedClose: m.pipeline_meaning_expectedClose,
  closeDate: m.pipeline_meaning_closeDate,
  amount: m.pipeline_meaning_amount,
  currency: m.pipeline_meaning_currency,
  stage: m.pipeline_meaning_stage,
  status: m.pipeline_meaning_status,
  lostReason: m.pipeline_meaning_lostReason,
  probability: m.pipeline_meaning_probability,
  category: m.pipeline_meaning_category,
  stageEntry: m.pipeline_meaning_stageEntry,
  ignore: m.pipeline_meaning_ignore,
} satisfies Record<Meaning, () => string>;

/** What a column holds, in words: "Created on". */
export function meaningName(meaning: Meaning): string {
  return MEANINGS[meaning]();
}

export function isMeaning(value: string): value is Meaning {
  return Object.hasOwn(MEANINGS, value);
}
