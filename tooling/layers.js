/**
 * The one table of who may import what. The lint rules are built from it (layerRules.js), a test runs over it
 * (tests/tooling/layers.test.ts), and docs/architecture.md says the reasons.
 *
 * - `imports`: layers, or single modules of one as 'worker/connect';
 * - `types`: layers of which only types may be imported: nothing of them is left in the built code;
 * - `packages`: npm packages with their subpaths, and virtual modules.
 *
 * What is not listed is forbidden, whichever way it is written: import, import type, export from, import(),
 * import('…').Type, new URL('…').
 *
 * @typedef {{ folder: string, imports: string[], types: string[], packages: string[] }} Layer
 * @type {Record<string, Layer>}
 */
export const LAYERS = {
  engine: { folder: 'src/engine', imports: [], types: [], packages: [] },
  rescue: { folder: 'src/rescue', imports: [], types: [], packages: [] },
  // Types only, so that a sentence for every code is a matter of compiling.
  i18n: { folder: 'src/i18n', imports: [], types: ['engine', 'workspace', 'csv', 'worker'], packages: [] },
  workspace: { folder: 'src/workspace', imports: ['engine'], types: [], packages: ['valibot'] },
  csv: { folder: 'src/csv', imports: ['engine', 'workspace'], types: [], packages: ['papaparse'] },
  storage: { folder: 'src/storage', imports: ['engine', 'workspace'], types: [], packages: ['dexie'] },
  share: { folder: 'src/share', imports: ['engine', 'workspace'], types: [], packages: [] },
  worker: {
    folder: 'src/worker',
    imports: ['engine', 'workspace', 'csv', 'storage', 'share'],
    types: [],
    packages: ['comlink'],
  },
  state: {
    folder: 'src/state',
    // Of the worker only the door: the rest would put storage and import into the page's own code.
    imports: ['engine', 'workspace', 'worker/connect', 'worker/protocol', 'i18n'],
    types: ['csv'],
    packages: ['svelte', 'virtual:pwa-register', 'workbox-window'],
  },
  // The only place that knows Chart.js.
  chart: {
    folder: 'src/ui/chart',
    imports: ['engine', 'i18n', 'state', 'ui'],
    types: [],
    packages: ['svelte', 'chart.js'],
  },
  ui: {
    folder: 'src/ui',
    imports: ['engine', 'i18n', 'state', 'chart'],
    types: ['workspace', 'csv', 'worker'],
    packages: ['svelte', 'lean-qr'],
  },
};

/** Puts the parts together, so it may import every layer. */
export const ENTRY = { file: 'src/main.ts', packages: ['svelte', '@fontsource-variable'] };
