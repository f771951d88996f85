import { carriedBytes, partsOf } from './payload';
import type { PayloadParts } from './payload';

/** Characters that mail programs and chats put into long words, and blanks of all sorts. */
const BREAK = '[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
const BREAKS = new RegExp(`${BREAK}+`);
/** `#/s/`, behind which a payload begins in an address. */
const MARK = new RegExp(`#${BREAK}{0,3}/${BREAK}{0,3}s${BREAK}{0,3}/`, 'g');
/** Characters looked through for the end of a link that has been broken in many places. */
const MOST_WORK = 500_000;
/** Places where it may end that are tried: lines of mail, not blanks between letters. */
const MOST_ENDS = 300;
/** A bare payload is longer than a word with a full stop in it. */
const SHORTEST_BARE = 40;

/**
 * The payload of a link as people have it: a whole address of any place, percent-encoded or not, with words or brackets around it, broken
 * into lines; or the payload by itself. Null where there is none. Where its end is in doubt, the checksum tells; where nothing fits, the
 * longest piece is given, to be refused as damaged.
 */
export function findPayload(text: string): PayloadParts | null {
  const plain = text.includes('%') ? decodePercent(text) : text;
  const mark = [...plain.matchAll(MARK)].at(-1);
  if (!mark) return findBare(plain);
  const words = plain.slice(mark.index + mark[0].length).split(BREAKS);
  return settleEnd(words.filter((word) => word !== ''));
}

/** Whether a link begins in it, be there nothing left of what it carried. */
export function hasMark(text: string): boolean {
  return (text.includes('%') ? decodePercent(text) : text).search(MARK) >= 0;
}

/** Whole, without an address around it. */
function findBare(text: string): PayloadParts | null {
  const parts = partsOf(text.split(BREAKS).join(''));
  return parts && parts.data.length >= SHORTEST_BARE ? parts : null;
}

/** Words that follow the mark: the payload is all of them, or the first, or as many as belong together. */
function settleEnd(words: readonly string[]): PayloadParts | null {
  const pieces: string[] = [];
  for (const word of words) {
    const end = /[^A-Za-z0-9_.~-]/.exec(word)?.index ?? word.length;
    pieces.push(word.slice(0, end));
    if (end < word.length) break;
  }
  const whole = withoutStop(pieces.join(''));
  if (whole && carriedBytes(whole)) return whole;
  let joined = '';
  let work = 0;
  for (const piece of pieces.slice(0, MOST_ENDS)) {
    joined += piece;
    const parts = withoutStop(joined);
    if (parts && carriedBytes(parts)) return parts;
    work += joined.length;
    if (work > MOST_WORK) break;
  }
  return whole ?? withoutStop(pieces[0] ?? '');
}

/** A full stop after it ends a sentence. */
function withoutStop(text: string): PayloadParts | null {
  let end = text.length;
  while (end > 0 && '.~'.includes(text.charAt(end - 1))) end--;
  return partsOf(text.slice(0, end));
}

/** Encoded characters of ASCII, which a link is made of; others can't be part of it. */
function decodePercent(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
