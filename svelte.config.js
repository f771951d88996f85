import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const source = fileURLToPath(new URL('./src', import.meta.url));
const components = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svelte'))
  .sort();

/** Names of scopes stand three thousand times in scripts and styles: a number of two figures instead of a hash of seven. */
function scopeOf({ hash, css, filename }) {
  const number = components.indexOf(relative(source, filename));
  // A component made after the development server started.
  return `_${number < 0 ? hash(css) : number.toString(36)}`;
}

export default {
  preprocess: vitePreprocess(),
  // Runes everywhere: nothing is loaded for components of the old form.
  compilerOptions: { cssHash: scopeOf, runes: true, discloseVersion: false },
};
