/** `npm test`: everything, and what came of it on the last lines. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { compileStaleMessages } from './build/compileStaleMessages.ts';
import { findChromium } from './findChromium.ts';
import { runCommand, runSideBySide, type Command } from './runSideBySide.ts';

const UNIT_RESULTS = 'test-results/unit.json';
const BROWSER_RESULTS = 'test-results/e2e.json';

interface Step extends Command {
  /** Reads passed and failed tests from what the runner has written. */
  results?: string;
}

/** What needs nothing but the sources, the longest first. */
const STEPS_ON_SOURCES: readonly Step[] = [
  { title: 'Types, layer by layer (npm run check)', command: ['npm', 'run', '--silent', 'check'] },
  { title: 'Lint and format (npm run lint)', command: ['npm', 'run', '--silent', 'lint'] },
  {
    title: 'Unit tests (npm run test:unit)',
    command: [...['vitest', 'run', '--reporter=dot', '--reporter=json'], `--outputFile.json=${UNIT_RESULTS}`],
    results: UNIT_RESULTS,
  },
  {
    title: 'Production build (npm run build)',
    command: ['npm', 'run', '--silent', 'build', '--', '--logLevel=warn'],
  },
];

const BROWSER_STEP: Step = {
  title: 'Browser tests on the build (npm run test:e2e)',
  command: ['playwright', 'test'],
  results: BROWSER_RESULTS,
};

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
for (const results of [UNIT_RESULTS, BROWSER_RESULTS]) rmSync(results, { force: true });
// Once, before the steps: they run side by side, and each would find the messages stale.
compileStaleMessages();
const runs = await runSideBySide(STEPS_ON_SOURCES, env);
// By itself: it measures what a person would wait for, and needs the build.
runs.push(await runCommand(BROWSER_STEP, { env, isLive: true }));

const outcomes = [...STEPS_ON_SOURCES, BROWSER_STEP].map((step, position) => {
  const { isGreen = false, seconds = 0 } = runs[position] ?? {};
  const counts = step.results ? readCounts(step.results) : { passed: 0, failed: 0 };
  return { step, seconds, counts, isGreen: isGreen && counts.failed === 0 };
});

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
