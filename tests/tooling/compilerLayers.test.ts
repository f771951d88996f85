import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What the compiler says of one made-up file within a project of src, as message codes. */
function compileIn(project: string, fileName: string, text: string): number[] {
  const config = ts.readConfigFile(project, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(project));
  const madeUp = resolve(fileName);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => (resolve(path) === madeUp ? text : readFile(path));
  host.fileExists = (path) => resolve(path) === madeUp || ts.sys.fileExists(path);
  const program = ts.createProgram([madeUp], options, host);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getSemanticDiagnostics(program.getSourceFile(madeUp)),
  ].map(({ code }) => code);
}

const NOT_UNDER_ROOT = 6059;
const NO_SUCH_NAME = [2304, 2584, 2591];

describe('the compiler', () => {
  const inEngine = (text: string) => compileIn('src/engine/tsconfig.json', 'src/engine/madeUp.ts', text);

  it('takes a module of the engine that stays within it', () => {
    expect(inEngine("import type { Day } from './calendar/calendar';\nexport const day: Day = 0;")).toEqual(
      [],
    );
  });

  it('refuses an import upward from the engine, of a type too', () => {
    const code = "import type { Settings } from '../workspace/types';\nexport type Mine = Settings;";
    expect(inEngine(code)).toContain(NOT_UNDER_ROOT);
  });

  it.each(['document.title', 'fetch', 'process.env', 'setTimeout', 'console'])(
    'knows no %s in the engine',
    (name) => {
      expect(inEngine(`export const reach = ${name};`).some((code) => NO_SUCH_NAME.includes(code))).toBe(
        true,
      );
    },
  );

  it.each(['worker', 'csv', 'storage'])('knows no page in %s, which runs off the main thread', (layer) => {
    const codes = compileIn(
      'src/worker/tsconfig.json',
      `src/${layer}/madeUp.ts`,
      'export const a = document.title;',
    );
    expect(codes.some((code) => NO_SUCH_NAME.includes(code))).toBe(true);
  });

  it('knows neither page nor Node in workspace, which every thread uses', () => {
    const project = 'src/workspace/tsconfig.json';
    for (const name of ['window', 'process', 'indexedDB']) {
      const codes = compileIn(project, 'src/workspace/madeUp.ts', `export const a = ${name};`);
      expect(
        codes.some((code) => NO_SUCH_NAME.includes(code)),
        name,
      ).toBe(true);
    }
  });
});
