/** What one unit may be worth: the limits of what is saved (workspace/limits). */
const LEAST = 1e-12;
const MOST = 1e12;

/**
 * A rate as people type it, with either decimal mark: nobody groups the thousands of a rate, and what was read stands beside
 * the field. null where it is none.
 *
 * @example readRate('11,245') // 11.245
 */
export function readRate(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  const rate = /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  return rate >= LEAST && rate <= MOST ? rate : null;
}
