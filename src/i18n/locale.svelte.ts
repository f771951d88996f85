import { overwriteGetLocale } from './paraglide/runtime';

export type Locale = 'en' | 'sv';
export const LOCALES: readonly Locale[] = ['en', 'sv'];

let current = $state<Locale>('en');

// Messages read the locale through this, so a template that shows a message re-renders when the language changes.
overwriteGetLocale(() => current);

export function locale(): Locale {
  return current;
}

export function setLocale(next: Locale): void {
  current = next;
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
