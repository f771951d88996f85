import { locale } from './locale.svelte';

/** A message in the language shown. The build writes every message with it: one name in place of the choice a thousand times. */
export function chooseMessage(english: string, swedish: string): string {
  return locale() === 'sv' ? swedish : english;
}
