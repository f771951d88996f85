import { day } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

const MILLISECONDS_PER_DAY = 86_400_000;

/** What is odd about one deal, as a note keeps it: a day in the user's own writing, anything else in quotes. */
export function exampleText(text: string): string {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(moment) ? m.problems_quoted({ name: text }) : day(moment / MILLISECONDS_PER_DAY);
}
