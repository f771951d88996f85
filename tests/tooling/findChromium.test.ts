import { describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium, type Machine } from '../../tooling/findChromium';

const DOWNLOADED = '/cache/playwright/chrome';

/** A machine with the given files; what it is asked to run is noted and may add files. */
function machine(parts: Partial<Machine> & { files?: string[]; effects?: Record<string, string> }) {
  const files = new Set(parts.files ?? []);
  const ran: string[] = [];
  const said: string[] = [];
  const stub: Machine = {
    env: {},
    isFile: (path) => files.has(path),
    playwrightPath: () => DOWNLOADED,
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      for (const [part, file] of Object.entries(parts.effects ?? {}))
        if (line.includes(part)) files.add(file);
      return true;
    },
    isRoot: false,
    say: (line) => said.push(line),
    ...parts,
  };
  return { stub, ran, said };
}

describe('findChromium', () => {
  it('takes the one CHROMIUM_PATH names before any other', () => {
    const { stub } = machine({ env: { CHROMIUM_PATH: '/mine' }, files: ['/mine', '/usr/bin/chromium'] });
    expect(findChromium(stub).path).toBe('/mine');
  });

  it('throws where CHROMIUM_PATH names no file, rather than testing with another', () => {
    const { stub } = machine({ env: { CHROMIUM_PATH: '/gone' }, files: ['/usr/bin/chromium'] });
    expect(() => findChromium(stub)).toThrow(/CHROMIUM_PATH is \/gone/);
  });

  it.each(['/usr/bin/chromium', '/usr/bin/google-chrome', DOWNLOADED])(
    'finds %s and installs nothing',
    (path) => {
      const { stub, ran } = machine({ files: [path] });
      expect(findChromium(stub).path).toBe(path);
      expect(ran).toEqual([]);
    },
  );

  it("downloads Playwright's own where there is none, and says so", () => {
    const { stub, said } = machine({ effects: { 'playwright install': DOWNLOADED } });
    const { path, how } = findChromium(stub);
    expect(path).toBe(DOWNLOADED);
    expect(how).toContain('downloaded by Playwright');
    expect(said).toHaveLength(1);
  });

  it("asks root's package manager where the download fails", () => {
    const { stub, ran } = machine({ isRoot: true, effects: { 'apt-get install': '/usr/bin/chromium' } });
    expect(findChromium(stub).how).toContain('apt-get');
    expect(ran.some((line) => line.includes('apt-get update'))).toBe(true);
  });

  it('asks no package manager without root', () => {
    const { stub, ran } = machine({});
    expect(() => findChromium(stub)).toThrow(/Install Chrome or Chromium .* CHROMIUM_PATH/);
    expect(ran.some((line) => line.includes('apt-get'))).toBe(false);
  });
});

describe('chromiumFlags', () => {
  it('keeps the sandbox but for root', () => {
    expect(chromiumFlags(true)).toContain('--no-sandbox');
    expect(chromiumFlags(false)).not.toContain('--no-sandbox');
  });
});
