import { dayOfText } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** What is odd about one deal, as a note keeps it: a day in the user's own writing, anything else in quotes. */
export function exampleText(text: string): string {
  return dayOfText(text) ?? m.problems_quoted({ name: text });
}
