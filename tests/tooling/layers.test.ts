import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { ENTRY, LAYERS } from '../../tooling/layers.js';
import { layerRules } from '../../tooling/layerRules.js';

// The rules alone: the rest of the configuration would look for the made-up files in a TypeScript project.
const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    ts.configs.base,
    ...svelte.configs.base,
    { files: ['**/*.svelte'], languageOptions: { parserOptions: { parser: ts.parser } } },
    ...layerRules,
  ] as NonNullable<ConstructorParameters<typeof ESLint>[0]>['overrideConfig'] & object,
});

async function findForbidden(filePath: string, text: string): Promise<string[]> {
  const [result] = await linter.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.message);
}

const names = Object.keys(LAYERS);
const layerOf = (name: string) => {
  const layer = LAYERS[name];
  if (!layer) throw new Error(`No layer ${name}`);
  return layer;
};

/** A module that is there, so that a refusal is about its layer and not about a path that leads nowhere. */
function moduleIn(layer: string): string {
  const { folder } = layerOf(layer);
  const file = readdirSyncOrNone(folder).find((name) => /^\w+\.(ts|svelte)$/.test(name)) ?? 'anything.ts';
  return `${folder}/${file.replace(/\.ts$/, '')}`;
}

function readdirSyncOrNone(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const pathTo = (from: string, module: string) => `${'../'.repeat(from.split('/').length)}${module}`;
const isAllowed = (from: string, to: string) =>
  layerOf(from).imports.some((target) => target.split('/')[0] === to) || layerOf(from).types.includes(to);

const forbiddenPairs = names.flatMap((from) =>
  names.filter((to) => to !== from && !isAllowed(from, to)).map((to) => [from, to] as const),
);
const packages = [
  ...new Set([...names.flatMap((name) => layerOf(name).packages), ...ENTRY.packages, 'node:fs']),
];

/** Every way TypeScript has to reach into another module. */
const waysToImport = (path: string) => [
  `import '${path}';`,
  `import * as whole from '${path}';`,
  `import type { Something } from '${path}';`,
  `export { something } from '${path}';`,
  `export * from '${path}';`,
  `export type { Other } from '${path}';`,
  `const later = () => import('${path}');`,
  `type Inline = import('${path}').Something;`,
];

describe('the table of layers', () => {
  it.each(forbiddenPairs)('%s must not import %s, in any way of writing it', async (from, to) => {
    const { folder } = layerOf(from);
    const ways = waysToImport(pathTo(folder, moduleIn(to)));
    expect(await findForbidden(`${folder}/madeUp.ts`, ways.join('\n'))).toHaveLength(ways.length);
  });

  it.each(names)('%s imports packages of its own row only', async (from) => {
    const { folder, packages: own } = layerOf(from);
    for (const name of packages) {
      const ways = waysToImport(name);
      const forbidden = await findForbidden(`${folder}/madeUp.ts`, ways.join('\n'));
      expect(forbidden, name).toHaveLength(own.includes(name) ? 0 : ways.length);
    }
  });

  it.each(names)('%s may import what its row names', async (from) => {
    const { folder, imports, types } = layerOf(from);
    const allowed = [
      ...imports.map((target) => pathTo(folder, target.includes('/') ? `src/${target}` : moduleIn(target))),
    ].map((path) => `import '${path}';`);
    const typesOnly = types.map((target) => `import type { A } from '${pathTo(folder, moduleIn(target))}';`);
    expect(await findForbidden(`${folder}/madeUp.ts`, [...allowed, ...typesOnly].join('\n'))).toEqual([]);
  });

  it.each(names.filter((name) => layerOf(name).types.length > 0))(
    '%s takes values from none of the layers whose types it may use',
    async (from) => {
      const { folder, types } = layerOf(from);
      const values = types.map((target) => `import { a } from '${pathTo(folder, moduleIn(target))}';`);
      expect(await findForbidden(`${folder}/madeUp.ts`, values.join('\n'))).toHaveLength(types.length);
    },
  );

  it('holds in the script of a component too', async () => {
    const component = `<script lang="ts">import Dexie from 'dexie'; import '../storage/x';</script>`;
    expect(await findForbidden('src/ui/MadeUp.svelte', component)).toHaveLength(2);
    const chart = `<script lang="ts">import { Chart } from 'chart.js/auto';</script>`;
    expect(await findForbidden('src/ui/MadeUp.svelte', chart)).toHaveLength(1);
    expect(await findForbidden('src/ui/chart/MadeUp.svelte', chart)).toEqual([]);
  });

  it('lets state see the door of the worker and nothing behind it', async () => {
    expect(await findForbidden('src/state/madeUp.ts', `import '../worker/connect';`)).toEqual([]);
    const behind = readdirSync('src/worker').find(
      (name) => name.endsWith('.ts') && !/^(connect|protocol)\./.test(name),
    );
    const reach = `import '../worker/${behind?.replace('.ts', '') ?? 'none'}';`;
    expect(await findForbidden('src/state/madeUp.ts', reach)).toHaveLength(1);
  });

  it('refuses module names that are computed, which no table can check', async () => {
    expect(
      await findForbidden('src/ui/madeUp.ts', 'const a = (b: string) => import(`../${b}`);'),
    ).toHaveLength(1);
  });

  it('refuses to take files from outside src, and files that belong to no layer', async () => {
    expect(
      await findForbidden('src/ui/madeUp.ts', `import '../../tests/tooling/sameInBoth.json';`),
    ).toHaveLength(1);
    expect(await findForbidden('src/elsewhere/madeUp.ts', 'export {};')).toHaveLength(1);
  });

  it('is part of the configuration that npm run lint uses', async () => {
    const real = new ESLint();
    for (const file of [
      'src/engine/index.ts',
      'src/ui/App.svelte',
      'src/main.ts',
      'src/state/app.svelte.ts',
    ]) {
      const config = (await real.calculateConfigForFile(file)) as { rules: Record<string, [number]> };
      expect(config.rules['boundaries/dependencies']?.[0], file).toBe(2);
      expect(config.rules['@typescript-eslint/no-explicit-any']?.[0], file).toBe(2);
    }
  });
});
