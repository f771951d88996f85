/**
 * Words of lost reasons that say, wherever they stand, that it never was a deal: English, Swedish, German, French, Spanish,
 * Portuguese, Dutch.
 */
const ANYWHERE =
  /\b(duplicate[ds]?|dupe|spam|demo data|created by mistake|dubblett|duplikat|dublette|doublon|duplicad[oa]|duplicaat|test ?(deal|data|record|lead|entry|opportunity|account|order|affar)s?|(doppelt|dubbel) (angelegt|erfasst|vorhanden|registrerad|ingevoerd|invoer))\b/;

/** Words that real losses have too ("failed the product test", "doppelt so teuer"): they count where they are all that is said. */
const ALONE =
  /^((this|it) (is|was) )?((a|an|only|just|internal|bara|endast|internt|nur|ein|interner|un|une|solo|so|um|een) )*(tests?|testing|doppelt|dubbel|teste|prueba|essai)$/;

/** Whether a lost reason says that there was nothing to lose: a duplicate, a test, spam. */
export function isNoDeal(lostReason: string): boolean {
  const words = lostReason
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ANYWHERE.test(words) || ALONE.test(words);
}
