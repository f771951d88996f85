/**
 * From how many characters on an address may be cut on its way. Old browsers and mail programs took 2,083 at most (Internet Explorer,
 * and Outlook after it); servers and chats commonly stop at 8,000 (RFC 9110, section 4.1, asks for at least that).
 */
export const LONG_LINK = 2_000;
export const VERY_LONG_LINK = 8_000;

export type LinkLength = 'usual' | 'long' | 'veryLong';

export function lengthOfLink(characters: number): LinkLength {
  if (characters > VERY_LONG_LINK) return 'veryLong';
  return characters > LONG_LINK ? 'long' : 'usual';
}
