import boundaries from 'eslint-plugin-boundaries';
import { ENTRY, LAYERS } from './layers.js';

const entry = 'main';

/** A layer, or one module of it ('worker/connect'), as the plugin selects it. @param {string} target */
function selectTarget(target) {
  const [type = '', file] = target.split('/');
  const element = { type };
  return file ? { element, file: { path: `${LAYERS[type]?.folder}/${file}.*` } } : { element };
}

/** @param {string} from @param {Pick<import('./layers.js').Layer, 'imports' | 'types' | 'packages'>} allowed */
function allowFrom(from, { imports, types, packages }) {
  const source = { element: { type: from } };
  return [
    // The layer itself: a module may have neighbours.
    ...[from, ...imports].map((target) => ({ from: source, allow: { to: selectTarget(target) } })),
    ...types.map((target) => ({
      from: source,
      allow: { to: selectTarget(target), dependency: { kind: 'type' } },
    })),
    ...packages.map((name) => ({
      from: source,
      allow: { to: { module: { source: [name, `${name}/**`] } } },
    })),
  ];
}

const MESSAGE =
  '"{{dependency.source}}" may not be imported from {{from.element.type}}: see the table in tooling/layers.js.';

/**
 * The row of one layer, for its own files alone: matching every import with the rows of all layers took a tenth of the
 * time of all linting. What lies in no layer has no row; `no-unknown-files` refuses it.
 * @param {string} type @param {string[]} files @param {Parameters<typeof allowFrom>[1]} allowed
 */
function layerConfig(type, files, allowed) {
  return {
    files,
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkUnknownLocals: true,
          message: MESSAGE,
          policies: allowFrom(type, allowed),
        },
      ],
    },
  };
}

// A later row wins: src/ui/chart after src/ui.
const outerFirst = Object.entries(LAYERS).sort(([, a], [, b]) => a.folder.length - b.folder.length);

/**
 * The lint configuration that keeps the table in layers.js. Targets are resolved on disk, so `../csv/types` and
 * `../../src/csv/types` are the same thing to it.
 */
export const layerRules = [
  {
    files: ['src/**/*.{ts,svelte,js}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json', '.svelte'] } },
      'boundaries/legacy-warnings': false,
      'boundaries/elements': [
        { type: entry, pattern: ENTRY.file, mode: 'file' },
        // Inner folders first: src/ui/chart before src/ui.
        ...outerFirst.toReversed().map(([type, { folder }]) => ({ type, pattern: folder })),
      ],
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
      'boundaries/additional-dependency-nodes': [
        { selector: 'TSImportType > Literal', kind: 'type', name: 'import-type' },
        { selector: 'TSImportType > TSLiteralType > Literal', kind: 'type', name: 'import-type' },
        { selector: 'TSExternalModuleReference > Literal', kind: 'value', name: 'import-require' },
        { selector: 'NewExpression[callee.name="URL"] > Literal', kind: 'value', name: 'new-url' },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      // The rows read literals only.
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression[source.type!="Literal"]', message: 'Name the module literally.' },
      ],
    },
  },
  ...outerFirst.map(([type, layer]) => layerConfig(type, [`${layer.folder}/**/*.{ts,svelte,js}`], layer)),
  layerConfig(entry, [ENTRY.file], { imports: Object.keys(LAYERS), types: [], packages: ENTRY.packages }),
];
