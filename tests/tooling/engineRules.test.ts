import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { engineRules } from '../../tooling/engineRules.js';

const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [ts.configs.base, engineRules] as never,
});

async function countProblems(text: string, filePath = 'src/engine/madeUp.ts'): Promise<number> {
  const [result] = await linter.lintText(text, { filePath });
  // A message without a rule says only that no configuration fits the file.
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId !== null).length;
}

describe('the engine', () => {
  it.each([
    'Date.now();',
    'const { now } = Date;',
    'new Date();',
    'Date();',
    'new Date(2026, 0, 1);',
    "Date.parse('2026-01-01');",
    'new Date(0).getMonth();',
    'new Date(0).getTimezoneOffset();',
    'new Date(0).toLocaleDateString();',
    'Math.random();',
    'const { random } = Math;',
    'globalThis.anything;',
    'performance.now();',
    'crypto.randomUUID();',
    'window.name;',
    'document.title;',
    'localStorage.length;',
    "fetch('x');",
    'console.log(1);',
    'setTimeout(() => 1, 1);',
    'process.env;',
    "new Intl.NumberFormat('en');",
    "import('./calendar/day');",
  ])('must not contain %s', async (text) => {
    expect(await countProblems(text)).toBe(1);
  });

  it.each([
    'new Date(0).getUTCMonth();',
    'Date.UTC(2026, 0, 1);',
    'Math.max(1, 2);',
    'new Float64Array(3);',
    'export const name = (name: string) => name.length;',
    'export const { length } = [1];',
  ])('may contain %s', async (text) => {
    expect(await countProblems(text)).toBe(0);
  });

  it('alone is held to this', async () => {
    expect(await countProblems('Date.now();', 'src/state/madeUp.ts')).toBe(0);
  });
});
