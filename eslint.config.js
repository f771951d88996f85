import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { engineRules } from './tooling/engineRules.js';
import { explainDisablesPlugin } from './tooling/explainDisables.js';
import { layerRules } from './tooling/layerRules.js';

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'src/i18n/paraglide', 'src/i18n/project.inlang', 'test-results']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    plugins: { seedcast: explainDisablesPlugin },
    rules: {
      'seedcast/explain-disables': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // It takes every `new Date()` for state; here a Date is a moment that is passed on and never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // The compiler knows which names exist.
      'no-undef': 'off',
    },
  },
  // What only the types can tell, where promises and unknown values go about.
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    extends: [ts.configs.recommendedTypeCheckedOnly],
    // One program for all of it: the project service makes one for each layer's own tsconfig.json, an eighth more work.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'error' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
      globals: globals.browser,
    },
  },
  ...layerRules,
  engineRules,
  // Scripts talk to whoever started them.
  { files: ['tooling/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
