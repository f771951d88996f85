/** `npm run check`: every TypeScript project of its own layer, and the whole app with its components. */
import { existsSync, readdirSync } from 'node:fs';
import { compileStaleMessages } from './build/compileStaleMessages.ts';
import { runSideBySide } from './runSideBySide.ts';

/** Layers whose own tsconfig.json takes away what they must not use: the DOM, Node, the layers above them. */
const layerProjects = readdirSync('src')
  .map((layer) => `src/${layer}/tsconfig.json`)
  .filter((path) => existsSync(path));

// The longest first, so that the processors are done at about the same time.
const commands = [
  ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ...['tests/tsconfig.json', ...layerProjects].map((path) => ['tsc', '--project', path]),
].map((command) => ({ title: `${command[0]} ${command[2]}`, command }));

compileStaleMessages();
const outcomes = await runSideBySide(commands);
process.exit(outcomes.every(({ isGreen }) => isGreen) ? 0 : 1);
