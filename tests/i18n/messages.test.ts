import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../../src/i18n/messages/', import.meta.url);
const areas = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.en.json'))
  .map((name) => name.replace('.en.json', ''));

function read(area: string, locale: 'en' | 'sv'): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${area}.${locale}.json`, FOLDER), 'utf8')) as Record<
    string,
    unknown
  >;
}

/** Names in braces of a message in any of its variants. */
function inputsOf(message: unknown): string[] {
  const text = JSON.stringify(message);
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe.each(areas)('messages of %s', (area) => {
  const english = read(area, 'en');
  const swedish = read(area, 'sv');

  test('the same in both languages', () => {
    expect(Object.keys(swedish).sort()).toEqual(Object.keys(english).sort());
  });

  test('begin with the name of their area', () => {
    expect(Object.keys(english).filter((key) => !key.startsWith(`${area}_`) && key !== '$schema')).toEqual(
      [],
    );
  });

  test('fill in the same things in both languages', () => {
    for (const key of Object.keys(english)) {
      // A plural may spell out "one" instead of showing the number.
      expect({ key, inputs: inputsOf(swedish[key]) }).toEqual({ key, inputs: inputsOf(english[key]) });
    }
  });

  test('have pairs of emphasis marks', () => {
    const odd = (text: string): boolean => text.split('**').length % 2 === 0;
    const texts = [...Object.entries(english), ...Object.entries(swedish)];
    expect(texts.filter(([, message]) => odd(JSON.stringify(message))).map(([key]) => key)).toEqual([]);
  });
});
