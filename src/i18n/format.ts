import { formattingLocale } from './locale.svelte';

// Intl formatters are slow to make and asked for by every table cell: one of each kind is kept.
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = formattingLocale() + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(formattingLocale(), options);
    numberFormats.set(key, format);
  }
  return format;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = formattingLocale() + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(formattingLocale(), { ...options, timeZone: 'UTC' });
    dateFormats.set(key, format);
  }
  return format;
}

/** Money rounded to three significant digits, which is all a forecast knows: "SEK 412,000", "412 000 kr". */
export function money(value: number, currency: string): string {
  return numberFormat({
    style: 'currency',
    currency,
    maximumSignificantDigits: 3,
    minimumFractionDigits: 0,
  }).format(value);
}

/** The same where there is little room: "SEK 412K", "412 tn kr". */
export function shortMoney(value: number, currency: string): string {
  return numberFormat({
    ...{ style: 'currency', currency, notation: 'compact' },
    ...{ maximumSignificantDigits: 3, minimumFractionDigits: 0 },
  }).format(value);
}

/** Below this the currency's own decimals are shown, where there are any: "2.50", never "3". */
const WHOLE_FROM = 1000;

/** Money to the whole unit, for amounts that are facts: a deal, a typed target. */
export function exactMoney(value: number, currency: string): string {
  const isWhole = Number.isInteger(value) || Math.abs(value) >= WHOLE_FROM;
  return numberFormat({ style: 'currency', currency, ...(isWhole && { maximumFractionDigits: 0 }) }).format(
    value,
  );
}

/** An amount without its currency, three significant digits: "412,000". */
export function amount(value: number): string {
  return numberFormat({ maximumSignificantDigits: 3 }).format(value);
}

/** A difference between amounts, its sign always shown: "+41,200", "−8,000". */
export function change(value: number): string {
  return numberFormat({ maximumSignificantDigits: 3, signDisplay: 'exceptZero' }).format(value);
}

/** The same where there is little room: "+41.2K", "−8 tn". */
export function shortChange(value: number): string {
  return numberFormat({ notation: 'compact', maximumSignificantDigits: 3, signDisplay: 'exceptZero' }).format(
    value,
  );
}

/** A difference of money, its sign always shown: "+SEK 20,000", "−20 000 kr". */
export function moneyChange(value: number, currency: string): string {
  return numberFormat({
    ...{ style: 'currency', currency, signDisplay: 'exceptZero' },
    ...{ maximumSignificantDigits: 3, minimumFractionDigits: 0 },
  }).format(value);
}

/** A share that is added or taken, its sign always shown: 0.3 is "+30%". */
export function percentChange(share: number, maximumFractionDigits = 0): string {
  return numberFormat({ style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits }).format(share);
}

/** A short amount for axes and bars: "412K", "412 tn", "1.2M". */
export function shortAmount(value: number): string {
  return numberFormat({ notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

/** A count or other plain number, with at most so many decimals. */
export function number(value: number, maximumFractionDigits = 0): string {
  return numberFormat({ maximumFractionDigits }).format(value);
}

/** A number to be typed on: no groups, so many digits that count. */
export function plainNumber(value: number, maximumSignificantDigits: number): string {
  return numberFormat({ maximumSignificantDigits, useGrouping: false }).format(value);
}

/** The mark between a number and its decimals, as `number` writes it. */
export function decimalMark(): '.' | ',' {
  return numberFormat({}).format(1.5).includes(',') ? ',' : '.';
}

/** A share as per cent: 0.314 is "31%". */
export function percent(share: number, maximumFractionDigits = 0): string {
  return numberFormat({ style: 'percent', maximumFractionDigits }).format(share);
}

/** A chance; never "0%" or "100%" unless it is exactly that, since a simulation can't know. */
export function chance(share: number): string {
  if (share > 0 && share < 0.01) return `< ${percent(0.01)}`;
  if (share < 1 && share > 0.99) return `> ${percent(0.99)}`;
  return percent(share);
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** A calendar day (days since 1970-01-01): "23 Nov 2026". */
export function day(value: number, style: 'short' | 'long' = 'short'): string {
  return dateFormat({ day: 'numeric', month: style, year: 'numeric' }).format(value * MILLISECONDS_PER_DAY);
}

/** A day that is kept as text, '2026-11-23', as `day` writes it; null where it is none. */
export function dayOfText(text: string, style: 'short' | 'long' = 'short'): string | null {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(moment) ? null : day(moment / MILLISECONDS_PER_DAY, style);
}

const MONTH_STYLES = {
  short: { month: 'short' },
  long: { month: 'long' },
  withYear: { month: 'short', year: 'numeric' },
  longWithYear: { month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A forecast has few months, and a moving slider has all of them named again with every step. */
const monthNames = new Map<string, string>();

/** A month such as '2026-11': "Nov", "November", "Nov 2026" or "November 2026". */
export function month(value: string, style: keyof typeof MONTH_STYLES = 'short'): string {
  const key = `${formattingLocale()} ${style} ${value}`;
  let name = monthNames.get(key);
  if (name === undefined) {
    name = dateFormat(MONTH_STYLES[style]).format(new Date(`${value}-01T00:00:00Z`));
    monthNames.set(key, name);
  }
  return name;
}

/** Names in a row: "May, June and July". */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(formattingLocale(), { type: 'conjunction' }).format(items);
}
