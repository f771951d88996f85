/** `npm test`: everything, one step after the other, and what came of it on the last lines. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from './findChromium.ts';

const UNIT_RESULTS = 'test-results/unit.json';
const BROWSER_RESULTS = 'test-results/e2e.json';

interface Step {
  title: string;
  command: readonly string[];
  /** Reads passed and failed tests from what the runner has written. */
  results?: string;
}

const STEPS: readonly Step[] = [
  { title: 'Types, layer by layer (npm run check)', command: ['npm', 'run', '--silent', 'check'] },
  { title: 'Lint and format (npm run lint)', command: ['npm', 'run', '--silent', 'lint'] },
  {
    title: 'Unit tests (npm run test:unit)',
    command: [
      ...['npx', '--no-install', 'vitest', 'run', '--reporter=dot', '--reporter=json'],
      `--outputFile.json=${UNIT_RESULTS}`,
    ],
    results: UNIT_RESULTS,
  },
  {
    title: 'Production build (npm run build)',
    command: ['npm', 'run', '--silent', 'build', '--', '--logLevel=warn'],
  },
  {
    title: 'Browser tests on the build (npm run test:e2e)',
    command: ['npx', '--no-install', 'playwright', 'test'],
    results: BROWSER_RESULTS,
  },
];

interface Counts {
  passed: number;
  failed: number;
}

/** Counts of Vitest's and Playwright's JSON reports; a runner that wrote none has failed as one. */
function readCounts(path: string): Counts {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as {
    numPassedTests?: number;
    numFailedTests?: number;
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  return {
    passed: report.numPassedTests ?? (report.stats ? report.stats.expected + report.stats.flaky : 0),
    failed: report.numFailedTests ?? report.stats?.unexpected ?? 0,
  };
}

function runStep(step: Step, env: NodeJS.ProcessEnv): { isGreen: boolean; counts: Counts; seconds: number } {
  console.log(`\n━━ ${step.title}`);
  if (step.results) rmSync(step.results, { force: true });
  const startedAt = Date.now();
  const [command = '', ...args] = step.command;
  const { status } = spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  const counts = step.results ? readCounts(step.results) : { passed: 0, failed: 0 };
  return {
    isGreen: status === 0 && counts.failed === 0,
    counts,
    seconds: Math.round((Date.now() - startedAt) / 1000),
  };
}

let browser: string;
try {
  const { path, how } = findChromium();
  console.log(how);
  browser = path;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const env = { ...process.env, CHROMIUM_PATH: browser };
const outcomes = STEPS.map((step) => ({ step, ...runStep(step, env) }));

console.log('');
for (const { step, isGreen, seconds } of outcomes) {
  console.log(`${isGreen ? '✓' : '✗'} ${step.title}, ${seconds} s`);
}
const isGreen = outcomes.every((outcome) => outcome.isGreen);
const passed = outcomes.reduce((sum, { counts }) => sum + counts.passed, 0);
const failed = outcomes.reduce((sum, { counts }) => sum + counts.failed, 0);
if (!isGreen && failed === 0) console.log('No test failed, but a step above did.');
console.log(`${passed} passed, ${failed} failed`);
process.exit(isGreen ? 0 : 1);
