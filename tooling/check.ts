/** `npm run check`: every TypeScript project of its own layer, then the whole app with its components. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

/** Layers whose own tsconfig.json takes away what they must not use: the DOM, Node, the layers above them. */
const layerProjects = readdirSync('src')
  .map((layer) => `src/${layer}/tsconfig.json`)
  .filter((path) => existsSync(path));

const commands = [
  ...[...layerProjects, 'tests/tsconfig.json'].map((path) => ['tsc', '--project', path]),
  ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
];

let hasFailed = false;
for (const [program = '', ...args] of commands) {
  console.log(`· ${program} ${args[1]}`);
  const { status } = spawnSync('npx', ['--no-install', program, ...args], { stdio: 'inherit' });
  if (status !== 0) hasFailed = true;
}
process.exit(hasFailed ? 1 : 0);
