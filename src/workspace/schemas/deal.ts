import type { DealRecord, StageEntry } from '../../engine';
import { AMOUNT, FIRST_DAY, LAST_DAY, STAGE_ENTRIES_PER_DEAL, TEXT_LENGTH } from '../limits';

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_LENGTH;
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isDay = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= FIRST_DAY && (value as number) <= LAST_DAY;
const isDayOrNull = (value: unknown): boolean => value === null || isDay(value);
const isBetween = (value: unknown, low: number, high: number): boolean =>
  typeof value === 'number' && value >= low && value <= high;

function isStageEntries(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > STAGE_ENTRIES_PER_DEAL) return false;
  return value.every(
    (entry: unknown) =>
      typeof entry === 'object' &&
      entry !== null &&
      'stage' in entry &&
      'day' in entry &&
      isText(entry.stage) &&
      isDay(entry.day) &&
      (!('isSeen' in entry) || entry.isSeen === undefined || entry.isSeen === true),
  );
}

function isSlips(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { times, days, since } = value as Record<string, unknown>;
  const isCount = (number: unknown): boolean => Number.isSafeInteger(number) && (number as number) > 0;
  return isCount(times) && isCount(days) && isDay(since);
}

/** One check for each field: a field added to `DealRecord` does not compile until it has one. */
const FIELD_CHECKS: { readonly [Field in keyof DealRecord]-?: (value: unknown) => boolean } = {
  id: isText,
  name: isText,
  company: isTextOrNull,
  owner: isTextOrNull,
  source: isTextOrNull,
  pipeline: isTextOrNull,
  created: isDay,
  closedBeforeCreated: (value) => value === undefined || value === true,
  outcome: (value) => value === 'open' || value === 'won' || value === 'lost',
  closed: isDayOrNull,
  expectedClose: isDayOrNull,
  amount: (value) => value === null || isBetween(value, -AMOUNT, AMOUNT),
  currency: isTextOrNull,
  stage: isTextOrNull,
  stageEntries: isStageEntries,
  lostReason: isTextOrNull,
  probability: (value) => value === null || isBetween(value, 0, 1),
  category: isTextOrNull,
  slips: (value) => value === undefined || isSlips(value),
};

const FIELDS = Object.entries(FIELD_CHECKS) as readonly [keyof DealRecord, (value: unknown) => boolean][];

/** The name of the first field that is missing or outside its limits, `''` if it is no object at all, null if it is a deal. */
export function findDealFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return '';
  const fields = value as Record<string, unknown>;
  for (const [field, isValid] of FIELDS) {
    if (!isValid(fields[field])) return field;
  }
  return null;
}

/**
 * A deal with its known fields and nothing else, or null. Written by hand where the rest of the workspace has schemas:
 * 100,000 deals took the validation library 0.9 s at every start, this 0.1 s.
 */
export function admitDeal(value: unknown): DealRecord | null {
  if (findDealFault(value) !== null) return null;
  const deal = value as DealRecord;
  return {
    id: deal.id,
    name: deal.name,
    company: deal.company,
    owner: deal.owner,
    source: deal.source,
    pipeline: deal.pipeline,
    created: deal.created,
    ...(deal.closedBeforeCreated && { closedBeforeCreated: true as const }),
    outcome: deal.outcome,
    closed: deal.closed,
    expectedClose: deal.expectedClose,
    amount: deal.amount,
    currency: deal.currency,
    stage: deal.stage,
    stageEntries: deal.stageEntries.map(({ stage, day, isSeen }: StageEntry) => ({
      stage,
      day,
      ...(isSeen && { isSeen }),
    })),
    lostReason: deal.lostReason,
    probability: deal.probability,
    category: deal.category,
    ...(deal.slips && {
      slips: { times: deal.slips.times, days: deal.slips.days, since: deal.slips.since },
    }),
  };
}
