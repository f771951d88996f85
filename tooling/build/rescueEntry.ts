import type { Plugin } from 'vite';

const SOURCE = 'src/rescue/rescue.ts';

/**
 * Loads the rescue page as a script of its own, ahead of the app. Written into index.html beside the app's script, the
 * two would be bundled into one file, and what breaks the app would break its rescue.
 */
export function rescueEntry(): Plugin {
  return {
    name: 'seedcast:rescue-entry',
    config: () => ({ build: { rolldownOptions: { input: { index: 'index.html', rescue: SOURCE } } } }),
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, server }) => {
        if (server)
          return [{ tag: 'script', attrs: { type: 'module', src: `/${SOURCE}` }, injectTo: 'head-prepend' }];
        const rescue = Object.values(bundle ?? {}).find(
          (part) => part.type === 'chunk' && part.name === 'rescue',
        );
        if (!rescue) throw new Error(`The build has no file made of ${SOURCE}.`);
        return [
          { tag: 'script', attrs: { type: 'module', src: `./${rescue.fileName}` }, injectTo: 'head-prepend' },
        ];
      },
    },
  };
}
