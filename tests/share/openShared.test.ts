import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { toBase64Url, joinBytes } from '../../src/share/bytes';
import { checksumOf } from '../../src/share/checksum';
import { first } from '../../src/share/formats/first';
import { openSharedForecast } from '../../src/share/openShared';
import { writeForecastFile } from '../../src/share/forecastFile';
import { payloadOf } from './payloadOf';
import { planOnly, withHistory } from './samples';

let payload = '';
let locked = '';
beforeAll(async () => {
  payload = await payloadOf(withHistory());
  locked = await payloadOf(planOnly(), 'open sesame');
});

async function codeOf(from: string | Blob, passphrase: string | null = null): Promise<string> {
  const opened = await openSharedForecast(from, passphrase);
  return opened.ok ? 'opened' : opened.problem.code;
}

/** A link with any text packed in it, checksum and all: what somebody would make who knows the format. */
function packed(text: string | Uint8Array, format = 'first'): string {
  const bytes = new Uint8Array(deflateRawSync(text));
  const checksum = checksumOf(new TextEncoder().encode(`${format}.`), bytes);
  return `#/s/${format}.${toBase64Url(joinBytes(checksum, bytes))}`;
}

describe('what people paste', () => {
  const address = () => `https://seedcast.example/some/where/?x=1#/s/${payload}`;
  const wrapped = () => (address().match(/.{1,72}/g) ?? []).join('\r\n');

  it.each<[string, () => string]>([
    ['the payload', () => payload],
    ['an address of any place', address],
    ['an address that goes on in another line', wrapped],
    ['quoted lines of a mail', () => `<${wrapped()}>`],
    ['words around it', () => `Here it is: ${address()} - have a look`],
    ['a sentence that ends with it', () => `See ${address()}.\nYours, Kim`],
    ['brackets around it', () => `[link](${address()})`],
    ['an attribute of HTML', () => `<a href="${address()}">Forecast</a>`],
    ['percent signs', () => encodeURIComponent(address())],
    ['blanks and marks of order around it', () => `\ufeff  \u200b${address()}\u200b \n`],
    ['soft breaks in long words', () => (address().match(/.{1,50}/g) ?? []).join('\u00ad')],
  ])('%s', async (_, text) => {
    expect(await openSharedForecast(text(), null)).toEqual({ ok: true, value: withHistory() });
  });

  it('opens files as they were saved, and texts with a link in them', async () => {
    const file = writeForecastFile(withHistory(), null);
    expect(await codeOf(new Blob([file]))).toBe('opened');
    expect(await codeOf(new Blob(['\ufeff', JSON.stringify(JSON.parse(file), null, 2)]))).toBe('opened');
    expect(await codeOf(file)).toBe('opened');
    expect(await codeOf(new Blob([address()]))).toBe('opened');
    const lockedFile = new Blob([writeForecastFile(planOnly(), locked)]);
    expect(await codeOf(lockedFile)).toBe('needsPassphrase');
    expect(await codeOf(lockedFile, 'open sesame')).toBe('opened');
  });
});

