import { TEXT_LENGTH } from '../workspace/limits';

const ELLIPSIS = '…';

/** A text within the length that can be saved: a longer one ends in an ellipsis there. */
export function cutText(text: string): string {
  if (text.length <= TEXT_LENGTH) return text;
  // Half of a surrogate pair is no character.
  const kept = text.slice(0, TEXT_LENGTH - ELLIPSIS.length).replace(/[\uD800-\uDBFF]$/, '');
  return kept + ELLIPSIS;
}

/** Whether `cutText` has shortened it. */
export function isCutText(text: string | null): boolean {
  return text !== null && text.length >= TEXT_LENGTH - ELLIPSIS.length && text.endsWith(ELLIPSIS);
}
