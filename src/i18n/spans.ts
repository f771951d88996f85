import { formattingLocale } from './locale.svelte';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Months from one to another: "October – December 2026", "Nov 2026 – Oct 2027". */
export function monthSpan(from: string, to: string, style: 'short' | 'long' = 'long'): string {
  const key = `${formattingLocale()} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(formattingLocale(), { month: style, year: 'numeric', timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.formatRange(new Date(`${from}-01T00:00:00Z`), new Date(`${to}-01T00:00:00Z`));
}
