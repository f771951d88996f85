/** Words of lost reasons that say that it never was a deal: English, Swedish, German, French, Spanish, Portuguese, Dutch. */
const NO_DEAL =
  /\b(duplicate[ds]?|dupe|test(ing|deal)?|spam|demo data|created by mistake|dubblett|duplikat|dublette|doppelt|doublon|duplicad[oa]|duplicaat|dubbel|teste|prueba|essai)\b/;

/** Whether a lost reason says that there was nothing to lose: a duplicate, a test, spam. */
export function isNoDeal(lostReason: string): boolean {
  const words = lostReason
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return NO_DEAL.test(words);
}
