import { afterAll, vi } from 'vitest';
import { setLocale, type Locale } from '../../src/i18n/locale.svelte';

/** Switches the language as the app does; the page's element that it also tells is a stand-in here. */
export function speak(locale: Locale): void {
  vi.stubGlobal('document', { documentElement: {} });
  setLocale(locale);
}

afterAll(() => {
  speak('en');
  vi.unstubAllGlobals();
});
