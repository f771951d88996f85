import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type MessageLocale } from './messageOptions.ts';

/** A sentence, or variants of it chosen by its inputs (plurals), as the message format stores them. */
type Message = string | readonly MessageVariants[];
interface MessageVariants {
  declarations?: readonly string[];
  selectors?: readonly string[];
  match: Readonly<Record<string, string>>;
}
export type Catalogue = ReadonlyMap<string, Message>;

/**
 * All messages of one language, from every area's file in the folder.
 * Throws where two areas use the same key: the later one would silently win.
 */
export function readCatalogue(folder: string, locale: MessageLocale): Catalogue {
  const catalogue = new Map<string, Message>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(`.${locale}.json`))) {
    const messages = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Message>;
    for (const [key, message] of Object.entries(messages)) {
      if (key === '$schema') continue;
      if (catalogue.has(key))
        throw new Error(`Message ${key} stands twice: in ${file} and in an earlier file.`);
      catalogue.set(key, message);
    }
  }
  return catalogue;
}

/** The texts of a message: one, or one for each variant. */
export function textsOf(message: Message): string[] {
  return typeof message === 'string'
    ? [message]
    : message.flatMap((variants) => Object.values(variants.match));
}

/** Names a message must be called with, sorted; names it makes itself (`local …`) are left out. */
export function inputsOf(message: Message): string[] {
  const inputs = new Set<string>();
  const locals = new Set<string>();
  if (typeof message !== 'string') {
    for (const declaration of message.flatMap((variants) => variants.declarations ?? [])) {
      const [, sort, name] = /^(input|local)\s+(\w+)/.exec(declaration) ?? [];
      if (name) (sort === 'input' ? inputs : locals).add(name);
    }
  }
  for (const text of textsOf(message)) {
    for (const [, name] of text.matchAll(/\{\s*(\w+)\s*\}/g)) if (name) inputs.add(name);
  }
  return [...inputs].filter((name) => !locals.has(name)).sort();
}

/** False for texts of nothing but placeholders, signs and units: '{low} – {high}', '%'. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{[^}]*\}/g, ''));

/** What is wrong between the languages, one sentence each; empty when they agree. */
export function findCatalogueProblems(
  catalogues: Readonly<Record<MessageLocale, Catalogue>>,
  sameInBoth: ReadonlySet<string>,
): string[] {
  const problems: string[] = [];
  const keys = new Set(LOCALES.flatMap((locale) => [...catalogues[locale].keys()]));
  for (const key of keys) {
    const missing = LOCALES.filter((locale) => !catalogues[locale].has(key));
    if (missing.length > 0) {
      problems.push(`${key}: no text in ${missing.join(' and ')}.`);
      continue;
    }
    const [english, swedish] = LOCALES.map((locale) => catalogues[locale].get(key) ?? '') as [
      Message,
      Message,
    ];
    if ([...textsOf(english), ...textsOf(swedish)].some((text) => text.trim() === '')) {
      problems.push(`${key}: an empty text.`);
    }
    const [englishInputs, swedishInputs] = [inputsOf(english).join(', '), inputsOf(swedish).join(', ')];
    if (englishInputs !== swedishInputs) {
      problems.push(`${key}: takes {${englishInputs}} in English but {${swedishInputs}} in Swedish.`);
    }
    const isSame = JSON.stringify(english) === JSON.stringify(swedish);
    if (isSame && textsOf(english).some(hasWords) && !sameInBoth.has(key)) {
      problems.push(
        `${key}: the Swedish text is the English one. Translate it, or list it in sameInBoth.json.`,
      );
    }
  }
  for (const key of sameInBoth) {
    if (!keys.has(key)) problems.push(`${key}: listed in sameInBoth.json, but there is no such message.`);
  }
  return problems;
}

/** How many messages the compiler wrote to its output folder; 0 where it wrote none. */
export function countCompiledMessages(outdir: string): number {
  const index = readFileSync(join(outdir, 'messages', '_index.js'), 'utf8');
  return index.match(/^export \* from/gm)?.length ?? 0;
}

/**
 * Throws unless every message of the sources was compiled. Without its plugin the compiler writes an empty catalogue
 * and reports success, and every label of the app would be gone.
 */
export function assertCatalogueCompiled(sources: string, outdir: string): number {
  const expected = readCatalogue(sources, 'en').size;
  const compiled = countCompiledMessages(outdir);
  if (expected === 0 || compiled !== expected) {
    throw new Error(
      `${compiled} of ${expected} messages were compiled. Check that the plugin named in ` +
        'src/i18n/project.inlang/settings.json is installed (npm ci) and every area is listed in pathPattern.',
    );
  }
  return compiled;
}
