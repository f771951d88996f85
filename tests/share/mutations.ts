import { deflateRawSync } from 'node:zlib';
import { joinBytes, toBase64Url } from '../../src/share/bytes';
import { checksumOf } from '../../src/share/checksum';
import { writeForecastFile } from '../../src/share/forecastFile';
import { first } from '../../src/share/formats/first';
import type { SharedForecast } from '../../src/workspace/sharedForecast';

/** A stream of numbers from 0 to 1 by a seed (mulberry32): the same cases on every run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is to be tried, and what it must open as: a forecast, nothing, or (null) whatever the gate lets in. */
export interface Case {
  from: string | Blob;
  /** Set where it is valid: it must reopen equal. */
  expected: SharedForecast | null;
  /** Names what was done to it. */
  what: string;
}

export interface Sample {
  shared: SharedForecast;
  payload: string;
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '\u202egnirts',
  '\u0000',
  '${1+1}',
  '=cmd|x!A1',
  'NaN',
  '1e999',
  '-',
  '%00',
];
const HOSTILE_VALUES: readonly unknown[] = [
  null,
  -1,
  1e308,
  -1e308,
  1e16,
  0.1,
  '',
  'NaN',
  [],
  {},
  true,
  '__proto__',
];

type Pick = <T>(choices: readonly T[]) => T;
type Random = () => number;

/** Packed with a checksum that holds: only what is inside is wrong. */
export function packedLink(text: string | Uint8Array, format = 'first'): string {
  const bytes = new Uint8Array(deflateRawSync(text));
  const checksum = checksumOf(new TextEncoder().encode(`${format}.`), bytes);
  return `https://seedcast.example/#/s/${format}.${toBase64Url(joinBytes(checksum, bytes))}`;
}

/** Bombs, and lists without an end: few, as they are large. */
export function largeCases(): Case[] {
  const nothing = { expected: null };
  const bomb = packedLink(new Uint8Array(60_000_000));
  const list = packedLink(`1jA1jB2078k3jEUR1j~~~j${'1000j'.repeat(20_000)}`);
  const deep = `{"format":"seedcast-forecast","version":"scenarios","shared":${'['.repeat(150_000)}${']'.repeat(150_000)}}`;
  const wide = `{"format":"seedcast-forecast","version":"scenarios","shared":{"deals":[${'0,'.repeat(150_000)}0]}}`;
  return [
    { from: bomb, what: 'bomb', ...nothing },
    { from: list, what: 'lists', ...nothing },
    { from: deep, what: 'deep', ...nothing },
    { from: wide, what: 'wide', ...nothing },
    { from: new Blob([wide]), what: 'wide file', ...nothing },
    { from: `#/s/first.${'A '.repeat(49_000)}`, what: 'blanks', ...nothing },
    { from: `#/s/${'#/s/'.repeat(24_000)}`, what: 'marks', ...nothing },
    { from: '%23'.repeat(33_000), what: 'percent', ...nothing },
    { from: 'x'.repeat(5_000_000), what: 'oversize', ...nothing },
  ];
}

/** One case of any sort; one in five is left whole, in one of the shapes that people paste. */
export function makeCase(samples: readonly Sample[], random: Random): Case {
  const pick: Pick = (choices) => choices[Math.floor(random() * choices.length)] as (typeof choices)[number];
  const sample = pick(samples);
  const address = `https://seedcast.example/#/s/${sample.payload}`;
  const sort = random();
  if (sort < 0.2) return wholeCase(sample, address, pick);
  if (sort < 0.55) return { from: mutateText(address, random, pick), expected: null, what: 'link' };
  if (sort < 0.8) {
    const text = mutateText(first.write(sample.shared), random, pick);
    return { from: packedLink(text, random() < 0.02 ? 'second' : 'first'), expected: null, what: 'packed' };
  }
  if (sort < 0.9) {
    const text = mutateText(writeForecastFile(sample.shared, null), random, pick);
    return { from: random() < 0.5 ? text : new Blob([text]), expected: null, what: 'file' };
  }
  const poisoned = poison(structuredClone(sample.shared), random, pick);
  return { from: writeForecastFile(poisoned, null), expected: null, what: 'poisoned' };
}

function wholeCase({ shared }: Sample, address: string, pick: Pick): Case {
  const shapes = [
    () => address,
    () => `Look:\n<${(address.match(/.{1,76}/g) ?? []).join('\n')}>`,
    () => encodeURIComponent(address),
    () => new Blob([writeForecastFile(shared, null)]),
  ];
  return { from: pick(shapes)(), expected: shared, what: 'whole' };
}

/** Cut, flipped, doubled, exchanged, or with something foreign in it. */
function mutateText(text: string, random: Random, pick: Pick): string {
  const at = Math.floor(random() * text.length);
  const to = Math.min(text.length, at + 1 + Math.floor(random() * 40));
  const changes = [
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + String.fromCharCode(33 + Math.floor(random() * 90)) + text.slice(at + 1),
    () => text.slice(0, to) + text.slice(at),
    () => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
    () => text.slice(0, at) + pick(HOSTILE) + text.slice(at),
    () => text.slice(0, at) + String(Math.floor(random() * 1e6)) + text.slice(to),
    () => text.toUpperCase(),
    () => pick(HOSTILE),
  ];
  return pick(changes)();
}

/** Puts something that does not belong there anywhere into the forecast. */
function poison(shared: SharedForecast, random: Random, pick: Pick): SharedForecast {
  let place: Record<string, unknown> = shared as unknown as Record<string, unknown>;
  for (;;) {
    const name = pick(Object.keys(place));
    const inner = place[name];
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && random() < 0.85) {
      place = inner as Record<string, unknown>;
      continue;
    }
    place[name] = random() < 0.5 ? pick(HOSTILE_VALUES) : pick(HOSTILE);
    if (random() < 0.2)
      Object.defineProperty(place, '__proto__', { value: { isAdmin: true }, enumerable: true });
    return shared;
  }
}
