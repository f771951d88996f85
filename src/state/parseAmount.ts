import type { Locale } from '../i18n/locale.svelte';

export interface WritingHabit {
  language: Locale;
  decimalMark: '.' | ',';
}

export type AmountProblem = 'notANumber' | 'notPositive' | 'ambiguousMark' | 'tooLarge';

export type ParsedAmount = { ok: true; value: number } | { ok: false; problem: AmountProblem };

/** Larger than any company's sales, small enough that doubles still count it exactly. */
const LARGEST = 1e12;

/** A currency before or after the number: a code, a sign, or the Nordic "kr". */
const CURRENCY = String.raw`([a-z]{3}|kr|\p{Sc})`;

/** Behind the number, perhaps with the currency after it: "k", "mn", "MSEK". */
const MULTIPLES: readonly (readonly [string, number])[] = [
  ['k|thousand|tusen', 1e3],
  ['m|mn|mil|milj|mio|millions?|miljon(?:er)?', 1e6],
  ['b|bn|md|mdr|billions?|miljard(?:er)?', 1e9],
];
/** "412 tn" is 412 thousand in Swedish, as Intl writes it, and trillions in English. */
const SWEDISH_THOUSANDS = 't|tn';

const NUMBER = /^(\p{L}+|\p{Sc})?([-−–(])?(\p{L}+|\p{Sc})?(\d[\d.,'’]*|[.,]\d+)(\D*)$/u;

/**
 * An amount of money as people type it: "450 000", "450,000", "SEK 450'000", "450k", "1,2 mkr". The language's own decimal mark counts
 * as one; a mark that could be either (450.000 in English, 2,5 there too) is not guessed at, since a wrong guess is off by a
 * thousand.
 *
 * @example parseAmount('1.2m', { language: 'en', decimalMark: '.' }) // { ok: true, value: 1200000 }
 */
export function parseAmount(text: string, habit: WritingHabit): ParsedAmount {
  const fail = (problem: AmountProblem): ParsedAmount => ({ ok: false, problem });
  const parts = NUMBER.exec(joinGroups(text.toLowerCase().trim()));
  if (!parts) return fail('notANumber');
  const [, before = '', sign, between = '', digits = '', tail = ''] = parts;
  const multiple = multipleOf(tail.replace(/\)$/u, ''), habit.language);
  if (multiple === null || ![before, between].every(isCurrency)) return fail('notANumber');
  const value = readDigits(digits, habit.decimalMark, multiple > 1);
  if (typeof value === 'string') return fail(value);
  if (sign !== undefined || value === 0) return fail('notPositive');
  return value * multiple <= LARGEST ? { ok: true, value: value * multiple } : fail('tooLarge');
}

/** Spaces between groups of three are nothing but that, and so is one before a unit; any other makes two numbers. */
function joinGroups(text: string): string {
  return text.replace(/(?<=\d)[\s_](?=\d{3}(?!\d))/gu, '').replace(/(?<!\d)\s+|\s+(?!\d)/gu, '');
}

function isCurrency(text: string): boolean {
  return text === '' || new RegExp(`^${CURRENCY}$`, 'u').test(text);
}

function multipleOf(tail: string, language: Locale): number | null {
  for (const [names, multiple] of MULTIPLES) {
    const known = language === 'sv' && multiple === 1e3 ? `${names}|${SWEDISH_THOUSANDS}` : names;
    if (new RegExp(`^(?:${known})${CURRENCY}?$`, 'u').test(tail)) return multiple;
  }
  // "450 tkr" is Swedish whatever the language of the screen.
  if (tail === 'tkr' || tail === 'tsek') return 1e3;
  return isCurrency(tail) || tail === ':-' ? 1 : null;
}

/** Digits with their marks as a number, or what is wrong with them. */
function readDigits(digits: string, decimalMark: '.' | ',', hasMultiple: boolean): number | AmountProblem {
  const bare = digits.replace(/(?<=\d)['’](?=\d{3})/gu, '');
  const marks = bare.match(/[.,]/gu) ?? [];
  if (/['’]/u.test(bare)) return 'notANumber';
  if (marks.length === 0) return Number(bare);
  const last = marks.at(-1) === ',' ? ',' : '.';
  const group = last === ',' ? '.' : ',';
  if (marks.length === 1) {
    const isOwnMark = last === decimalMark;
    // "0.125" and ".5" begin with no group.
    if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) {
      return isOwnMark || hasMultiple ? 'ambiguousMark' : Number(bare.replace(last, ''));
    }
    // With a unit behind it, "1,2 mn" can't be anything else.
    return isOwnMark || hasMultiple ? Number(bare.replace(',', '.')) : 'ambiguousMark';
  }
  if (marks.every((mark) => mark === last))
    return isGrouped(bare, last) ? Number(bare.replaceAll(last, '')) : 'notANumber';
  // Both kinds: the later one, which comes once, is the decimal mark.
  const [whole = '', fraction = '', ...more] = bare.split(last);
  if (more.length > 0 || !isGrouped(whole, group)) return 'notANumber';
  return Number(`${whole.replaceAll(group, '')}.${fraction}`);
}

/** In threes, or as in India: a three and twos before it. */
function isGrouped(text: string, mark: '.' | ','): boolean {
  return /^[1-9]\d{0,2}(,\d{3})+$|^[1-9]\d?(,\d{2})*,\d{3}$/.test(
    mark === ',' ? text : text.replaceAll('.', ','),
  );
}