describe('what is refused', () => {
  it('has no link in it', async () => {
    for (const text of [
      '',
      'hello',
      'https://seedcast.example/#/forecast',
      '{}',
      '[]',
      'null',
      '{"format":"x"}',
      'a.b',
    ]) {
      expect(await codeOf(text), text).toBe('notALink');
    }
    expect(await codeOf(new Blob([new Uint8Array([0xff, 0xfe, 0, 1])]))).toBe('notALink');
  });

  it('was cut, or mistyped in any one place', async () => {
    for (let at = 7; at < payload.length; at += 97) {
      expect(await codeOf(`#/s/${payload.slice(0, at)}`)).toBe('damaged');
      const other = payload.charAt(at) === 'A' ? 'B' : 'A';
      expect(await codeOf(`#/s/${payload.slice(0, at)}${other}${payload.slice(at + 1)}`)).toBe('damaged');
    }
  });

  it('was cut right behind its beginning', async () => {
    for (const text of ['#/s/', '#/s/hello', 'See https://seedcast.example/app/#/s/ there', '%23/s/f'])
      expect(await codeOf(text), text).toBe('damaged');
  });

  it('was made by a newer Seedcast', async () => {
    const opened = await openSharedForecast(packed('whatever', 'second'), null);
    expect(opened).toMatchObject({ problem: { code: 'newerVersion', params: { version: 'second' } } });
    const file = JSON.stringify({ format: 'seedcast-forecast', version: 'tomorrow', shared: {} });
    expect(await codeOf(file)).toBe('newerVersion');
  });

  it('is larger than anything that is made', async () => {
    expect(await codeOf(`#/s/first.${'A'.repeat(200_000)}`)).toBe('tooLarge');
    expect(await codeOf('x'.repeat(2_000_000))).toBe('tooLarge');
    expect(await codeOf(new Blob(['x'.repeat(2_000_000)]))).toBe('tooLarge');
    // 50 MB in 50 kB.
    expect(await codeOf(packed(new Uint8Array(50_000_000)))).toBe('tooLarge');
  });

  it('was made by hand', async () => {
    const text = first.write(withHistory());
    for (const hostile of [
      '',
      'j',
      text.slice(0, -1),
      `${text}j`,
      // A million stages, months, groups.
      text.replace('24j', '1p'),
      // Beyond what a number can be, and longer than one.
      text.replace(/\d+f/, '9!400.'),
      text.replace(/\d+f/, `${'9'.repeat(30)}j`),
      `${'9'.repeat(50_000)}j`,
      'NaN',
    ]) {
      expect(hostile).not.toBe(text);
      expect(await codeOf(packed(hostile)), hostile.slice(0, 40)).toBe('damaged');
    }
    expect(await codeOf(packed(new Uint8Array([0xff, 0xfe, 0xfd])))).toBe('damaged');
  });

  it('is a file outside every limit', async () => {
    const shared = withHistory();
    const fileOf = (patch: object) =>
      JSON.stringify({ format: 'seedcast-forecast', version: 'scenarios', shared: { ...shared, ...patch } });
    expect(await codeOf(fileOf({}))).toBe('opened');
    for (const patch of [
      { seed: null },
      { seed: 1e300 },
      { start: 'today' },
      { title: 'x'.repeat(201) },
      { currency: '<b>' },
      { plan: { ...shared.plan, stageNames: new Array(50_000).fill('x') } },
      { fitted: { ...shared.fitted, open: new Array(450).fill(shared.fitted?.open[0]) } },
      { fitted: { ...shared.fitted, start: 5 } },
      {
        scenarios: {
          base: 'asForecast',
          variants: [{ id: '1', name: '', changes: [{ what: 'constructor' }] }],
        },
      },
    ]) {
      expect(await codeOf(fileOf(patch)), JSON.stringify(patch).slice(0, 80)).toBe('damaged');
    }
    const deep = '['.repeat(5_000) + ']'.repeat(5_000);
    expect(await codeOf(`{"format":"seedcast-forecast","version":"scenarios","shared":${deep}}`)).toBe(
      'damaged',
    );
  });

  it('keeps prototypes as they are', async () => {
    const file = writeForecastFile(planOnly(), null);
    const poisoned = file.replace(
      '"shared":{',
      '"__proto__":{"polluted":1},"shared":{"__proto__":{"polluted":1},',
    );
    const opened = await openSharedForecast(poisoned, null);
    expect(opened).toEqual({ ok: true, value: planOnly() });
    expect(opened.ok && Object.getPrototypeOf(opened.value)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('is locked: nothing without the passphrase, nothing with another', async () => {
    expect(await codeOf(locked)).toBe('needsPassphrase');
    expect(await codeOf(locked, '')).toBe('needsPassphrase');
    expect(await codeOf(locked, 'open  sesame')).toBe('wrongPassphrase');
    expect(await codeOf(`${locked.slice(0, -2)}AA`, 'open sesame')).toBe('damaged');
  });

  it('asks for more rounds of derivation than anybody needs, or for too few', async () => {
    const asking = (rounds: number): string => {
      const bytes = new Uint8Array(80);
      new DataView(bytes.buffer).setUint32(0, rounds);
      return `#/s/first~${toBase64Url(joinBytes(checksumOf(new TextEncoder().encode('first~'), bytes), bytes))}`;
    };
    expect(await codeOf(asking(4_000_000_000), 'x')).toBe('tooSlowToOpen');
    expect(await codeOf(asking(2_000_001), 'x')).toBe('tooSlowToOpen');
    expect(await codeOf(asking(1), 'x')).toBe('damaged');
  });

  it('says so where the browser offers no encryption', async () => {
    vi.stubGlobal('crypto', { getRandomValues: () => undefined });
    try {
      expect(await codeOf(locked, 'open sesame')).toBe('noEncryption');
      expect(await codeOf(payload)).toBe('opened');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
