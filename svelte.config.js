import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  // Names of scopes stand a thousand times in scripts and styles: no prefix.
  compilerOptions: { cssHash: ({ hash, css }) => `s${hash(css)}` },
};
