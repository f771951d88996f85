/**
 * Month names by their first letters without accents: English, Swedish, German, French, Spanish, Portuguese, Dutch.
 */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'janv'],
  ['feb', 'fev'],
  ['mar', 'mae', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'maj', 'mai', 'mei'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** Month 1 to 12 of a name or its abbreviation; null for any other word. */
export function monthFromName(word: string): number | null {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain.length < 3) return null;
  // Longest first: 'juin' and 'juil' both begin as 'jui'.
  const index = BEGINNINGS.findIndex((names) => names.some((name) => plain.startsWith(name)));
  return index === -1 ? null : index + 1;
}
