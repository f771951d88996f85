import type { ColumnMapping, Confidence, Meaning, Vendor } from '../workspace/importTypes';
import { COLUMNS_PER_FILE } from '../workspace/limits';
import { detectDateFormat } from './dates';
import { guessMissing } from './guessColumns';
import type { Sample } from './guessColumns';
import { normaliseHeader, withoutRemark } from './headers';
import { MEANING_NAMES, NEVER_TAKEN } from './meaningNames';
import { detectDecimalMark } from './numbers';
import { guessOutcome } from './outcomes';
import type { ColumnProfile } from './profileColumns';
import { countColumn, isYesOrNo, sampleRows, uniqueness } from './profileColumns';
import type { Table } from './table';
import { readStageEntryHeader } from './stages';
import { VENDOR_NAMES } from './vendorNames';
import { hasRawExpectedRevenue } from './vendors';

export const DATE_MEANINGS: ReadonlySet<Meaning> = new Set([
  'created',
  'closed',
  'wonOn',
  'lostOn',
  'expectedClose',
  'closeDate',
  'stageEntry',
]);

/** A column in which fewer cells read as what its header says holds something else (Salesforce's `Closed`: TRUE). */
const LEAST_READABLE = 0.5;
/** A column hardly anyone fills in gives way to the next best name. */
const HARDLY_FILLED = 0.01;

type Chosen = Map<number, { meaning: Meaning; confidence: Confidence; stage?: string }>;

interface Candidate {
  profile: ColumnProfile;
  rank: number;
  isExact: boolean;
}

/** Meaning of each column, at most one column for a meaning (but for stage entries). */
export function recogniseColumns(
  table: Table,
  allProfiles: readonly ColumnProfile[],
  vendor: Vendor,
): ColumnMapping[] {
  const sample: Sample = { table, rows: sampleRows(table) };
  const chosen: Chosen = new Map();
  // No export has more; what lies beyond is left out.
  const profiles = allProfiles.slice(0, COLUMNS_PER_FILE);
  const pipelines = pipelineLabels(profiles);
  for (const { index, header } of profiles) {
    const entry = readStageEntryHeader(header, pipelines);
    if (entry) chosen.set(index, { meaning: 'stageEntry', confidence: 'sure', stage: entry.stage });
  }
  const take = (meaning: Meaning, names: readonly string[]): boolean => {
    const candidates = profiles.flatMap((profile) => findCandidate(profile, meaning, names));
    if (meaning === 'amount' && vendor === 'generic' && hasRawExpectedRevenue(table.headers)) {
      candidates.push(...profiles.filter(isExpectedRevenue).map(asFirst));
    }
    const best = candidates
      .filter(({ profile }) => !chosen.has(profile.index) && fits(sample, profile, meaning))
      .sort((a, b) => sortKey(a) - sortKey(b))[0];
    if (!best) return false;
    const isSure = vendor !== 'generic' && best.isExact;
    chosen.set(best.profile.index, { meaning, confidence: isSure ? 'sure' : 'likely' });
    return true;
  };
  const isTaken = new Set<Meaning>();
  for (const [meaning, names] of Object.entries(VENDOR_NAMES[vendor]) as [Meaning, string][]) {
    if (take(meaning, names.split('|'))) isTaken.add(meaning);
  }
  for (const [meaning, names] of Object.entries(MEANING_NAMES) as [Meaning, string][]) {
    if (!isTaken.has(meaning)) take(meaning, names.split('|'));
  }
  guessMissing(sample, profiles, chosen);
  takeUnreadable(sample, profiles, chosen);
  return profiles.map(({ index, header }) => ({
    index,
    header,
    ...(chosen.get(index) ?? { meaning: 'ignore', confidence: vendor === 'generic' ? 'likely' : 'sure' }),
  }));
}

/**
 * In a file without any dates to choose from, a column that is called the day of creation is it although nobody can
 * read it: better to show it, each row with its reason, than to say that there is no such column.
 */
function takeUnreadable(sample: Sample, profiles: readonly ColumnProfile[], chosen: Chosen): void {
  if ([...chosen.values()].some(({ meaning }) => meaning === 'created')) return;
  if (profiles.some((profile) => profile.filled > 0 && fits(sample, profile, 'created'))) return;
  const names = (MEANING_NAMES.created ?? '').split('|');
  const named = profiles.find(
    (profile) =>
      !chosen.has(profile.index) && profile.filled > 0 && findCandidate(profile, 'created', names).length > 0,
  );
  if (named) chosen.set(named.index, { meaning: 'created', confidence: 'guess' });
}

function pipelineLabels(profiles: readonly ColumnProfile[]): string[] {
  const names = (MEANING_NAMES.pipeline ?? '').split('|');
  const column = profiles.find(({ header }) => names.includes(normaliseHeader(header)));
  return [...(column?.labels?.keys() ?? [])];
}

function isExpectedRevenue({ header }: ColumnProfile): boolean {
  return normaliseHeader(header) === 'expected revenue';
}

function asFirst(profile: ColumnProfile): Candidate {
  return { profile, rank: -1, isExact: true };
}

function sortKey({ profile, rank }: Candidate): number {
  return rank + (profile.filled < HARDLY_FILLED ? 1000 : 0);
}

function findCandidate(profile: ColumnProfile, meaning: Meaning, names: readonly string[]): Candidate[] {
  const name = normaliseHeader(profile.header);
  const exact = names.indexOf(name);
  const isNamed = exact !== -1 && (meaning === 'previousStage' || isRawInVendor(name));
  if (NEVER_TAKEN.test(name) && !isNamed) return [];
  if (exact !== -1) return [{ profile, rank: exact, isExact: true }];
  const rank = names.indexOf(withoutRemark(name));
  return rank === -1 ? [] : [{ profile, rank: rank + 0.5, isExact: false }];
}

/** Weighted in most CRMs, the plain amount in those whose own names list it. */
function isRawInVendor(name: string): boolean {
  return /^expected (revenue|mrr)$/.test(name);
}

function fits({ table, rows }: Sample, profile: ColumnProfile, meaning: Meaning): boolean {
  if (profile.filled === 0) return meaning !== 'status';
  const cells = countColumn(table, profile.index, rows);
  if (DATE_MEANINGS.has(meaning)) return detectDateFormat(cells).readable >= LEAST_READABLE;
  if (meaning === 'amount' || meaning === 'probability') {
    return detectDecimalMark(cells).readable >= LEAST_READABLE;
  }
  if (meaning === 'status') {
    const labels = [...(profile.labels?.keys() ?? [])];
    // A file of nothing but open deals has no closed word, yet its status says something: that all are open.
    if (normaliseHeader(profile.header) === 'active') return isYesOrNo(profile);
    return labels.some(isClosedWord) || labels.every((label) => guessOutcome(label) === 'open');
  }
  if (meaning === 'stage') return profile.labels !== null;
  if (meaning === 'id') return uniqueness(table, profile.index, rows) >= LEAST_READABLE;
  return true;
}

function isClosedWord(label: string): boolean {
  const outcome = guessOutcome(label);
  return outcome === 'won' || outcome === 'lost';
}
