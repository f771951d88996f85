import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What no first screen of somebody who comes back needs, by the names of the modules that are loaded when asked for:
 * reading and writing files, changing deals, seeking a goal, explaining and looking back. What these alone import goes
 * with them.
 */
const LOADED_LATER = [
  ...['Settings', 'CheckImport', 'ImportsKept', 'importer', 'importBin', 'csv', 'readXlsxTable'],
  ...['ExportForecast', 'exporting', 'writeXlsx'],
  ...['ChangesSection', 'comparing', 'earlierExport'],
  ...['DealDialog', 'dealEditing', 'readTarget'],
  ...['Goal', 'seeking', 'Matters'],
  ...[
    'Share',
    'QrCode',
    'PrintSheet',
    'forecastPicture',
    'BackupReminder',
    'joiningBackup',
    'keeping',
    'sharing',
  ],
  ...['Shared', 'CompareOwn', 'PasteLink', 'KeptForecasts'],
  ...['WhyDialog', 'explaining', 'Track', 'Scenarios', 'scenarios', 'OverlaidChart'],
  ...[
    'Diagnose',
    'Team',
    'Budget',
    'budgeting',
    'diagnosing',
    'PaceChart',
    'TrendChart',
    'teamDesk',
    'CashChart',
  ],
];

/** As the bundler writes them: from"./a.js", import"./a.js", import(`./a.js`), new URL(`a.js`,import.meta.url). */
const REFERENCES = /(?:\bfrom|\bimport\(?|\bnew URL\()\s*["'`](?:\.\/)?([^"'`]+\.js)["'`]/g;
const ADDRESSES = /(?:src|href)="\.\/assets\/([^"]+\.js)"/g;

const find = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, file = '']) => file);
/** `Goal-DQhySJmP.js` is made of Goal. Hashes have eight characters, a dash may be one of them. */
const nameOf = (file: string) => file.replace(/-.{8}\.\w+$/, '');

/**
 * The scripts and styles of a build that are not installed with the service worker but fetched after it, relative to
 * the build. Throws where no file is made of a name: it would be installed unnoticed.
 */
export function findLaterParts(build: string, loadedLater: readonly string[] = LOADED_LATER): string[] {
  const files = readdirSync(join(build, 'assets')).filter((file) => /\.(js|css)$/.test(file));
  const missing = loadedLater.filter((name) => !files.some((file) => nameOf(file) === name));
  if (missing.length > 0) throw new Error(`The build has no files made of ${missing.join(', ')}.`);

  const now = new Set<string>();
  const waiting = find(ADDRESSES, readFileSync(join(build, 'index.html'), 'utf8'));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (now.has(file) || !files.includes(file) || loadedLater.includes(nameOf(file))) continue;
    now.add(file);
    waiting.push(...find(REFERENCES, readFileSync(join(build, 'assets', file), 'utf8')));
  }
  const later = files.filter((file) => file.endsWith('.js') && !now.has(file));
  // A style is named after the script that it comes with.
  const nowNames = new Set([...now].map(nameOf));
  const names = new Set(later.map(nameOf).filter((name) => !nowNames.has(name)));
  const styles = files.filter((file) => file.endsWith('.css') && names.has(nameOf(file)));
  return [...later, ...styles].map((file) => `assets/${file}`);
}

/**
 * Writes the list for the service worker (public/later-parts.js reads it) and answers its name. That has a hash, so that
 * no cache between host and browser gives a new service worker an old list.
 */
export function writeLaterParts(build: string, parts: readonly string[]): string {
  const script = `self.LATER_PARTS=${JSON.stringify(parts)};\n`;
  const hash = createHash('sha256').update(script).digest('base64url').slice(0, 8);
  const name = `assets/listOfLaterParts-${hash}.js`;
  writeFileSync(join(build, name), script);
  return name;
}
