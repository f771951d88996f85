import type { Outcome } from '../engine';

/**
 * Words without accents: English, Swedish, German, French, Spanish, Portuguese, Dutch. Lost first: "Closed Lost",
 * "Not won", "Nicht gewonnen".
 */
const LOST = new RegExp(
  `\\b(${[
    'lost|lose|loss|not won|dead|abandoned|disqualified|unqualified|rejected|declined|cancell?ed|no sale|no decision|not relevant|not interested|duplicate|closedlost',
    'forlorad|forlorat|forlust|tappad|tappat|avbojd|avbojt|avbruten|inte vunnen|ej vunnen|ej aktuell|nej tack',
    'verloren|abgelehnt|abgesagt|nicht gewonnen|storniert|ausgeschieden|disqualifiziert|kein interesse',
    'perdue?s?|rejetee?|refusee?|abandonnee?|annulee?|sans suite|non gagnee?|disqualifiee?',
    'perdid[oa]s?|rechazad[oa]|cancelad[oa]|descartad[oa]|abandonad[oa]|no ganad[oa]|descalificad[oa]',
    'rejeitad[oa]|recusad[oa]|nao ganh[oa]|perdemos|desqualificad[oa]',
    'afgewezen|afgekeurd|geannuleerd|niet gewonnen|vervallen|gediskwalificeerd',
  ].join('|')})\\b`,
);
const WON = new RegExp(
  `\\b(${[
    'won|closedwon|win|sold|signed|order received|project completed|invoice sent',
    'vunnen|vunnet|vunna|sald|salt|signerad|signerat|order mottagen|avtal paskrivet',
    'gewonnen|verkauft|unterschrieben|unterzeichnet|auftrag erhalten|erfolgreich abgeschlossen',
    'gagnee?s?|remportee?|vendue?|signee?|conclue?',
    'ganad[oa]s?|vendid[oa]|firmad[oa]|cerrad[oa] ganad[oa]',
    'ganh[oa]s?|assinad[oa]|fechad[oa] e ganh[oa]',
    'verkocht|getekend|ondertekend',
  ].join('|')})\\b`,
);
const OPEN = new RegExp(
  `\\b(${[
    'open|active|in progress|pending|on hold|new|working|ongoing',
    'oppen|oppet|pagaende|aktiv|ny|vilande',
    'offen|laufend|in bearbeitung|neu|aktiv|pausiert',
    'en cours|ouverte?|actif|active|nouveau|nouvelle|en attente',
    'abiert[oa]|activ[oa]|en curso|en progreso|nuev[oa]|pendiente',
    'abert[oa]|ativ[oa]|em andamento|em aberto|nov[oa]|pendente',
    'lopend|actief|nieuw|in behandeling|in uitvoering',
  ].join('|')})\\b`,
);

const TRUE_WORDS =
  /^(true|yes|y|1|x|✓|✔|☑|ja|j|sant|wahr|oui|vrai|si|verdadero|sim|s|verdadeiro|waar|won|checked)$/;
const FALSE_WORDS = /^(false|no|n|0|-|✗|✘|☐|nej|falskt|nein|falsch|non|faux|falso|nao|nee|onwaar|unchecked)$/;

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

/** A cell of a yes-or-no column in any of the languages; null = something else. Blank counts as nothing. */
export function readBoolean(cell: string): boolean | null {
  const word = cell.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  if (TRUE_WORDS.test(word)) return true;
  return FALSE_WORDS.test(word) ? false : null;
}
