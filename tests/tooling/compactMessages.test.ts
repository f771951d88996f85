import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compactMessage } from '../../tooling/build/compactMessages';
import { inputsOf, readCatalogue } from '../../tooling/build/messageCatalogue';
import { LOCALES, MESSAGE_OPTIONS, MESSAGE_SOURCES } from '../../tooling/build/messageOptions';

const folder = join(MESSAGE_OPTIONS.outdir, 'messages');
const files = readdirSync(folder).filter((name) => name.endsWith('.js') && name !== '_index.js');

type Say = (inputs: Record<string, string | number>) => string;

const plural = (locale: string, input: unknown) => new Intl.PluralRules(locale).select(Number(input));

/** What a message module exports, with the locale and the counting given; no module loader is needed for that. */
function load(code: string, locale: string): { name: string; say: Say } {
  const [, inline, own, quoted] =
    /^export const (\w+) = |^export \{ (?:\w+ as )?(?:"(\w+)"|(\w+)) \}/m.exec(code) ?? [];
  const exported = /^export \{ (\w+)/m.exec(code)?.[1] ?? inline ?? '';
  const body = code
    .replace(/^import .*$/gm, '')
    .replace(/^export \{.*$/m, '')
    .replace(/^export /m, '');
  // The compiler's own output, run as it is: there is no other way to compare what it says.
  const make = new Function(
    'getLocale',
    'experimentalStaticLocale',
    'plural',
    'registry',
    'chooseMessage',
    `${body}\nreturn ${exported};`,
  );
  const choose = (english: string, swedish: string) => (locale === 'sv' ? swedish : english);
  const say = make(() => locale, undefined, plural, { plural }, choose) as Say;
  return { name: inline ?? own ?? quoted ?? '', say };
}

describe('a compacted message', () => {
  const catalogue = readCatalogue(MESSAGE_SOURCES, 'en');

  it('is had of every message there is', () => {
    const left = files.filter((file) => compactMessage(readFileSync(join(folder, file), 'utf8')) === null);
    expect(left).toEqual([]);
    expect(files).toHaveLength(catalogue.size);
  });

  it('has the name and says the words of the compiled one, in both languages, of one and of several', () => {
    for (const file of files) {
      const code = readFileSync(join(folder, file), 'utf8');
      const compact = compactMessage(code) ?? '';
      for (const locale of LOCALES) {
        const compiled = load(code, locale);
        const compacted = load(compact, locale);
        expect(compacted.name).toBe(compiled.name);
        const message = catalogue.get(compiled.name);
        if (message === undefined) throw new Error(`${compiled.name} is no message.`);
        for (const count of [0, 0.5, 1, 1.5, 2, 1_000_000]) {
          const inputs = Object.fromEntries(
            inputsOf(message).map((name) => [name, name === 'count' ? count : `<${name}>`]),
          );
          expect(compacted.say(inputs)).toBe(compiled.say(inputs));
        }
      }
    }
  });

  it('is not made of another form, which the build then refuses', () => {
    expect(compactMessage('export const key = () => "text";')).toBeNull();
  });
});
