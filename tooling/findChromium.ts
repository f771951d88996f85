import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export interface FoundChromium {
  path: string;
  /** What was done to have it, one line for the person who waits. */
  how: string;
}

/** What finding a browser touches, so that a test can stand in for the machine. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  isFile(path: string): boolean;
  /** Where Playwright keeps the browser it downloads. */
  playwrightPath(): string;
  /** True where the command exists and succeeded. */
  run(command: string, args: readonly string[]): boolean;
  isRoot: boolean;
  say(line: string): void;
}

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const thisMachine: Machine = {
  env: process.env,
  isFile: existsSync,
  playwrightPath: () => chromium.executablePath(),
  run: (command, args) =>
    // A download from a network that answers nothing must not hold the tests for ever.
    spawnSync(command, args, { stdio: 'ignore', timeout: 10 * 60_000, shell: process.platform === 'win32' })
      .status === 0,
  isRoot: process.getuid?.() === 0,
  say: (line) => console.log(line),
};

/** A browser that is on the machine already: CHROMIUM_PATH, the system's, or the one Playwright has downloaded. */
function lookForChromium(machine: Machine): FoundChromium | null {
  const asked = machine.env.CHROMIUM_PATH;
  if (asked) {
    if (!machine.isFile(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, but there is no such file.`);
    return { path: asked, how: `Chromium: ${asked}, as CHROMIUM_PATH says.` };
  }
  const path = [...SYSTEM_PATHS, machine.playwrightPath()].find((candidate) => machine.isFile(candidate));
  return path ? { path, how: `Chromium: found ${path}.` } : null;
}

/**
 * A Chromium to test with. Looks for one, then downloads Playwright's own, then asks the system's package manager.
 * Throws with what to do where none can be had.
 */
export function findChromium(machine: Machine = thisMachine): FoundChromium {
  const found = lookForChromium(machine);
  if (found) return found;

  machine.say('Chromium: none found; downloading the one of Playwright.');
  machine.run('npx', ['--no-install', 'playwright', 'install', 'chromium']);
  if (machine.isFile(machine.playwrightPath())) {
    return {
      path: machine.playwrightPath(),
      how: `Chromium: downloaded by Playwright to ${machine.playwrightPath()}.`,
    };
  }

  if (machine.isRoot && machine.run('apt-get', ['--version'])) {
    machine.say("Chromium: the download did not work; installing the system's package.");
    machine.run('apt-get', ['update', '-qq']);
    machine.run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = lookForChromium(machine);
    if (installed)
      return { path: installed.path, how: `Chromium: installed with apt-get as ${installed.path}.` };
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chrome or Chromium and run this again, or set ' +
      'CHROMIUM_PATH to its program file.',
  );
}

/**
 * Chromium takes only the last list of features to do without. The first are those of Playwright's own list, which
 * this one replaces; they keep Chromium from asking Google things and from guessing at addresses.
 */
const DISABLED_FEATURES = [
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  ...['TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning'],
  // The list under the address bar, two pages of their own for every window: a tenth of all the work.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
];

/**
 * Flags for machines without a screen or an outside network. The sandbox stays on, but for root, for whom Chromium
 * refuses to start with it.
 */
export function chromiumFlags(isRoot = process.getuid?.() === 0): string[] {
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    `--disable-features=${DISABLED_FEATURES.join()}`,
  ];
}
