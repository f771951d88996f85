import type { Outcome } from '../engine';
import type { Progress } from '../worker/protocol';
import type { Confidence, DateOrder, DecimalMark, Meaning, Vendor } from '../workspace/importTypes';
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
  previousStage: m.pipeline_meaning_previousStage,
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

const OUTCOMES = {
  open: m.pipeline_outcome_open,
  won: m.pipeline_outcome_won,
  lost: m.pipeline_outcome_lost,
} satisfies Record<Outcome, () => string>;

export function outcomeName(outcome: Outcome): string {
  return OUTCOMES[outcome]();
}

const CONFIDENCES = {
  sure: m.pipeline_confidence_sure,
  likely: m.pipeline_confidence_likely,
  guess: m.pipeline_confidence_guess,
} satisfies Record<Confidence, () => string>;

export function confidenceName(confidence: Confidence): string {
  return CONFIDENCES[confidence]();
}

const DATE_ORDERS = {
  ymd: m.pipeline_order_ymd,
  dmy: m.pipeline_order_dmy,
  mdy: m.pipeline_order_mdy,
} satisfies Record<DateOrder, () => string>;

export function dateOrderName(order: DateOrder): string {
  return DATE_ORDERS[order]();
}

export function decimalMarkName(mark: DecimalMark): string {
  return mark === '.' ? m.pipeline_mark_point() : m.pipeline_mark_comma();
}

/** Names of products are the same in every language. */
const VENDORS = {
  hubspot: () => 'HubSpot',
  salesforce: () => 'Salesforce',
  pipedrive: () => 'Pipedrive',
  zoho: () => 'Zoho',
  close: () => 'Close',
  attio: () => 'Attio',
  copper: () => 'Copper',
  odoo: () => 'Odoo',
  generic: m.pipeline_vendor_generic,
} satisfies Record<Vendor, () => string>;

export function vendorName(vendor: Vendor): string {
  return VENDORS[vendor]();
}

const STEPS = {
  reading: m.pipeline_progress_reading,
  saving: m.pipeline_progress_saving,
  fitting: m.pipeline_progress_fitting,
  simulating: m.pipeline_progress_simulating,
} satisfies Record<Parameters<Progress>[1], () => string>;

/** What is being done, while it is being done: "Reading the file…". */
export function progressName(step: Parameters<Progress>[1]): string {
  return STEPS[step]();
}

const DELIMITERS: Readonly<Record<string, () => string>> = {
  ',': m.pipeline_check_delimiter_comma,
  ';': m.pipeline_check_delimiter_semicolon,
  '\t': m.pipeline_check_delimiter_tab,
};

/** How the cells of a row are kept apart: "separated by commas". */
export function delimiterName(mark: string): string {
  return DELIMITERS[mark]?.() ?? m.pipeline_check_delimiter_other({ mark });
}
