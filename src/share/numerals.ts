/**
 * A number as its shortest decimal: the digits, then one letter for the power of ten of the last one. The letter is the end of the
 * number, so nothing stands between two of them, and models, whose figures have few digits, come out short: 0.0123 is `123f`,
 * 12 is `12j`, 500 is `5l`, −0.5 is `-5i`, 0 is `j`.
 */
const LETTERS = 'ZYXWVUTSRQPONMLKJIHGFEDCBAabcdefghijklmnopqrstuvwxyz';
/** The power that the first letter stands for: those of everyday figures are small letters. */
const FIRST_POWER = -35;
/** Ends a number whose power has no letter: the power follows, up to a full stop. */
const FAR = '!';
/** No double needs more. */
const MOST_DIGITS = 17;

/** The text of a finite number. −0 becomes 0. */
export function numeral(value: number): string {
  if (value === 0) return LETTERS.charAt(-FIRST_POWER);
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const power = Number(exponent) - fraction.length;
  const letter = LETTERS.charAt(power - FIRST_POWER);
  const end = letter === '' ? `${FAR}${String(power)}.` : letter;
  return `${value < 0 ? '-' : ''}${whole}${fraction}${end}`;
}

/** The number that begins at `from` and the place behind it; null where none does. */
export function readNumeral(text: string, from: number): { value: number; next: number } | null {
  let at = from;
  const isNegative = text.charAt(at) === '-';
  if (isNegative) at++;
  const first = at;
  while (isDigit(text.charCodeAt(at))) at++;
  const digits = at - first;
  if (digits > MOST_DIGITS || (digits === 0 && isNegative)) return null;
  const mark = text.charAt(at);
  let power = LETTERS.indexOf(mark) + FIRST_POWER;
  if (mark === FAR) {
    const far = /^(-?\d{1,3})\./.exec(text.slice(at + 1, at + 6));
    if (!far) return null;
    power = Number(far[1]);
    at += far[0].length;
  } else if (mark === '' || power < FIRST_POWER) return null;
  const value = digits === 0 ? 0 : Number(`${text.slice(first, first + digits)}e${String(power)}`);
  if (!Number.isFinite(value)) return null;
  return { value: isNegative && value !== 0 ? -value : value, next: at + 1 };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
