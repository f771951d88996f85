import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/share/formats/formats';
import { openSharedForecast } from '../../src/share/openShared';
import type { SharedForecast } from '../../src/workspace/sharedForecast';
import { MIGRATIONS, migrate } from '../../src/workspace/migrate';
import type { Migration } from '../../src/workspace/migrate';
import { CURRENT_VERSION, VERSIONS } from '../../src/workspace/versions';

const kept = (name: string): string =>
  readFileSync(new URL(`../fixtures/share/${name}`, import.meta.url), 'utf8');

/** What was kept of a format, carried on to today. */
function today(format: string, name: string): SharedForecast {
  const contents: unknown = JSON.parse(kept(`${format}-${name}-contents.json`));
  return migrate('shared', contents, FORMATS.get(format)?.holds ?? '') as SharedForecast;
}

// A format without its files here fails: keep some of each that ships.
describe.each([...FORMATS.keys()])('links of the format %s open for ever', (format) => {
  it('the one of a plan', async () => {
    const opened = await openSharedForecast(kept(`${format}-plan.txt`), null);
    expect(opened).toEqual({ ok: true, value: today(format, 'plan') });
  });

  it('the one of a history with scenarios', async () => {
    const opened = await openSharedForecast(kept(`${format}-fitted.txt`), null);
    expect(opened).toEqual({ ok: true, value: today(format, 'fitted') });
  });

  it('the one that is locked', async () => {
    const passphrase = kept(`${format}-locked-passphrase.txt`).trim();
    const opened = await openSharedForecast(kept(`${format}-locked.txt`), passphrase);
    expect(opened).toEqual({ ok: true, value: today(format, 'plan') });
  });

  it('the file', async () => {
    const opened = await openSharedForecast(new Blob([kept(`${format}-file.seedcast.json`)]), null);
    expect(opened).toEqual({ ok: true, value: today(format, 'fitted') });
  });

  it('through every migration since', async () => {
    const holds = FORMATS.get(format)?.holds;
    expect(VERSIONS).toContain(holds);
    // A step to a version that is still to come, which leaves its mark.
    const seen: unknown[] = [];
    const next: Migration<string> = {
      from: CURRENT_VERSION,
      to: 'still to come',
      parts: {
        shared: (value) => {
          seen.push(value);
          return { ...(value as SharedForecast), title: 'migrated' };
        },
      },
    };
    const chain = MIGRATIONS as Migration<string>[];
    chain.push(next);
    try {
      for (const name of ['plan.txt', 'fitted.txt', 'file.seedcast.json']) {
        const opened = await openSharedForecast(kept(`${format}-${name}`), null);
        expect(opened).toMatchObject({ ok: true, value: { title: 'migrated' } });
      }
      expect(seen).toHaveLength(3);
    } finally {
      chain.pop();
    }
  });
});
