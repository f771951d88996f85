import type { Plugin } from 'vite';

const RUNTIME = /\/i18n\/paraglide\/runtime\.js$/;
const COMPILED_MESSAGE = /\/i18n\/paraglide\/messages\/(?!_index\.js)[^/]+\.js$/;

/** A text as the compiler writes it, with the cast before it: backticks within it are escaped. */
const TEXT = String.raw`/\*\* @type \{LocalizedString\} \*/ \((\x60(?:[^\x60\\]|\\[\s\S])*\x60)\);?`;
/** `const en_key = (i) => { return (text) };` */
const PLAIN = new RegExp(String.raw`^const (en|sv)_\w+ = .*? \(i?\) => \{\s*return ${TEXT}\s*\};`, 'gm');
/** The same by number: one text for `one`, the next for `other`, which is all that English and Swedish have. */
const COUNTED = new RegExp(
  String.raw`^const (en|sv)_\w+ = .*? \(i\) => \{const (\w+) = registry\.plural\("\1", i\?\.(\w+), \{\}\);` +
    String.raw`\s*if \(\2 === "one"\) return ${TEXT}\s*if \(\2 === "other"\) return ${TEXT}\s*return [^\n]*\s*\};`,
  'gm',
);
/** Under which name the message is to be had: its own, or one with capitals in quotes. */
const NAME = /^export const (\w+) = |^export \{ \w+ as ("\w+") \}/m;

/**
 * A compiled message as one expression. The compiler's own form, a function for each language and one that chooses, lets a
 * caller name another language for one call, which nobody here does, and a third of what it weighs says nothing. Null where
 * the compiler wrote something else, which then fails the build.
 */
export function compactMessage(code: string): string | null {
  const texts = new Map<string, string>();
  for (const [, language = '', text = ''] of code.matchAll(PLAIN)) texts.set(language, text);
  for (const [, language = '', , count = '', one = '', other = ''] of code.matchAll(COUNTED)) {
    // Both languages have one form for 1 and another for all else; asking Intl each time took longer than the sentence.
    texts.set(language, `Number(i.${count}) === 1 ? ${one} : ${other}`);
  }
  const [, plainName, quotedName] = NAME.exec(code) ?? [];
  const [english, swedish] = [texts.get('en'), texts.get('sv')];
  if (english === undefined || swedish === undefined) return null;
  if (plainName === undefined && quotedName === undefined) return null;
  return [
    `import { chooseMessage } from '../../chooseMessage.ts';`,
    // Inputs are always given: the type says so. The other language's text is put together too, which takes no time.
    `const message = (i) => chooseMessage(${english}, ${swedish});`.replaceAll('${i?.', '${i.'),
    `export { message as ${plainName ?? quotedName} };`,
  ].join('\n');
}

/** All that compacted messages leave of the compiler's runtime: the language is chosen in chooseMessage.ts. */
const EMPTY_RUNTIME = 'export const overwriteGetLocale = () => undefined;';

/** Compacts the messages of a build. */
export function compactMessages(): Plugin {
  return {
    name: 'seedcast:compact-messages',
    apply: 'build',
    transform: {
      filter: { id: [COMPILED_MESSAGE, RUNTIME] },
      handler(code, id) {
        if (RUNTIME.test(id)) return { code: EMPTY_RUNTIME, map: null };
        const compact = compactMessage(code);
        if (compact === null) this.error(`${id} has a form that compactMessage does not know.`);
        return { code: compact, map: null };
      },
    },
  };
}
