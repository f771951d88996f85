import { formattingLocale } from './locale.svelte';

const formats = new Map<string, Intl.DateTimeFormat>();
/** The last one of each style: the same months are spanned again with every step of a slider, and Intl takes its time. */
const latest = new Map<string, { months: string; text: string }>();

/** Months from one to another: "October – December 2026", "Nov 2026 – Oct 2027". */
export function monthSpan(from: string, to: string, style: 'short' | 'long' = 'long'): string {
  const key = `${formattingLocale()} ${style}`;
  const months = `${from} ${to}`;
  const said = latest.get(key);
  if (said?.months === months) return said.text;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(formattingLocale(), { month: style, year: 'numeric', timeZone: 'UTC' });
    formats.set(key, format);
  }
  const text = format.formatRange(new Date(`${from}-01T00:00:00Z`), new Date(`${to}-01T00:00:00Z`));
  latest.set(key, { months, text });
  return text;
}
