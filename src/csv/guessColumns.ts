import type { Confidence, Meaning } from '../workspace/importTypes';
import type { Counted } from './column';
import { detectDateFormat } from './dates';
import { normaliseHeader } from './headers';
import { NEVER_TAKEN } from './meaningNames';
import { detectDecimalMark } from './numbers';
import { guessOutcome } from './outcomes';
import type { ColumnProfile } from './profileColumns';
import { countColumn, isYesOrNo, uniqueness } from './profileColumns';
import type { Table } from './table';

/** Rows of a table by which a column is judged. */
export interface Sample {
  table: Table;
  rows: readonly number[];
}
type Chosen = Map<number, { meaning: Meaning; confidence: Confidence; stage?: string }>;

const MOST_CATEGORIES = 12;

interface Guess {
  meaning: Meaning;
  /** Header words, or null where the content alone decides. */
  words: RegExp | null;
  holds(sample: Sample, profile: ColumnProfile): boolean;
}

function isDates(sample: Sample, profile: ColumnProfile): boolean {
  return profile.filled > 0 && detectDateFormat(cellsOf(sample, profile)).readable >= 0.9;
}

function isNumbers(sample: Sample, profile: ColumnProfile): boolean {
  return profile.filled > 0 && detectDecimalMark(cellsOf(sample, profile)).readable >= 0.9;
}

function isLabels(_sample: Sample, profile: ColumnProfile): boolean {
  return profile.labels !== null && profile.filled >= 0.3;
}

function isFewLabels(_sample: Sample, profile: ColumnProfile): boolean {
  return profile.labels !== null && profile.labels.size > 0 && profile.labels.size <= MOST_CATEGORIES;
}

function isOutcome(_sample: Sample, profile: ColumnProfile): boolean {
  const outcomes = new Set([...(profile.labels?.keys() ?? [])].map(guessOutcome));
  return outcomes.has('won') && (outcomes.has('lost') || outcomes.has('open'));
}

function cellsOf({ table, rows }: Sample, { index }: ColumnProfile): Iterable<Counted> {
  return countColumn(table, index, rows);
}

/** For meanings no known header names: words inside the header, checked by content. All are marked as guesses. */
const GUESSES: readonly Guess[] = [
  {
    meaning: 'amount',
    words: /(value|amount|belopp|varde|betrag|wert|montant|importe|valor|bedrag|waarde)$/,
    holds: isNumbers,
  },
  {
    // Mostly given to open deals alone.
    meaning: 'category',
    words:
      /(probability|forecast|sannolikhet|wahrscheinlichkeit|probabilite|probabilidade?|waarschijnlijkheid|kans)$|forecast category|^prognos|^categor.a? de prev/,
    holds: isFewLabels,
  },
  { meaning: 'source', words: /source|kalla$|quelle$|orige[nm]|\bbron$/, holds: isLabels },
  {
    meaning: 'owner',
    words: /\b(owner|agent|rep|saljare|verkaufer|vendeur|vendedor|verkoper)\b/,
    holds: isLabels,
  },
  {
    meaning: 'created',
    words: /creat|opened|skapa|erstell|creation|creacion|criacao|aangemaakt|aanmaak/,
    holds: isDates,
  },
  { meaning: 'closeDate', words: /clos|avslut|abschluss|cloture|cierre|fechamento|sluiting/, holds: isDates },
  { meaning: 'stage', words: /stage|steg\b|phase|etapa?\b|etape|fase\b/, holds: isLabels },
  {
    meaning: 'id',
    words: /\b(id|nr|number|key)$/,
    holds: ({ table, rows }, { index }) => uniqueness(table, index, rows) === 1,
  },
];

/** Without these nothing can be made of a file, so content alone may speak. */
const CONTENT_GUESSES: readonly Guess[] = [
  {
    meaning: 'created',
    words: null,
    holds: (sample, profile) => profile.filled > 0.9 && isDates(sample, profile),
  },
  { meaning: 'status', words: null, holds: isOutcome },
  { meaning: 'status', words: /^won\??$/, holds: (_sample, profile) => isYesOrNo(profile) },
];

/** Adds guesses for what is still missing to `chosen`. */
export function guessMissing(sample: Sample, profiles: readonly ColumnProfile[], chosen: Chosen): void {
  const taken = new Set([...chosen.values()].map(({ meaning }) => meaning));
  const hasClosing = (): boolean =>
    (['closed', 'closeDate', 'wonOn'] as const).some((meaning) => taken.has(meaning));
  for (const guess of [...GUESSES, ...CONTENT_GUESSES]) {
    if (taken.has(guess.meaning)) continue;
    if (guess.meaning === 'closeDate' && hasClosing()) continue;
    if (guess.meaning === 'status' && taken.has('stage')) continue;
    const profile = profiles.find((candidate) => {
      const name = normaliseHeader(candidate.header);
      if (chosen.has(candidate.index) || NEVER_TAKEN.test(name)) return false;
      return (guess.words?.test(name) ?? true) && guess.holds(sample, candidate);
    });
    if (!profile) continue;
    chosen.set(profile.index, { meaning: guess.meaning, confidence: 'guess' });
    taken.add(guess.meaning);
  }
}
