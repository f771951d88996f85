import { readCatalogue, textsOf } from '../../tooling/build/messageCatalogue.ts';
import { MESSAGE_SOURCES, type MessageLocale } from '../../tooling/build/messageOptions.ts';

const catalogues = { en: readCatalogue(MESSAGE_SOURCES, 'en'), sv: readCatalogue(MESSAGE_SOURCES, 'sv') };

/** The text of a message as the screen shows it, first variant; throws where the catalogue has no such key. */
export function say(
  locale: MessageLocale,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const message = catalogues[locale].get(key);
  if (message === undefined) throw new Error(`No message ${key}`);
  const [text = ''] = textsOf(message);
  return text
    .replaceAll('**', '')
    .replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A pattern that fits a message whatever its values are, in any of its variants. */
export function like(locale: MessageLocale, key: string): RegExp {
  const message = catalogues[locale].get(key);
  if (message === undefined) throw new Error(`No message ${key}`);
  const patterns = textsOf(message).map((text) =>
    text
      .replaceAll('**', '')
      .split(/\{\s*\w+\s*\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  );
  return new RegExp(patterns.join('|'));
}
