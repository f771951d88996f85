import { overwriteGetLocale } from './paraglide/runtime';

export type Locale = 'en' | 'sv';
export const LOCALES: readonly Locale[] = ['en', 'sv'];

let current = $state<Locale>('en');
let formatting = $state<string>('en');

// Messages read the locale through this, so a template that shows a message re-renders when the language changes.
overwriteGetLocale(() => current);

export function locale(): Locale {
  return current;
}

/** What numbers and dates are written by: "en-GB", "en-US", "sv-FI". */
export function formattingLocale(): string {
  return formatting;
}

/** @param languages the browser's, for how numbers and dates are written where that language is read */
export function setLocale(next: Locale, languages: readonly string[] = []): void {
  current = next;
  formatting = regionalVariant(next, languages);
  document.documentElement.lang = next;
}

/** The first of the browser's languages that Seedcast speaks; English otherwise. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const match = LOCALES.find((known) => language.toLowerCase().startsWith(known));
    if (match) return match;
  }
  return 'en';
}

/**
 * The first of the browser's own variants of a language that names a region, since a bare "en" is American to Intl: 23/11/2026
 * is read otherwise in London than in New York. The language itself where the browser has none.
 *
 * @example regionalVariant('en', ['sv-SE', 'en-GB', 'en']) // 'en-GB'
 */
export function regionalVariant(language: Locale, languages: readonly string[]): string {
  for (const tag of languages) {
    const [base, region] = partsOf(tag);
    if (base === language && region !== undefined) return `${base}-${region}`;
  }
  return language;
}

/** Without scripts and extensions, which could ask for other digits or another calendar. */
function partsOf(tag: string): [language?: string, region?: string] {
  try {
    const { language, region } = new Intl.Locale(tag);
    return region === undefined ? [language] : [language, region];
  } catch {
    return [];
  }
}
