import type { Outcome } from '../engine';

/** Words of any language without accents. Lost first: "Closed Lost", "Not won". */
const LOST =
  /\b(lost|lose|loss|not won|dead|abandoned|disqualified|unqualified|rejected|declined|cancell?ed|no sale|no decision|not relevant|duplicate|forlorad|forlorat|tappad|verloren|perdue?|perdid[oa])\b/;
const WON =
  /\b(won|win|sold|signed|order received|project completed|invoice sent|vunnen|vunnet|gewonnen|gagnee?|ganad[oa])\b/;
const OPEN =
  /\b(open|active|in progress|pending|on hold|new|working|oppen|pagaende|offen|en cours|abiert[oa])\b/;

function plainWords(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a stage or status label says by its words (emoji, numbering and accents aside); null = nothing. */
export function guessOutcome(label: string): Outcome | null {
  const words = plainWords(label);
  if (LOST.test(words)) return 'lost';
  if (WON.test(words)) return 'won';
  return OPEN.test(words) ? 'open' : null;
}
