import type { Plugin } from 'vite';

const SOURCE = 'src/rescue/rescue.ts';
const FILE = 'rescue.js';

/**
 * Gives index.html the rescue page as a script of its own, before the app's. As a tag in index.html it would be bundled
 * with the app (Vite makes one module of all scripts of a page) and would fail together with it.
 */
export function rescuePage(): Plugin {
  let isBuild = false;
  return {
    name: 'seedcast-rescue-page',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    buildStart() {
      if (isBuild) this.emitFile({ type: 'chunk', id: SOURCE, fileName: FILE });
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'script',
          attrs: { type: 'module', src: isBuild ? `./${FILE}` : `/${SOURCE}` },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
