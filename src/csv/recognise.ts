import type { ColumnMapping, Confidence, Meaning, Vendor } from '../workspace/importTypes';
import { COLUMNS_PER_FILE } from '../workspace/limits';
import { detectDateFormat } from './dates';
import { guessMissing } from './guessColumns';
import { normaliseHeader, withoutRemark } from './headers';
import { MEANING_NAMES, NEVER_TAKEN } from './meaningNames';
import { detectDecimalMark } from './numbers';
import { guessOutcome } from './outcomes';
import type { ColumnProfile } from './profileColumns';
import { sampleRows, uniqueness } from './profileColumns';
import type { Table } from './readTable';
import { readStageEntryHeader } from './stages';
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

interface Candidate {
  profile: ColumnProfile;
  rank: number;
  isExact: boolean;
}

/** Cells of a column. */
export function* columnCells(rows: readonly (readonly string[])[], index: number): Generator<string> {
  for (const row of rows) yield row[index] ?? '';
}

/** Meaning of each column, at most one column for a meaning (but for stage entries). */
export function recogniseColumns(
  table: Table,
  allProfiles: readonly ColumnProfile[],
  vendor: Vendor,
): ColumnMapping[] {
  const rows = sampleRows(table);
  const chosen = new Map<number, { meaning: Meaning; confidence: Confidence; stage?: string }>();
  // No export has more; what lies beyond is left out.
  const profiles = allProfiles.slice(0, COLUMNS_PER_FILE);
  for (const { index, header } of profiles) {
    const entry = readStageEntryHeader(header);
    if (entry) chosen.set(index, { meaning: 'stageEntry', confidence: 'sure', stage: entry.stage });
  }
  for (const [meaning, names] of Object.entries(MEANING_NAMES) as [Meaning, string][]) {
    const candidates = profiles.flatMap((profile) => findCandidate(profile, names.split('|')));
    if (meaning === 'amount' && hasRawExpectedRevenue(table.headers)) {
      for (const profile of profiles) {
        if (normaliseHeader(profile.header) !== 'expected revenue') continue;
        candidates.push({ profile, rank: -1, isExact: true });
      }
    }
    const best = candidates
      .filter(({ profile }) => !chosen.has(profile.index) && fits(rows, profile, meaning))
      .sort((a, b) => sortKey(a) - sortKey(b))[0];
    if (!best) continue;
    const isSure = vendor !== 'generic' && best.isExact;
    chosen.set(best.profile.index, { meaning, confidence: isSure ? 'sure' : 'likely' });
  }
  guessMissing(rows, profiles, chosen);
  return profiles.map(({ index, header }) => ({
    index,
    header,
    ...(chosen.get(index) ?? { meaning: 'ignore', confidence: vendor === 'generic' ? 'likely' : 'sure' }),
  }));
}

function sortKey({ profile, rank }: Candidate): number {
  return rank + (profile.filled < HARDLY_FILLED ? 1000 : 0);
}

function findCandidate(profile: ColumnProfile, names: readonly string[]): Candidate[] {
  const name = normaliseHeader(profile.header);
  if (NEVER_TAKEN.test(name)) return [];
  const exact = names.indexOf(name);
  if (exact !== -1) return [{ profile, rank: exact, isExact: true }];
  const rank = names.indexOf(withoutRemark(name));
  return rank === -1 ? [] : [{ profile, rank: rank + 0.5, isExact: false }];
}

function fits(rows: readonly (readonly string[])[], profile: ColumnProfile, meaning: Meaning): boolean {
  if (profile.filled === 0) return meaning !== 'status';
  const cells = columnCells(rows, profile.index);
  if (DATE_MEANINGS.has(meaning)) return detectDateFormat(cells).readable >= LEAST_READABLE;
  if (meaning === 'amount' || meaning === 'probability') {
    return detectDecimalMark(cells).readable >= LEAST_READABLE;
  }
  if (meaning === 'status') {
    const labels = [...(profile.labels?.keys() ?? [])];
    // A file of nothing but open deals has no closed word, yet its status says something: that all are open.
    return labels.some(isClosedWord) || labels.every((label) => guessOutcome(label) === 'open');
  }
  if (meaning === 'stage') return profile.labels !== null;
  if (meaning === 'id') return uniqueness(rows, profile.index) >= LEAST_READABLE;
  return true;
}

function isClosedWord(label: string): boolean {
  const outcome = guessOutcome(label);
  return outcome === 'won' || outcome === 'lost';
}
